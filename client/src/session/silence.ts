import { limits } from '@openfloor/shared/limits.ts'
import { isSeen } from './seen.ts'

/** A page that comes back from a sleep waits only so long for a sign of life before it calls the connection dead. */
const WAKE_PATIENCE_MS = 2_000

/** Notices that nothing was heard for `limits.silenceMs`. A page that nobody sees sets no timer. */
export class Silence {
  readonly #onSilence: () => void
  #heardAt = performance.now()
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(onSilence: () => void) {
    this.#onSilence = onSilence
    this.#wait(limits.silenceMs)
  }

  /** Anything came from the server. */
  heard(): void {
    this.#heardAt = performance.now()
  }

  /** The page is shown again, or a new connection is being tried. */
  wake(): void {
    const quietMs = performance.now() - this.#heardAt
    this.#wait(Math.max(limits.silenceMs - quietMs, WAKE_PATIENCE_MS))
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #wait(forMs: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#look(), forMs)
  }

  #look(): void {
    if (!isSeen()) return
    const quietMs = performance.now() - this.#heardAt
    if (quietMs >= limits.silenceMs) this.#onSilence()
    this.#wait(quietMs >= limits.silenceMs ? limits.silenceMs : limits.silenceMs - quietMs)
  }
}
