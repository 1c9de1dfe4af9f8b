import { elapsedMs, isRunning, remainingMs, type Clock, type Instant } from '@openfloor/shared/clock/clock.ts'
import { countdown } from '@openfloor/shared/clock/digits.ts'

const SECOND_MS = 1_000

/** How a clock stands, as all pages show it. Colour, shape and word all follow from it. */
export interface ClockFace {
  /** Such as `2:59`, `0:00` and `+0:01`. */
  readonly text: string
  readonly tone: 'calm' | 'warning' | 'over' | 'paused'
  /** Stands still because nobody has started it yet. */
  readonly isFresh: boolean
  /** The latest of the warnings that has been reached, in ms before the end; null while none is, and once over. */
  readonly warningMs: number | null
  /** What ran, as a part of the limit; beyond 1 when over. */
  readonly share: number
  readonly remainingMs: number
}

/**
 * The face of a clock at `now`. Everything turns together with the digits: a warning at 30 s comes with `0:30`, and
 * over begins with `+0:01`.
 */
export function clockFace(clock: Clock, now: Instant, warningsMs: readonly number[] = []): ClockFace {
  const leftMs = remainingMs(clock, now)
  const { text, over } = countdown(leftMs)
  const shownMs = Math.floor(leftMs / SECOND_MS) * SECOND_MS
  const reached = warningsMs.filter((warningMs) => shownMs <= warningMs && warningMs < clock.limitMs)
  const warningMs = over || reached.length === 0 ? null : Math.min(...reached)
  return {
    text,
    tone: toneOf(isRunning(clock), over, warningMs !== null),
    isFresh: !isRunning(clock) && clock.accumulatedMs === 0,
    warningMs,
    share: elapsedMs(clock, now) / clock.limitMs,
    remainingMs: leftMs,
  }
}

/**
 * The widest digits that a clock shows while it runs up to its limit, so that nothing moves: an hour is `59:59` as soon
 * as it runs.
 */
export function widestDigits({ limitMs }: Clock): string {
  return countdown(limitMs - 1).text.replace(/\d/g, '0')
}

function toneOf(runs: boolean, over: boolean, warned: boolean): ClockFace['tone'] {
  if (over) return 'over'
  if (!runs) return 'paused'
  return warned ? 'warning' : 'calm'
}
