import type { ServerClock } from '../server-clock.ts'

/** How much may come at once, and how much again every second. */
export interface Rate {
  readonly burst: number
  readonly perSecond: number
}

/** A budget that refills steadily. */
export class TokenBucket {
  readonly #rate: Rate
  readonly #clock: ServerClock
  #left: number
  #at: number

  constructor(rate: Rate, clock: ServerClock) {
    this.#rate = rate
    this.#clock = clock
    this.#left = rate.burst
    this.#at = clock.now()
  }

  /** Takes one if there is one. */
  take(): boolean {
    const now = this.#clock.now()
    const refilled = this.#left + ((now - this.#at) / 1_000) * this.#rate.perSecond
    this.#left = Math.min(this.#rate.burst, refilled)
    this.#at = now
    if (this.#left < 1) return false
    this.#left -= 1
    return true
  }
}
