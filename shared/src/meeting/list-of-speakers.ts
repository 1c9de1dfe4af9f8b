import { limits } from '../limits.ts'
import type { CommandOf } from '../commands.ts'
import type { Context, Decision, Deciders, Evolution } from './decision.ts'
import type { EventOf, MeetingEvent } from './events.ts'
import { handRefusal, requestRefusal, segmentRefusal, type Hand } from './hand-checks.ts'
import { describedPerson, personRefusal, undescribed } from './people-checks.ts'
import { insertAfter } from './plan-checks.ts'
import { asLatest, segmentById, withRequest, withSegment } from './queries.ts'
import { isRefusal, refuse } from './refusals.ts'
import { limitFor } from './speaking-limits.ts'
import type { Meeting, Request, RequestStatus, Segment } from './state.ts'

/** Requests for the floor and the list they stand in (rules L). */
export const listDeciders = {
  'raise-hand': (meeting, { type: _type, ...wish }, { actor, newId }) => {
    const hand = { ...wish, personId: actor.personId! }
    const refusal = handRefusal(meeting, hand)
    if (refusal) return refusal
    if (needsOpenList(hand) && !segmentById(meeting, hand.segmentId)!.listOpen) return refuse('list-closed')
    return [{ type: 'hand-raised', requestId: newId(), ...hand, enteredBy: null }]
  },
  'enter-request': decideEntry,
  'enter-requests': decideEntries,
  'lower-hand': (meeting, { requestId }, { actor }) =>
    requestRefusal(meeting, requestId, actor) ?? [{ type: 'hand-lowered', requestId }],
  'remove-request': (meeting, { requestId }, { actor }) =>
    requestRefusal(meeting, requestId, actor) ?? [{ type: 'request-removed', requestId }],
  'clear-list': (meeting, { segmentId }) => {
    const segment = segmentById(meeting, segmentId)
    if (!segment) return refuse('unknown-segment')
    return segment.list.length === 0 ? [] : [{ type: 'list-cleared', segmentId, requestIds: segment.list }]
  },
  'open-list': (meeting, { segmentId }) => {
    const segment = segmentById(meeting, segmentId)
    if (!segment) return refuse('unknown-segment')
    if (segment.kind === 'break') return refuse('segment-is-break')
    if (meeting.phase === 'ended') return refuse('meeting-ended')
    return segment.listOpen ? refuse('list-open') : [{ type: 'list-opened', segmentId }]
  },
  'close-list': (meeting, { segmentId }) => {
    const segment = segmentById(meeting, segmentId)
    if (!segment) return refuse('unknown-segment')
    return segment.listOpen ? [{ type: 'list-closed', segmentId }] : refuse('list-closed')
  },
} satisfies Deciders<
  | 'raise-hand'
  | 'enter-request'
  | 'enter-requests'
  | 'lower-hand'
  | 'remove-request'
  | 'clear-list'
  | 'open-list'
  | 'close-list'
>

export const listEvolution = {
  'list-opened': (meeting, { segmentId }) =>
    withSegment(meeting, segmentId, (segment) => ({ ...segment, listOpen: true })),
  'list-closed': (meeting, { segmentId }) =>
    withSegment(meeting, segmentId, (segment) => ({ ...segment, listOpen: false })),
  'hand-raised': raised,
  'hand-lowered': (meeting, { requestId }) => offTheList(meeting, requestId, 'withdrawn'),
  'request-removed': (meeting, { requestId }) => offTheList(meeting, requestId, 'removed'),
  'list-not-reached': (meeting, event) => emptied(meeting, event, 'not-reached'),
  'list-cleared': (meeting, event) => emptied(meeting, event, 'removed'),
  'list-restored': (meeting, { segmentId, requestIds }) => {
    const waiting = withSegment(withStatus(meeting, requestIds, 'waiting'), segmentId, (segment) => ({
      ...segment,
      list: [...requestIds, ...segment.list],
    }))
    return requestIds.reduce((rolling, id) => asLatest(rolling, rolling.requests.get(id)!), waiting)
  },
  'request-restored': (meeting, { requestId, after }) => {
    const request = meeting.requests.get(requestId)!
    const restored = withSegment(meeting, request.segmentId, (segment) => ({
      ...segment,
      list: insertAfter(segment.list, requestId, after, String),
    }))
    return asLatest(withRequest(restored, { ...request, status: 'waiting' }), request)
  },
} satisfies Evolution<
  | 'list-opened'
  | 'list-closed'
  | 'hand-raised'
  | 'hand-lowered'
  | 'request-removed'
  | 'list-not-reached'
  | 'list-cleared'
  | 'list-restored'
  | 'request-restored'
>

function emptied(
  meeting: Meeting,
  { segmentId, requestIds }: EventOf<'list-not-reached' | 'list-cleared'>,
  status: RequestStatus,
): Meeting {
  return withSegment(withStatus(meeting, requestIds, status), segmentId, (segment) => ({
    ...segment,
    list: [],
  }))
}

/** [L4] Points of order, rights of reply and panelists' replies are taken on a closed list too. */
function needsOpenList({ kind }: Hand): boolean {
  return kind === 'statement' || kind === 'question'
}

function decideEntry(meeting: Meeting, command: CommandOf<'enter-request'>, context: Context): Decision {
  const { speaker, type: _type, ...wish } = command
  const { actor: enteredBy, newId } = context
  if ('personId' in speaker) {
    const hand = { ...wish, personId: speaker.personId }
    const refusal = handRefusal(meeting, hand)
    return refusal ?? [{ type: 'hand-raised', requestId: newId(), ...hand, enteredBy }]
  }
  const person = describedPerson(meeting, speaker.person)
  const personId = newId()
  const refusal = segmentRefusal(meeting, { ...wish, personId }) ?? personRefusal(meeting, person)
  if (refusal) return refusal
  return [
    { type: 'person-added', personId, person, origin: 'entered' },
    { type: 'hand-raised', requestId: newId(), ...wish, personId, enteredBy },
  ]
}

/**
 * [L13] Many at once, in their order, all or none. Who is known under the name and organization is that person; who
 * asks already is passed over.
 */
function decideEntries(meeting: Meeting, command: CommandOf<'enter-requests'>, context: Context): Decision {
  const { segmentId, people } = command
  const segment = segmentById(meeting, segmentId)
  if (!segment) return refuse('unknown-segment')
  if (segment.list.length + people.length > limits.requestsPerList) return refuse('list-full')
  if (meeting.people.size + people.length > limits.peoplePerMeeting) return refuse('people-full')
  const known = new Map(
    [...meeting.people.values()].filter(isThere).map((person) => [nameOf(person), person.id]),
  )
  const events: MeetingEvent[] = []
  for (const described of new Map(people.map((person) => [nameOf(person), person])).values()) {
    const person = { ...undescribed, ...described }
    const personId = known.get(nameOf(described))
    const speaker = personId === undefined ? { person } : { personId }
    const entry = decideEntry(meeting, { ...entryOf(segmentId), speaker }, context)
    if (!isRefusal(entry)) events.push(...entry)
    else if (entry.refused !== 'hand-already-raised' && entry.refused !== 'has-the-floor') return entry
  }
  return events
}

function entryOf(segmentId: string) {
  const onBehalfOf = { capacity: 'organization', name: '' } as const
  return { type: 'enter-request', segmentId, kind: 'statement', onBehalfOf, topic: '' } as const
}

function isThere({ removedAt }: { readonly removedAt: number | null }): boolean {
  return removedAt === null
}

function nameOf({ name, organization }: { readonly name: string; readonly organization: string }): string {
  return `${name}\n${organization}`.toLowerCase()
}

function raised(meeting: Meeting, event: EventOf<'hand-raised'>, at: number): Meeting {
  const { type: _type, requestId, ...hand } = event
  const listed = withSegment(meeting, hand.segmentId, (segment) => ({
    ...segment,
    list: [...segment.list, requestId],
  }))
  const request: Request = {
    ...hand,
    ...{ id: requestId, at, status: 'waiting', receipt: meeting.requests.size + 1, statement: null },
    ...{ pinned: false, hold: null, toldNext: false },
    askedLimitMs: limitFor(meeting, segmentById(meeting, hand.segmentId)!, hand),
  }
  return asLatest(withRequest(listed, request), request)
}

function offTheList(meeting: Meeting, requestId: string, status: RequestStatus): Meeting {
  const request = meeting.requests.get(requestId)!
  const shorter = withSegment(meeting, request.segmentId, (segment: Segment) => ({
    ...segment,
    list: segment.list.filter((other) => other !== requestId),
  }))
  return withRequest(shorter, { ...request, status })
}

function withStatus(meeting: Meeting, requestIds: readonly string[], status: RequestStatus): Meeting {
  return requestIds.reduce(
    (rolling, id) => withRequest(rolling, { ...rolling.requests.get(id)!, status }),
    meeting,
  )
}
