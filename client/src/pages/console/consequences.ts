import { remainingMs } from '@openfloor/shared/clock/clock.ts'
import type { PublicSegment } from '@openfloor/shared/views/public.ts'
import type { Picture } from './picture.ts'

/** What leaving the current segment does beside stopping its clock. */
export interface Leaving {
  /** Who would be ended as delivered. */
  readonly speaker: string | null
  /** How many would be recorded as not reached. */
  readonly notReached: number
  /** Whether an open list would close. */
  readonly closesList: boolean
}

/** What going to a segment does: what leaving the current one does, what is passed over, and what comes. */
export interface GoingTo extends Leaving {
  /** The titles of those that would be passed over, breaks included. */
  readonly passedOver: readonly string[]
  /** What is left of a segment that has run before; null for one that starts fresh. */
  readonly resumesWithMs: number | null
  /** Whether its list opens by itself. */
  readonly opensList: boolean
}

/** What leaving the current segment does. */
export function leaving({ current, floor }: Picture): Leaving {
  return {
    speaker: floor?.name ?? null,
    notReached: current?.waiting ?? 0,
    closesList: current?.listOpen ?? false,
  }
}

/** What going to a segment does. */
export function goingTo(picture: Picture, target: PublicSegment): GoingTo {
  const { segments, current } = picture
  const from = segments.findIndex(({ id }) => id === current?.id)
  const to = segments.findIndex(({ id }) => id === target.id)
  const between = segments.slice(from + 1, to)
  return {
    ...leaving(picture),
    passedOver: between.filter(({ startedAt }) => startedAt === null).map(({ title }) => title),
    // Its clock stands still, so any moment will do.
    resumesWithMs: target.startedAt === null ? null : remainingMs(target.clock, 0),
    opensList: target.kind === 'open-floor' && target.startedAt === null && !target.listOpen,
  }
}
