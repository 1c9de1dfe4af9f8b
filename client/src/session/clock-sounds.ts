import { isRunning, remainingMs, type Clock, type Instant } from '@openfloor/shared/clock/clock.ts'
import type { Sound } from './sounds.ts'

/** A sound that a clock will make if nothing changes. */
export interface DueSound {
  readonly sound: Extract<Sound, 'warning' | 'zero'>
  readonly inMs: number
}

/**
 * [F15] What a speaker's clock will sound like from now on: each warning that is still ahead, and zero. A clock that
 * stands still is silent, and so is what is past: whoever comes later hears nothing of it.
 */
export function dueSounds(clock: Clock, warningsMs: readonly number[], now: Instant): readonly DueSound[] {
  if (!isRunning(clock)) return []
  const leftMs = remainingMs(clock, now)
  const due = [
    ...warningsMs.map((warningMs) => ({ sound: 'warning' as const, inMs: leftMs - warningMs })),
    { sound: 'zero' as const, inMs: leftMs },
  ]
  return due.filter(({ inMs }) => inMs > 0)
}
