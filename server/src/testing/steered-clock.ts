import type { Instant } from '@openfloor/shared/clock/clock.ts'
import type { AlarmClock } from '../server-clock.ts'

interface Alarm {
  readonly at: Instant
  readonly ring: () => void | Promise<void>
  callOffBelow: () => void
}

/** A clock on which no time passes. */
export function standingClock(now: Instant): AlarmClock {
  return { now: () => now, at: () => () => {} }
}

/**
 * For tests: another clock's time, and as much more as was let pass. While time is made to pass the clock stands at
 * each alarm until that has done its work, so that what is due at 12:00 is done at 12:00 and not later.
 */
export class SteeredClock implements AlarmClock {
  readonly #below: AlarmClock
  readonly #alarms = new Set<Alarm>()
  #aheadMs = 0
  #standsAt: Instant | null = null

  constructor(below: AlarmClock) {
    this.#below = below
  }

  now(): Instant {
    return this.#standsAt ?? this.#below.now() + this.#aheadMs
  }

  at(instant: Instant, ring: Alarm['ring']): () => void {
    const alarm: Alarm = { at: instant, ring, callOffBelow: () => {} }
    this.#alarms.add(alarm)
    this.#setBelow(alarm)
    return () => {
      this.#alarms.delete(alarm)
      alarm.callOffBelow()
    }
  }

  /** Lets so much time pass at once, with all that it causes. One call at a time. */
  async pass(durationMs: number): Promise<void> {
    const until = this.now() + durationMs
    this.#standsAt = this.now()
    for (let next = this.#next(until); next; next = this.#next(until)) {
      this.#standsAt = Math.max(this.#standsAt, next.at)
      await this.#ring(next)
    }
    this.#aheadMs = until - this.#below.now()
    this.#standsAt = null
    for (const alarm of this.#alarms) this.#setBelow(alarm)
  }

  #next(until: Instant): Alarm | undefined {
    const due = [...this.#alarms].filter(({ at }) => at <= until)
    return due.sort((a, b) => a.at - b.at)[0]
  }

  #setBelow(alarm: Alarm): void {
    alarm.callOffBelow()
    alarm.callOffBelow = this.#below.at(alarm.at - this.#aheadMs, () => this.#ringFromBelow(alarm))
  }

  /** While time is made to pass the alarms are that course's to ring. */
  #ringFromBelow(alarm: Alarm): void | Promise<void> {
    if (this.#standsAt === null) return this.#ring(alarm)
  }

  #ring(alarm: Alarm): void | Promise<void> {
    this.#alarms.delete(alarm)
    alarm.callOffBelow()
    return alarm.ring()
  }
}
