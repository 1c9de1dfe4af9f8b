import type { Instant } from '@openfloor/shared/clock/clock.ts'

/** The server's time. Every commit, view and pong takes it from here. */
export interface ServerClock {
  now(): Instant
}

/**
 * Time that only moves forward at one pace: the machine's clock is read once, at the start of the process, so that a
 * step of it (by hand, by NTP) never moves a clock that runs in a meeting. Whole milliseconds.
 */
export function steadyClock(): ServerClock {
  return { now: () => Math.floor(performance.timeOrigin + performance.now()) }
}
