import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { nextSpeaker } from '@openfloor/shared/views/next-speaker.ts'
import type {
  PublicFloor,
  PublicList,
  PublicPerson,
  PublicSegment,
  PublicView,
} from '@openfloor/shared/views/public.ts'

/** A segment and the title of its session; empty where the session has the same title. */
export interface Place {
  readonly segment: PublicSegment
  readonly sessionTitle: string
}

/** What a screen that follows the meeting shows. */
export type ScreenState =
  /** Before the start; `startsInMs` is 0 when the planned time has passed. */
  | { readonly kind: 'before'; readonly startsInMs: number }
  | {
      readonly kind: 'speaking'
      readonly place: Place
      readonly floor: PublicFloor
      readonly next: PublicPerson | null
    }
  | { readonly kind: 'floor-free'; readonly place: Place; readonly list: PublicList | null }
  | { readonly kind: 'panel'; readonly place: Place; readonly list: PublicList | null }
  /** `next` is what follows the break. */
  | { readonly kind: 'break'; readonly place: Place; readonly next: Place | null }
  /** The meeting runs, but no segment does: only the time of day. */
  | { readonly kind: 'between' }
  | { readonly kind: 'ended'; readonly endedAt: Instant | null }

/** What a screen shows while nobody has the floor. */
export type IdleState = Exclude<ScreenState, { readonly kind: 'speaking' }>

/** What there is to show at `now`. */
export function screenState(view: PublicView, now: Instant): ScreenState {
  const { meeting, programme, floor, list } = view
  if (meeting.phase === 'planned') return { kind: 'before', startsInMs: Math.max(0, meeting.startsAt - now) }
  if (meeting.phase === 'ended') return { kind: 'ended', endedAt: meeting.endedAt }
  const place = placeOf(view, programme.currentSegmentId)
  if (place === null) return { kind: 'between' }
  if (place.segment.kind === 'break') return breakState(view, place)
  if (floor !== null) return { kind: 'speaking', place, floor, next: nextSpeaker(view, place.segment) }
  const hasPanel = place.segment.kind !== 'open-floor' && place.segment.panel.length > 0
  return { kind: hasPanel ? 'panel' : 'floor-free', place, list }
}

function breakState(view: PublicView, place: Place): ScreenState {
  const { segments } = view.programme
  const following = segments[segments.findIndex(({ id }) => id === place.segment.id) + 1]
  return { kind: 'break', place, next: placeOf(view, following?.id ?? null) }
}

function placeOf({ programme }: PublicView, segmentId: string | null): Place | null {
  const segment = programme.segments.find(({ id }) => id === segmentId)
  if (segment === undefined) return null
  const title = programme.sessions.find(({ id }) => id === segment.sessionId)?.title ?? ''
  return { segment, sessionTitle: title === segment.title ? '' : title }
}
