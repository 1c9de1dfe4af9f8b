import { remainingMs, type Instant } from '@openfloor/shared/clock/clock.ts'
import { limits } from '@openfloor/shared/limits.ts'
import type { Projection } from '@openfloor/shared/programme/projection.ts'
import type { PersonalRequest } from '@openfloor/shared/views/personal.ts'
import type { PublicFloor, PublicSegment } from '@openfloor/shared/views/public.ts'
import type { View } from '@openfloor/shared/views/view.ts'
import { expectedStartOf } from './standing.ts'

/** How one participant stands with the floor. */
export type MyTurn =
  | { readonly kind: 'none' }
  | { readonly kind: 'speaking'; readonly floor: PublicFloor }
  | {
      readonly kind: 'waiting'
      readonly request: PersonalRequest
      readonly segment: PublicSegment
      /** First in the list of the segment that is running. */
      readonly isNext: boolean
      readonly place: number
      /** About when the turn comes. */
      readonly turnAt: Instant
      readonly isCurrent: boolean
    }
  | { readonly kind: 'panel'; readonly segment: PublicSegment; readonly isCurrent: boolean }
  | { readonly kind: 'removed' | 'not-reached' | 'spoken'; readonly request: PersonalRequest }

/** Speaking comes before waiting, waiting before a seat on a panel, and that before what is over. */
export function myTurn(view: View, projection: Projection, now: Instant): MyTurn {
  const { personal } = view
  if (!personal) return { kind: 'none' }
  const { floor } = view.public
  if (floor?.personId === personal.me.id) return { kind: 'speaking', floor }
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
  const turnAt = beginsAt + waitMs(request, isCurrent ? view.public.floor : null, now)
  return { kind: 'waiting', request, segment, isCurrent, isNext: isCurrent && place === 1, place, turnAt }
}

/** What the speaker has left, what those before me may take, and the changes of speaker in between. */
function waitMs(request: PersonalRequest, floor: PublicFloor | null, now: Instant): number {
  const speakerLeftMs = floor ? Math.max(0, remainingMs(floor.clock, now)) : 0
  return speakerLeftMs + (request.aheadLimitMs ?? 0) + (request.place ?? 0) * limits.changeoverMs
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
