import { isRunning, stopClock, type Clock, type Instant } from '@openfloor/shared/clock/clock.ts'
import type { PublicSegment } from '@openfloor/shared/views/public.ts'
import { clockFace, type ClockFace } from '../../session/clock-face.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const SECOND_MS = 1_000

/** A clock as a screen shows it at one moment. */
export interface ShownClock extends ClockFace {
  /** The longest figures the clock shows while it runs: what the size of the digits is made for. */
  readonly longest: string
  /** How many of the warnings have been reached: 0 before the first and after zero. */
  readonly stage: number
  /** Where the warnings begin, as parts of the limit. */
  readonly warningShares: readonly number[]
  /** True for the first second past zero. */
  readonly isFlashing: boolean
}

/** The clock at `now` with the meeting's warnings; those as long as the limit itself warn of nothing and are left out. */
export function shownClock(clock: Clock, warningsMs: readonly number[], now: Instant): ShownClock {
  const face = clockFace(clock, begun(clock, now), warningsMs)
  const { text, tone, warningMs, remainingMs } = face
  const warnings = warningsMs.filter((atMs) => atMs < clock.limitMs).sort((a, b) => b - a)
  return {
    ...face,
    longest: longestFigures(clock.limitMs, text),
    stage: warningMs === null ? 0 : warnings.indexOf(warningMs) + 1,
    warningShares: warnings.map((atMs) => 1 - atMs / clock.limitMs),
    isFlashing: tone === 'over' && isRunning(clock) && remainingMs >= -SECOND_MS,
  }
}

/**
 * The figures to keep room for. An hour exactly counts as `00:00`: it is `59:59` as soon as it runs, and the digits
 * are the larger for it. A text that is longer still, as after ten minutes over, has its own length.
 */
export function longestFigures(limitMs: number, text: string): string {
  const figures = text.replace('+', '').replaceAll(/\d/g, '0')
  const expected = limitMs < 10 * MINUTE_MS ? '0:00' : limitMs <= HOUR_MS ? '00:00' : '0:00:00'
  return figures.length > expected.length ? figures : expected
}

/** The time to go in a break, which never runs over: at zero it waits for the moderator. */
export function countdownTo(
  { clock, startedAt }: PublicSegment,
  resumesAt: Instant | null,
  now: Instant,
): ShownClock {
  if (resumesAt === null || startedAt === null) return shownClock(clock, [], now)
  const whole: Clock = { startedAt, accumulatedMs: 0, limitMs: Math.max(SECOND_MS, resumesAt - startedAt) }
  const until = Math.min(now, startedAt + whole.limitMs)
  return shownClock(isRunning(clock) ? whole : stopClock(whole, until), [], until)
}

/** Within the first second of a running clock, also where this machine's estimate of the time is a little behind it. */
function begun({ startedAt }: Clock, now: Instant): Instant {
  return startedAt === null ? now : Math.max(now, startedAt + 1)
}
