import type { Deciders, Evolution } from './decision.ts'
import { refuse } from './refusals.ts'
import { withRequest } from './queries.ts'
import type { RequestStatus } from './state.ts'

const mayFile: ReadonlySet<RequestStatus> = new Set(['not-reached', 'absent'])

/** Statements in writing by those who could not speak (rules W). */
export const statementDeciders = {
  'file-statement': (meeting, { requestId, statement }, { actor }) => {
    const request = meeting.requests.get(requestId)
    if (!request) return refuse('unknown-request')
    if (actor.role === 'participant' && request.personId !== actor.personId) return refuse('not-yours')
    if (!mayFile.has(request.status)) return refuse('statement-not-asked')
    const enteredBy = actor.role === 'participant' ? null : actor
    return [{ type: 'statement-filed', requestId, personId: request.personId, statement, enteredBy }]
  },
} satisfies Deciders<'file-statement'>

export const statementEvolution = {
  'statement-filed': (meeting, { requestId, statement, enteredBy }, at) =>
    withRequest(meeting, {
      ...meeting.requests.get(requestId)!,
      statement: { ...statement, at, enteredBy },
    }),
} satisfies Evolution<'statement-filed'>
