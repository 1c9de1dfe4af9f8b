import { remainingMs, type Clock, type Instant } from '@openfloor/shared/clock/clock.ts'
import { limits } from '@openfloor/shared/limits.ts'
import { turnRange } from '@openfloor/shared/programme/turn-range.ts'
import type { Projection } from '@openfloor/shared/programme/projection.ts'
import type { PersonalRequest } from '@openfloor/shared/views/personal.ts'
import type { PublicFloor, PublicSegment, PublicView } from '@openfloor/shared/views/public.ts'
import type { View } from '@openfloor/shared/views/view.ts'
import { expectedStartOf } from './standing.ts'

/** How one participant stands with the floor. */
export type MyTurn =
  | { readonly kind: 'none' }
  | { readonly kind: 'speaking'; readonly floor: PublicFloor }
  /** A point of order is being heard; the floor comes back with what is left of the clock. */
  | { readonly kind: 'interrupted'; readonly clock: Clock }
  | {
      readonly kind: 'waiting'
      readonly request: PersonalRequest
      readonly segment: PublicSegment
      /** First in the list of the segment that is running. */
      readonly isNext: boolean
      readonly place: number
      /** When the turn comes: not before and not after, as far as one can tell. */
      readonly turn: { readonly from: Instant; readonly until: Instant }
      readonly isCurrent: boolean
    }
  | { readonly kind: 'panel'; readonly segment: PublicSegment; readonly isCurrent: boolean }
  | { readonly kind: 'removed' | 'not-reached' | 'absent' | 'spoken'; readonly request: PersonalRequest }

/** Speaking comes before waiting, waiting before a seat on a panel, and that before what is over. */
export function myTurn(view: View, projection: Projection, now: Instant): MyTurn {
  const { personal } = view
  if (!personal) return { kind: 'none' }
  const { floor } = view.public
  if (floor?.personId === personal.me.id) return { kind: 'speaking', floor }
  if (floor?.interrupted?.personId === personal.me.id)
    return { kind: 'interrupted', clock: floor.interrupted.clock }
  return (
    waiting(view, projection, now) ?? seat(view, projection, personal.me.id) ?? over(view) ?? { kind: 'none' }
  )
}

function waiting(view: View, projection: Projection, now: Instant): MyTurn | null {
  const request = view.personal?.request
  const segment = view.public.programme.segments.find(({ id }) => id === request?.segmentId)
  if (!request || !segment || request.place === null) return null
  const { place } = request
  const isCurrent = segment.id === view.public.programme.currentSegmentId
  const beginsAt = isCurrent ? now : (expectedStartOf(projection, segment.id) ?? now)
  const { fromMs, untilMs } = rangeOf(request, isCurrent ? view.public : null, now)
  const turn = { from: beginsAt + fromMs, until: beginsAt + untilMs }
  const isNext = isCurrent && request.ahead === 0 && request.hold === null
  return { kind: 'waiting', request, segment, isCurrent, isNext, place, turn }
}

/** `view` is null before the segment runs: then nobody speaks, and a change of speaker takes as long as usual. */
function rangeOf({ ahead, aheadLimitMs }: PersonalRequest, view: PublicView | null, now: Instant) {
  const floor = view?.floor
  return turnRange({
    ahead: ahead ?? 0,
    aheadLimitMs: aheadLimitMs ?? 0,
    speakerLeftMs: floor ? Math.max(0, remainingMs(floor.clock, now)) : 0,
    changeoverMs: view?.list?.changeoverMs ?? limits.changeoverMs,
  })
}

/** A seat on the panel of the current segment, or of the next one that has it. */
function seat({ public: { programme } }: View, projection: Projection, personId: string): MyTurn | null {
  const isOn = (segment: PublicSegment) => segment.panel.some((each) => each.personId === personId)
  const ahead = programme.segments.filter((segment, index) => {
    const state = projection.segments[index]?.state
    return (state === 'current' || state === 'coming') && isOn(segment)
  })
  const segment = ahead.find(({ id }) => id === programme.currentSegmentId) ?? ahead[0]
  return segment ? { kind: 'panel', segment, isCurrent: segment.id === programme.currentSegmentId } : null
}

function over({ public: { programme }, personal }: View): MyTurn | null {
  const request = personal?.request
  switch (request?.status) {
    case 'removed':
    case 'not-reached':
    case 'absent':
      return { kind: request.status, request }
    case 'spoken':
      return request.segmentId === programme.currentSegmentId ? { kind: 'spoken', request } : null
    case 'waiting':
    case 'speaking':
    case 'withdrawn':
    case undefined:
      return null
  }
}
