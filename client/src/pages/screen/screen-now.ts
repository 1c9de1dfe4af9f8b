import type { Instant } from '@openfloor/shared/clock/clock.ts'
import type { PublicView } from '@openfloor/shared/views/public.ts'
import type { Ticking } from '../../session/ticking.svelte.ts'

const SECOND_MS = 1_000

/**
 * Now, read again whenever one of the digits on a screen turns: the floor's, the segment's, and, with the second of the
 * day, those that count to a time of day, and the ends of notices.
 */
export function screenNow(ticking: Pick<Ticking, 'nowBy' | 'nowFor'>, view: PublicView): Instant {
  const { currentSegmentId, segments } = view.programme
  ticking.nowBy(SECOND_MS)
  ticking.nowFor(view.floor?.clock ?? null)
  return ticking.nowFor(segments.find(({ id }) => id === currentSegmentId)?.clock ?? null)
}
