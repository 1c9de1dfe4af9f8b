import type { Instant } from '../clock/clock.ts'
import type { Meeting, Person, RequestStatus, Segment } from '../meeting/state.ts'
import { limitFor, noticesToSpeaker, segmentById } from '../meeting/queries.ts'

/** What one participant sees beside the public view: themselves. */
export interface PersonalView {
  readonly me: Pick<Person, 'id' | 'name' | 'organization' | 'groupId' | 'country'>
  /** My latest request for the floor, alive or ended; null when I never asked. */
  readonly request: PersonalRequest | null
  /** Notices to me as the speaker. */
  readonly notices: readonly {
    readonly id: string
    readonly text: string
    readonly at: Instant
    readonly untilAt: Instant | null
  }[]
}

export interface PersonalRequest {
  readonly requestId: string
  readonly segmentId: string
  readonly topic: string
  readonly status: RequestStatus
  /** Place in the list, 1 is next; null unless waiting. */
  readonly place: number | null
  /** The limits of those before me, in sum; with the speaker's time left it tells about when my turn comes. */
  readonly aheadLimitMs: number | null
  readonly limitMs: number
}

/** The view of one participant; null when the person is not (or no longer) in the meeting. */
export function personalView(meeting: Meeting, personId: string): PersonalView | null {
  const person = meeting.people.get(personId)
  if (!person || person.removedAt !== null) return null
  const { id, name, organization, groupId, country } = person
  return {
    me: { id, name, organization, groupId, country },
    request: person.requestId === null ? null : requestSection(meeting, person.requestId),
    notices: noticesToSpeaker(meeting)
      .filter((notice) => notice.personId === personId)
      .map(({ id, text, at, untilAt }) => ({ id, text, at, untilAt })),
  }
}

function requestSection(meeting: Meeting, requestId: string): PersonalRequest | null {
  const request = meeting.requests.get(requestId)
  if (!request) return null
  const segment = segmentById(meeting, request.segmentId)
  const { segmentId, topic, status } = request
  const { place, aheadLimitMs } = (segment && placesIn(meeting, segment).get(requestId)) ?? nowhere
  const limitMs = segment ? limitFor(segment, request.personId) : 0
  return { requestId, segmentId, topic, status, place, aheadLimitMs, limitMs }
}

type Place = Pick<PersonalRequest, 'place' | 'aheadLimitMs'>

const nowhere: Place = { place: null, aheadLimitMs: null }

const placesBySegment = new WeakMap<Segment, ReadonlyMap<string, Place>>()

/** Counted once for all who wait there: the views of a full list would otherwise take time by the square of it. */
function placesIn(meeting: Meeting, segment: Segment): ReadonlyMap<string, Place> {
  const known = placesBySegment.get(segment)
  if (known) return known
  const places = new Map<string, Place>()
  let aheadLimitMs = 0
  for (const requestId of segment.list) {
    places.set(requestId, { place: places.size + 1, aheadLimitMs })
    aheadLimitMs += limitFor(segment, meeting.requests.get(requestId)!.personId)
  }
  placesBySegment.set(segment, places)
  return places
}
