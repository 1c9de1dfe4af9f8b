import type { Instant } from '@openfloor/shared/clock/clock.ts'

/** The server's time. Every commit, view and pong takes it from here. */
export interface ServerClock {
  now(): Instant
}

/** The server's time for those who also wait for it. */
export interface AlarmClock extends ServerClock {
  /**
   * Calls `ring` once when it is that time, never before, and in a later turn if it is already. `ring` handles its own
   * errors; its promise is for clocks that time can be made to pass on. Returns what calls it off.
   */
  at(instant: Instant, ring: () => void | Promise<void>): () => void
}

/** What `setTimeout` can wait; for longer, the clock looks again then. */
const LONGEST_WAIT_MS = 2 ** 31 - 1

/**
 * Time that only moves forward at one pace: the machine's clock is read once, at the start of the process, so that a
 * step of it (by hand, by NTP) never moves a clock that runs in a meeting. Whole milliseconds.
 */
export function steadyClock(): AlarmClock {
  const now = () => Math.floor(performance.timeOrigin + performance.now())
  return { now, at: (instant, ring) => wait(now, instant, ring) }
}

function wait(now: () => Instant, instant: Instant, ring: () => void | Promise<void>): () => void {
  let timer: NodeJS.Timeout
  const look = () => {
    // Timers may fire a little early.
    if (now() >= instant) void ring()
    else set()
  }
  const set = () => {
    timer = setTimeout(look, Math.min(Math.max(0, instant - now()), LONGEST_WAIT_MS)).unref()
  }
  set()
  return () => clearTimeout(timer)
}
