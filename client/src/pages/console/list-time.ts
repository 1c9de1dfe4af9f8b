import { remainingMs, type Instant } from '@openfloor/shared/clock/clock.ts'
import type { ListTime } from '@openfloor/shared/programme/list-fit.ts'
import type { PublicSegment } from '@openfloor/shared/views/public.ts'
import type { Picture } from './picture.ts'

/** The current segment's list against its time, less what is kept for the panelists' replies. */
export function listTime(
  { rows, floor, public: { list } }: Picture,
  segment: PublicSegment,
  now: Instant,
): ListTime {
  return {
    leftMs: remainingMs(segment.clock, now) - segment.repliesMs,
    speakerLeftMs: floor ? Math.max(0, remainingMs(floor.clock, now)) : 0,
    limitsMs: rows.filter(({ hold }) => hold === null).map(({ limitMs }) => limitMs),
    changeoverMs: list?.changeoverMs ?? 0,
  }
}
