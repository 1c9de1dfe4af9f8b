import type { Instant } from '../clock/clock.ts'
import { limits } from '../limits.ts'

/** When a speaker was called, and when they ended. */
export interface Turn {
  readonly calledAt: Instant
  readonly endedAt: Instant | null
}

/** How many measured changes the assumed one weighs as much as: the first few are not typical. */
const ASSUMED_WEIGHT = 3

/**
 * [P14] What a change of speaker takes on average in a segment, in ms: the gaps between one speaker's end and the next
 * one's call, longer ones left out, and until there are enough of them mostly `limits.changeoverMs`.
 */
export function meanChangeoverMs(turns: readonly Turn[]): number {
  let [sumMs, weight] = [limits.changeoverMs * ASSUMED_WEIGHT, ASSUMED_WEIGHT]
  for (const [at, { calledAt }] of turns.entries()) {
    const endedAt = turns[at - 1]?.endedAt
    if (endedAt === null || endedAt === undefined) continue
    const gapMs = calledAt - endedAt
    if (gapMs <= 0 || gapMs > limits.changeoverMaxMs) continue
    sumMs += gapMs
    weight += 1
  }
  return Math.round(sumMs / weight)
}
