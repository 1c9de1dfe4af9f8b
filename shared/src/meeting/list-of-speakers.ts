import { limits } from '../limits.ts'
import type { CommandOf } from '../commands.ts'
import type { Context, Decision, Deciders, Evolution } from './decision.ts'
import type { EventOf } from './events.ts'
import { describedPerson, personRefusal } from './people-checks.ts'
import { insertAfter } from './plan-checks.ts'
import { asLatest, floorIntervention, segmentById, withSegment } from './queries.ts'
import { refuse, type Refusal } from './refusals.ts'
import type { Meeting, Request, RequestStatus, Segment } from './state.ts'

/** Requests for the floor and the list they stand in (rules L). */
export const listDeciders = {
  'raise-hand': (meeting, { segmentId, topic }, { actor, newId }) => {
    const personId = actor.personId!
    const refusal = handRefusal(meeting, segmentId, personId)
    if (refusal) return refusal
    if (!segmentById(meeting, segmentId)!.listOpen) return refuse('list-closed')
    return [{ type: 'hand-raised', requestId: newId(), segmentId, personId, topic, entered: false }]
  },
  'enter-request': decideEntry,
  'lower-hand': (meeting, { requestId }, { actor }) => {
    const request = meeting.requests.get(requestId)
    if (!request) return refuse('unknown-request')
    if (request.personId !== actor.personId) return refuse('not-yours')
    return request.status === 'waiting'
      ? [{ type: 'hand-lowered', requestId }]
      : refuse('request-not-waiting')
  },
  'remove-request': (meeting, { requestId }) => {
    const request = meeting.requests.get(requestId)
    if (!request) return refuse('unknown-request')
    return request.status === 'waiting'
      ? [{ type: 'request-removed', requestId }]
      : refuse('request-not-waiting')
  },
  'move-request': (meeting, { requestId, after }) => {
    const request = meeting.requests.get(requestId)
    if (!request) return refuse('unknown-request')
    if (request.status !== 'waiting') return refuse('request-not-waiting')
    const { list } = segmentById(meeting, request.segmentId)!
    if (after === requestId || (after !== null && !list.includes(after))) return refuse('target-not-waiting')
    if (predecessor(list, requestId) === after) return []
    return [{ type: 'request-moved', requestId, after }]
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
  | 'lower-hand'
  | 'remove-request'
  | 'move-request'
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
  'list-not-reached': (meeting, { segmentId, requestIds }) =>
    withSegment(withStatus(meeting, requestIds, 'not-reached'), segmentId, (segment) => ({
      ...segment,
      list: [],
    })),
  'list-restored': (meeting, { segmentId, requestIds }) => {
    const waiting = withSegment(withStatus(meeting, requestIds, 'waiting'), segmentId, (segment) => ({
      ...segment,
      list: [...requestIds, ...segment.list],
    }))
    return requestIds.reduce((rolling, id) => asLatest(rolling, rolling.requests.get(id)!), waiting)
  },
  'request-moved': (meeting, { requestId, after }) =>
    withSegment(meeting, meeting.requests.get(requestId)!.segmentId, (segment) => ({
      ...segment,
      list: insertAfter(without(segment.list, requestId), requestId, after, String),
    })),
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
  | 'list-restored'
  | 'request-moved'
  | 'request-restored'
>

function decideEntry(meeting: Meeting, command: CommandOf<'enter-request'>, { newId }: Context): Decision {
  const { segmentId, speaker, topic } = command
  if ('personId' in speaker) {
    const { personId } = speaker
    const refusal = handRefusal(meeting, segmentId, personId)
    return refusal ?? [{ type: 'hand-raised', requestId: newId(), segmentId, personId, topic, entered: true }]
  }
  const person = describedPerson(meeting, speaker.person)
  const refusal = segmentRefusal(meeting, segmentId) ?? personRefusal(meeting, person)
  if (refusal) return refusal
  const personId = newId()
  return [
    { type: 'person-added', personId, person, origin: 'entered' },
    { type: 'hand-raised', requestId: newId(), segmentId, personId, topic, entered: true },
  ]
}

/** [L2] One live request a person, and none for who has the floor; [L3] lists have an end; [L5] none in a break. */
function handRefusal(meeting: Meeting, segmentId: string, personId: string): Refusal | null {
  const person = meeting.people.get(personId)
  if (!person || person.removedAt !== null) return refuse('unknown-person')
  if (floorIntervention(meeting)?.personId === personId) return refuse('has-the-floor')
  const latest = person.requestId === null ? undefined : meeting.requests.get(person.requestId)
  if (latest?.status === 'waiting') return refuse('hand-already-raised')
  return segmentRefusal(meeting, segmentId)
}

function segmentRefusal(meeting: Meeting, segmentId: string): Refusal | null {
  const segment = segmentById(meeting, segmentId)
  if (!segment) return refuse('unknown-segment')
  if (meeting.phase === 'ended') return refuse('meeting-ended')
  if (segment.kind === 'break') return refuse('segment-is-break')
  return segment.list.length >= limits.requestsPerList ? refuse('list-full') : null
}

function raised(meeting: Meeting, event: EventOf<'hand-raised'>, at: number): Meeting {
  const { requestId, segmentId, personId, topic, entered } = event
  const request: Request = { id: requestId, segmentId, personId, topic, entered, at, status: 'waiting' }
  const listed = withSegment(meeting, segmentId, (segment) => ({
    ...segment,
    list: [...segment.list, requestId],
  }))
  return asLatest(withRequest(listed, request), request)
}

function offTheList(meeting: Meeting, requestId: string, status: RequestStatus): Meeting {
  const request = meeting.requests.get(requestId)!
  const shorter = withSegment(meeting, request.segmentId, (segment: Segment) => ({
    ...segment,
    list: without(segment.list, requestId),
  }))
  return withRequest(shorter, { ...request, status })
}

function withStatus(meeting: Meeting, requestIds: readonly string[], status: RequestStatus): Meeting {
  return requestIds.reduce(
    (rolling, id) => withRequest(rolling, { ...rolling.requests.get(id)!, status }),
    meeting,
  )
}

function withRequest(meeting: Meeting, request: Request): Meeting {
  return { ...meeting, requests: meeting.requests.set(request.id, request) }
}

function without(list: readonly string[], id: string): string[] {
  return list.filter((other) => other !== id)
}

function predecessor(list: readonly string[], id: string): string | null {
  return list[list.indexOf(id) - 1] ?? null
}
