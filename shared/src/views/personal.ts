import type { Instant } from '../clock/clock.ts'
import { currentSegment, noticesToSpeaker, segmentById } from '../meeting/queries.ts'
import { limitFor, repliers, rightsOfReplyUsed } from '../meeting/speaking-limits.ts'
import type { Hold, Meeting, OnBehalfOf, Person, RequestStatus, Segment } from '../meeting/state.ts'
import type { RequestKind } from '../ordering/row.ts'

/** What one participant sees beside the public view: themselves. */
export interface PersonalView {
  readonly me: Pick<
    Person,
    'id' | 'name' | 'organization' | 'groupId' | 'country' | 'regionId' | 'gender' | 'mode'
  >
  /** My latest request for the floor, alive or ended; null when I never asked. */
  readonly request: PersonalRequest | null
  /** My latest point of order. */
  readonly pointOfOrder: PersonalRequest | null
  /** Whether I may ask for a reply as a panelist in the current segment. */
  readonly mayReply: boolean
  /** Rights of reply that my delegation has had, or is waiting for, in the current segment. */
  readonly rightsOfReplyUsed: number
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
  /** How many stand before me and are not on hold. */
  readonly ahead: number | null
  readonly kind: RequestKind
  readonly onBehalfOf: OnBehalfOf
  readonly hold: Hold
  /** The limit when I asked; another one since then is worth telling. */
  readonly askedLimitMs: number
  /** I was told that I am next, and others have been put before me since. */
  readonly movedBack: boolean
  /** What I handed in instead, when I was not reached. */
  readonly statement: {
    readonly form: 'text' | 'file'
    readonly name: string | null
    readonly at: Instant
  } | null
}

/** The view of one participant; null when the person is not (or no longer) in the meeting. */
export function personalView(meeting: Meeting, personId: string): PersonalView | null {
  const person = meeting.people.get(personId)
  if (!person || person.removedAt !== null) return null
  const { id, name, organization, groupId, country, regionId, gender, mode } = person
  const { requestId, pointOfOrderId } = person
  return {
    me: { id, name, organization, groupId, country, regionId, gender, mode },
    request: requestId === null ? null : requestSection(meeting, requestId),
    pointOfOrder: pointOfOrderId === null ? null : requestSection(meeting, pointOfOrderId),
    ...replySection(meeting, personId),
    notices: noticesToSpeaker(meeting)
      .filter((notice) => notice.personId === personId)
      .map(({ id, text, at, untilAt }) => ({ id, text, at, untilAt })),
  }
}

function requestSection(meeting: Meeting, requestId: string): PersonalRequest | null {
  const request = meeting.requests.get(requestId)
  if (!request) return null
  const segment = segmentById(meeting, request.segmentId)
  const { segmentId, topic, status, kind, onBehalfOf, hold, askedLimitMs, toldNext, statement } = request
  const where = (segment && placesIn(meeting, segment).get(requestId)) ?? nowhere
  return {
    ...{ requestId, segmentId, topic, status, kind, onBehalfOf, hold, askedLimitMs, ...where },
    limitMs: segment ? limitFor(meeting, segment, request) : 0,
    movedBack: toldNext && status === 'waiting' && hold === null && where.ahead !== 0,
    statement: statement && {
      form: statement.form,
      name: statement.form === 'file' ? statement.name : null,
      at: statement.at,
    },
  }
}

/** [L14] What there is to know for asking for a reply now. */
export function replySection(
  meeting: Meeting,
  personId: string,
): Pick<PersonalView, 'mayReply' | 'rightsOfReplyUsed'> {
  const segment = currentSegment(meeting)
  if (!segment || segment.kind === 'break') return { mayReply: false, rightsOfReplyUsed: 0 }
  return {
    mayReply: segment.repliesMs > 0 && repliers(meeting, segment).some((seat) => seat.personId === personId),
    rightsOfReplyUsed: rightsOfReplyUsed(meeting, segment, personId),
  }
}

type Place = Pick<PersonalRequest, 'place' | 'aheadLimitMs' | 'ahead'>

const nowhere: Place = { place: null, aheadLimitMs: null, ahead: null }

const placesBySegment = new WeakMap<Segment, ReadonlyMap<string, Place>>()

/** Counted once for all who wait there: the views of a full list would otherwise take time by the square of it. */
function placesIn(meeting: Meeting, segment: Segment): ReadonlyMap<string, Place> {
  const known = placesBySegment.get(segment)
  if (known) return known
  const places = new Map<string, Place>()
  let [ahead, aheadLimitMs] = [0, 0]
  for (const requestId of segment.list) {
    const request = meeting.requests.get(requestId)!
    places.set(requestId, { place: places.size + 1, ahead, aheadLimitMs })
    if (request.hold !== null) continue
    ahead += 1
    aheadLimitMs += limitFor(meeting, segment, request)
  }
  placesBySegment.set(segment, places)
  return places
}
