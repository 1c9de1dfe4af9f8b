import { limits } from '@openfloor/shared/limits.ts'
import { isSeen } from './seen.ts'

/** A page that wakes asks for the time at once; if nothing is heard for so long then, the connection is dead. */
const WAKE_PATIENCE_MS = 2_000
/** A timer that comes so late did not wait: the page was frozen, and what was sent to it lies in the queue. */
const FROZEN_MS = 1_000

/** Notices that nothing was heard for `limits.silenceMs`. A page that nobody sees sets no timer. */
export class Silence {
  readonly #onSilence: () => void
  #heardAt = performance.now()
  /** When the page woke without having heard anything since. */
  #wokeAt: number | null = null
  #lookAt = Infinity
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(onSilence: () => void) {
    this.#onSilence = onSilence
    this.#wait(limits.silenceMs)
  }

  /** Anything came from the server. */
  heard(): void {
    this.#heardAt = performance.now()
    this.#wokeAt = null
  }

  /** The page may have slept, and the connection died meanwhile without a word. */
  wake(): void {
    this.#wokeAt = performance.now()
    this.#wait(WAKE_PATIENCE_MS)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }

  #wait(forMs: number): void {
    clearTimeout(this.#timer)
    this.#lookAt = performance.now() + forMs
    this.#timer = setTimeout(() => this.#look(), forMs)
  }

  #look(): void {
    if (!isSeen()) return
    const now = performance.now()
    if (now - this.#lookAt > FROZEN_MS) return this.wake()
    const leftMs = this.#wokeAt === null ? this.#heardAt + limits.silenceMs - now : 0
    if (leftMs > 0) return this.#wait(leftMs)
    this.#wokeAt = null
    this.#wait(limits.silenceMs)
    this.#onSilence()
  }
}
