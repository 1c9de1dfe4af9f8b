import { limits } from '../limits.ts'
import { latestRequestId, segmentById } from './queries.ts'
import { refuse, type Refusal } from './refusals.ts'
import { repliers, rightsOfReplyUsed, type Speech } from './speaking-limits.ts'
import type { Actor, Meeting, Segment } from './state.ts'

/** A request for the floor as it is wished for. */
export type Hand = Speech & { readonly segmentId: string; readonly topic: string }

/** [L2] One live request a person and none for who has the floor; a point of order may come beside a request. */
export function handRefusal(meeting: Meeting, hand: Hand): Refusal | null {
  const person = meeting.people.get(hand.personId)
  if (!person || person.removedAt !== null) return refuse('unknown-person')
  const onTheFloor = [meeting.floorId, meeting.interruptedId]
    .filter((id) => id !== null)
    .map((id) => meeting.interventions.get(id)!.personId)
  if (onTheFloor.includes(hand.personId)) return refuse('has-the-floor')
  const latestId = latestRequestId(person, hand.kind)
  const latest = latestId === null ? undefined : meeting.requests.get(latestId)
  if (latest?.status === 'waiting') return refuse('hand-already-raised')
  return segmentRefusal(meeting, hand)
}

/** [L3] Lists have an end; [L5] none in a break; and what each kind of request asks of the segment. */
export function segmentRefusal(meeting: Meeting, hand: Hand): Refusal | null {
  const segment = segmentById(meeting, hand.segmentId)
  if (!segment) return refuse('unknown-segment')
  if (meeting.phase === 'ended') return refuse('meeting-ended')
  if (segment.kind === 'break') return refuse('segment-is-break')
  if (segment.list.length >= limits.requestsPerList) return refuse('list-full')
  return kindRefusal(meeting, segment, hand)
}

function kindRefusal(meeting: Meeting, segment: Segment, { kind, personId }: Hand): Refusal | null {
  switch (kind) {
    case 'statement':
    case 'question':
      return null
    case 'point-of-order':
      return currentRefusal(meeting, segment)
    case 'right-of-reply': {
      const { rightOfReplyMs } = segment.limits ?? meeting.settings.limits
      const used = meeting.people.has(personId) ? rightsOfReplyUsed(meeting, segment, personId) : 0
      if (used >= rightOfReplyMs.length) return refuse('replies-used-up')
      return currentRefusal(meeting, segment)
    }
    case 'panel-reply': {
      if (segment.repliesMs === 0) return refuse('no-replies-here')
      const isPanelist = repliers(meeting, segment).some((seat) => seat.personId === personId)
      return isPanelist ? null : refuse('not-a-panelist')
    }
  }
}

/** [L12] Points of order and rights of reply are about what is said now. */
function currentRefusal(meeting: Meeting, segment: Segment): Refusal | null {
  if (meeting.phase === 'planned') return refuse('meeting-not-started')
  return meeting.currentSegmentId === segment.id ? null : refuse('segment-not-current')
}

/** [L6] Participants act on their own waiting request only; moderators on any. */
export function requestRefusal(meeting: Meeting, requestId: string, actor: Actor): Refusal | null {
  const request = meeting.requests.get(requestId)
  if (!request) return refuse('unknown-request')
  if (actor.role === 'participant' && request.personId !== actor.personId) return refuse('not-yours')
  return request.status === 'waiting' ? null : refuse('request-not-waiting')
}
