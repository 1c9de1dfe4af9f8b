/** A point in time: milliseconds since 1970-01-01T00:00Z on the server's clock. */
export type Instant = number

/**
 * A clock that can be paused. It holds no running value: whoever shows it computes the value from `now`.
 * `startedAt` is null while it stands still; `accumulatedMs` is what ran before `startedAt`.
 */
export interface Clock {
  readonly startedAt: Instant | null
  readonly accumulatedMs: number
  readonly limitMs: number
}

/** A clock at zero that does not run. */
export function stoppedClock(limitMs: number): Clock {
  return { startedAt: null, accumulatedMs: 0, limitMs }
}

/** Time that has run, in milliseconds; never negative, also when `now` lies before the start. */
export function elapsedMs(clock: Clock, now: Instant): number {
  if (clock.startedAt === null) return clock.accumulatedMs
  return clock.accumulatedMs + Math.max(0, now - clock.startedAt)
}

/** Time left, in milliseconds; negative once the limit has passed. */
export function remainingMs(clock: Clock, now: Instant): number {
  return clock.limitMs - elapsedMs(clock, now)
}

export function isRunning(clock: Clock): boolean {
  return clock.startedAt !== null
}

/** The clock running from `at` on; a running clock is returned as it is. */
export function startClock(clock: Clock, at: Instant): Clock {
  return isRunning(clock) ? clock : { ...clock, startedAt: at }
}

/** The clock standing still at `at`; a clock that stands still is returned as it is. */
export function stopClock(clock: Clock, at: Instant): Clock {
  return isRunning(clock) ? { ...clock, startedAt: null, accumulatedMs: elapsedMs(clock, at) } : clock
}
