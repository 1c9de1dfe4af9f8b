import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { nextProbeDelayMs } from '@openfloor/shared/clock/probe-plan.ts'
import type { Probe } from '@openfloor/shared/clock/server-time.ts'

/** Asks the server for its time; null when no answer came. */
export type AskNow = () => Promise<Instant | null>

/** Asks for the server's time as the plan of probes says; a hidden page asks nothing. */
export class ClockProbes {
  readonly #ask: AskNow
  readonly #take: (probe: Probe) => void
  #series = 0
  #sent = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(ask: AskNow, take: (probe: Probe) => void) {
    this.#ask = ask
    this.#take = take
  }

  /** Begins a quick series: on a new connection and after a sleep. */
  restart(): void {
    this.stop()
    this.#sent = 0
    this.#schedule(this.#series)
  }

  stop(): void {
    this.#series++
    clearTimeout(this.#timer)
  }

  #schedule(series: number): void {
    if (document.hidden) return
    this.#timer = setTimeout(() => void this.#probe(series), nextProbeDelayMs(this.#sent))
  }

  async #probe(series: number): Promise<void> {
    this.#sent++
    const sentAt = performance.now()
    const serverNow = await this.#ask()
    if (serverNow !== null) this.#take({ sentAt, receivedAt: performance.now(), serverNow })
    if (series === this.#series) this.#schedule(series)
  }
}
