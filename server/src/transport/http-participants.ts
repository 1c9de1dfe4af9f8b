import type { FastifyReply } from 'fastify'
import { z } from 'zod'
import { personDescription, type Command } from '@openfloor/shared/commands.ts'
import { limits } from '@openfloor/shared/limits.ts'
import type { Actor } from '@openfloor/shared/meeting/state.ts'
import { newId, newLink, personIdOf, tokenOf } from '../access/secrets.ts'
import type { Outcome } from '../meetings/outcome.ts'
import type { App, TransportParts } from './app-types.ts'
import type { CodeGate } from './code-gate.ts'
import { meetingParams, setSessionCookie } from './http-callers.ts'
import { sendOutcome } from './http-commands.ts'
import { sendError } from './http-errors.ts'
import { errorResponses, refusalAnswer } from './http-schemas.ts'
import { joinCode } from './http-sessions.ts'

const door: Actor = { role: 'door', linkId: null, personId: null }

/** Long, because whoever knows it can come back as the person who joined with it. */
const joinCommandId = z
  .string()
  .regex(/^[\w-]{16,64}$/, '16 to 64 letters, digits, - and _, chosen at random')

const joinBody = personDescription.extend({
  code: joinCode,
  commandId: joinCommandId.optional(),
  bearer: z.boolean().default(false),
})

const joinOptions = {
  config: { rateLimit: { max: limits.joinsPerAddressPerMinute, timeWindow: '1 minute' } },
  schema: {
    summary: 'Join by the code; sent again with the same commandId it finds the same person',
    params: meetingParams,
    body: joinBody,
    response: {
      201: z.object({
        meetingId: z.string(),
        personId: z.string(),
        version: z.int(),
        token: z.string().optional(),
      }),
      409: refusalAnswer,
      ...errorResponses,
    },
  },
}

/** Joining by the code. */
export function participantRoutes(app: App, parts: TransportParts, gate: CodeGate): void {
  app.post('/api/meetings/:id/participants', joinOptions, async (request, reply) => {
    const { code, ...body } = request.body
    const entry = await gate.enter(request, code)
    if (entry.status === 'too-many') return sendError(reply, 'too-many-requests')
    if (entry.status === 'wrong' || entry.standing.meeting.id !== request.params.id)
      return sendError(reply, 'wrong-code')
    if (parts.callers.isKeptOut({ meetingId: request.params.id, cookies: request.cookies }))
      return sendError(reply, 'wrong-code')
    return join(reply, parts, { ...body, meetingId: request.params.id })
  })
}

type Join = Omit<z.infer<typeof joinBody>, 'code'> & { readonly meetingId: string }

async function join(reply: FastifyReply, parts: TransportParts, join: Join): Promise<FastifyReply> {
  const { meetingId, commandId = newId(), bearer, ...person } = join
  const personId = personIdOf(meetingId, commandId)
  const { secret, draft: link } = newLink('participant')
  const command = { type: 'join-meeting', personId, person, link } as const
  const first = await atTheDoor(parts, meetingId, command, commandId)
  const outcome =
    first.status === 'done' && first.repeated ? await comeBack(parts, meetingId, personId, link) : first
  if (isShut(outcome)) return sendError(reply, 'wrong-code')
  if (outcome.status !== 'done') return sendOutcome(reply, outcome)
  setSessionCookie(reply, parts, { meetingId, role: 'participant', secret })
  const token = bearer ? { token: tokenOf(meetingId, secret) } : {}
  return reply.code(201).send({ meetingId, personId, version: outcome.version, ...token })
}

/** A meeting that is full or has just closed its door says no more than one that does not exist. */
function isShut(outcome: Outcome): boolean {
  return outcome.status === 'refused' && ['people-full', 'door-closed'].includes(outcome.refusal)
}

/** The answer to the first join was lost, and with it the link: here is another. */
function comeBack(
  parts: TransportParts,
  meetingId: string,
  personId: string,
  link: Extract<Command, { type: 'issue-personal-link' }>['link'],
): Promise<Outcome> {
  return atTheDoor(parts, meetingId, { type: 'issue-personal-link', personId, link }, newId())
}

function atTheDoor(
  { meetings }: TransportParts,
  meetingId: string,
  command: Command,
  commandId: string,
): Promise<Outcome> {
  return meetings.execute(meetingId, { commandId, command, actor: door })
}
