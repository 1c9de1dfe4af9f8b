import type { Clock, Instant } from '@openfloor/shared/clock/clock.ts'
import { isRunning, remainingMs } from '@openfloor/shared/clock/clock.ts'
import { nextChangeMs } from '@openfloor/shared/clock/digits.ts'

/** `setTimeout` takes no more than 2^31 - 1 ms; a page looks again after a day. */
const LONGEST_WAIT_MS = 86_400_000

/**
 * Makes everything on a page that shows time run again exactly when the next of its digits turns. Read it in templates
 * and `$derived`: each reading says until when its answer holds; one timer is set to the earliest of these moments, and
 * then all readings run again together. What no longer reads is forgotten after the next turn. A hidden page sets no
 * timer and is repainted when it is shown again.
 */
export class Ticking {
  readonly #now: () => Instant
  readonly #host: Window
  readonly #listening = new AbortController()
  #turn = $state(0)
  #dueAt = Infinity
  #timer: number | undefined

  /** `now` is the estimate of the server's time; `host` the window that shows it, by whose timers it ticks. */
  constructor(now: () => Instant, host: Window = window) {
    this.#now = now
    this.#host = host
    const { signal } = this.#listening
    for (const waking of ['visibilitychange', 'resume'])
      host.document.addEventListener(waking, () => this.repaint(), { signal })
  }

  /** Now, read again when the digits of one of these clocks turn; a clock that stands still needs no turn. */
  nowFor(...clocks: readonly (Clock | null | undefined)[]): Instant {
    const now = this.#read()
    for (const clock of clocks) if (clock && isRunning(clock)) this.#holdUntil(nextTurnAt(clock, now))
    return now
  }

  /**
   * The beginning of the step (a second, a minute) that it is in now, read again when the next begins. Local minutes
   * and hours begin with those of UTC, so it serves times of day. Between steps it is the same number.
   */
  nowBy(stepMs: number): Instant {
    const now = this.#read()
    const beganAt = Math.floor(now / stepMs) * stepMs
    this.#holdUntil(beganAt + stepMs)
    return beganAt
  }

  /** Paints now, and sets the timer anew: after the estimate of the server's time has changed. */
  repaint(): void {
    this.#host.clearTimeout(this.#timer)
    this.#timer = undefined
    this.#dueAt = Infinity
    if (!this.#host.document.hidden) this.#turn++
  }

  /** Sets no timer any more. */
  stop(): void {
    this.#listening.abort()
    this.#host.clearTimeout(this.#timer)
    this.#dueAt = -Infinity
  }

  #read(): Instant {
    void this.#turn
    return this.#now()
  }

  #holdUntil(at: Instant): void {
    if (at < this.#dueAt) this.#wait(at)
  }

  #wait(dueAt: Instant): void {
    this.#host.clearTimeout(this.#timer)
    this.#dueAt = dueAt
    if (this.#host.document.hidden) return
    const waitMs = Math.max(0, Math.ceil(dueAt - this.#now()))
    this.#timer = this.#host.setTimeout(() => this.#arrive(), Math.min(waitMs, LONGEST_WAIT_MS))
  }

  /** Timers may fire a little early, and the estimate may have moved meanwhile: then wait for the rest. */
  #arrive(): void {
    if (this.#now() < this.#dueAt) this.#wait(this.#dueAt)
    else this.repaint()
  }
}

/** A clock that by this page's estimate starts in a moment stands still until then. */
function nextTurnAt(clock: Clock, now: Instant): Instant {
  const fromAt = Math.max(now, clock.startedAt ?? now)
  return fromAt + nextChangeMs(remainingMs(clock, fromAt))
}
