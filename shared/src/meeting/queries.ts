import type { RequestKind } from '../ordering/row.ts'
import type { Intervention, Meeting, Notice, Person, Request, Segment } from './state.ts'

export function segmentById(meeting: Meeting, segmentId: string): Segment | undefined {
  return meeting.segments.find((segment) => segment.id === segmentId)
}

export function currentSegment(meeting: Meeting): Segment | undefined {
  return meeting.currentSegmentId === null ? undefined : segmentById(meeting, meeting.currentSegmentId)
}

/** The intervention that has the floor. */
export function floorIntervention(meeting: Meeting): Intervention | undefined {
  return meeting.floorId === null ? undefined : meeting.interventions.get(meeting.floorId)
}

/** [N4] Notices to who has the floor now, sent since they were called: what was said to a speaker goes with them. */
export function noticesToSpeaker(meeting: Meeting): readonly Notice[] {
  const speaking = floorIntervention(meeting)
  if (!speaking) return []
  return meeting.notices.filter(
    ({ personId, at }) => personId === speaking.personId && at >= speaking.calledAt,
  )
}

/** A person who is known to be there; throws when the meeting's own records contradict each other. */
export function getPerson(meeting: Meeting, personId: string): Person {
  const person = meeting.people.get(personId)
  if (!person) throw new Error(`person ${personId} is named by the record of ${meeting.id} and not in it`)
  return person
}

/** [L2] A person's latest request of that kind: points of order count apart from all others. */
export function latestRequestId(person: Person, kind: RequestKind): string | null {
  return kind === 'point-of-order' ? person.pointOfOrderId : person.requestId
}

/** The meeting in which a request is its person's latest: a new one, or one that came back to life. */
export function asLatest(meeting: Meeting, { id, personId, kind }: Request): Meeting {
  const latest = kind === 'point-of-order' ? { pointOfOrderId: id } : { requestId: id }
  const person = { ...getPerson(meeting, personId), ...latest }
  return { ...meeting, people: meeting.people.set(personId, person) }
}

/** The meeting with one segment changed. */
export function withSegment(
  meeting: Meeting,
  segmentId: string,
  change: (segment: Segment) => Segment,
): Meeting {
  return {
    ...meeting,
    segments: meeting.segments.map((segment) => (segment.id === segmentId ? change(segment) : segment)),
  }
}

/** The meeting with one request changed or added. */
export function withRequest(meeting: Meeting, request: Request): Meeting {
  return { ...meeting, requests: meeting.requests.set(request.id, request) }
}
