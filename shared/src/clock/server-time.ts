import type { Instant } from './clock.ts'

/** Reads a clock that never goes back and counts milliseconds from anywhere: `performance.now` in browsers. */
export type MonotonicNow = () => number

/** A question for the server's time and its answer; `sentAt` and `receivedAt` are on the monotonic clock, in ms. */
export interface Probe {
  readonly sentAt: number
  readonly receivedAt: number
  readonly serverNow: Instant
}

/** A probe as evidence: the server's time less the monotonic clock's, and how wrong that was at most at `sentAt`. */
interface Sample {
  readonly sentAt: number
  readonly offsetMs: number
  readonly errorMs: number
}

/** Probes kept: the eight stages of the clock filter (RFC 5905 §10). */
const WINDOW_PROBES = 8

/**
 * How far the two clocks may drift apart, as a share of the time that passes (the role of PHI, RFC 5905 §7.2). PHI is
 * 15 ppm; 200 ppm leaves room for poor quartz in phones and for a server whose own clock is being slewed.
 */
const DRIFT_RATIO = 200e-6

/** Both clocks are read in steps: whole milliseconds at the server, up to a millisecond in browsers. */
const READING_ERROR_MS = 2

/** The shown time runs at most this much faster or slower than the monotonic clock while it is corrected. */
const SLEW_RATIO = 0.05

/** An estimate further off than this is corrected in one step. */
const STEP_THRESHOLD_MS = 1_000

/**
 * The server's time as this machine may know it, whatever the machine's own date says. The probe with the smallest
 * round trip, after an allowance for its age, decides (clock filter, RFC 5905 §10). The shown time is drawn towards
 * it without jumping or running back, except where it is more than a second wrong: then it is set at once.
 *
 * A machine that slept may have stopped its monotonic clock. The first probe after that cannot be true together with
 * those before it, and two that cannot both be true mean that a clock jumped: the one sent later is believed.
 */
export class ServerTime {
  readonly #monotonicNow: MonotonicNow
  /** In the order they were sent, the latest last. */
  #samples: readonly Sample[] = []
  #best: Sample | null = null
  /** The largest lower bound of the offset that one-way messages gave. */
  #hintOffsetMs = -Infinity
  /** The offset of the shown time, and the monotonic time it was last brought up to; NaN until there is evidence. */
  #shownOffsetMs = NaN
  #shownAt = -Infinity

  constructor({ monotonicNow }: { readonly monotonicNow: MonotonicNow }) {
    this.#monotonicNow = monotonicNow
  }

  /** Takes an answered probe into account; one with impossible numbers, or older than a jump, is ignored. */
  addProbe(probe: Probe): void {
    const sample = sampleOf(probe)
    if (sample === null) return
    const overruled = this.#samples.filter((other) => contradict(sample, other))
    if (overruled.some((other) => other.sentAt > sample.sentAt)) return
    this.#samples = this.#samples
      .filter((other) => !overruled.includes(other))
      .concat(sample)
      .sort((a, b) => a.sentAt - b.sentAt)
      .slice(-WINDOW_PROBES)
    this.#best = this.#samples.reduce((best, other) => (weight(other) <= weight(best) ? other : best))
  }

  /**
   * Takes note of the server's time in a one-way message, which was at least that when it arrived. Used as the
   * estimate until there is a probe. Afterwards it changes nothing; true says that it shows the estimate to be more
   * than a second behind, as after a sleep, so that the caller should probe at once.
   */
  addHint(serverNow: Instant, receivedAt: number): boolean {
    const offsetMs = serverNow - receivedAt
    if (!Number.isFinite(offsetMs)) return false
    if (this.#best !== null) return offsetMs - this.#best.offsetMs > STEP_THRESHOLD_MS
    this.#hintOffsetMs = Math.max(this.#hintOffsetMs, offsetMs)
    return false
  }

  /** The estimated server's time, with fractions of a millisecond; NaN until the first probe or hint. */
  now(): Instant {
    const at = this.#advance()
    return at + this.#shownOffsetMs
  }

  /** How far `now()` may be from the truth at most, in ms, unless a clock jumped since; Infinity until the first probe. */
  get uncertaintyMs(): number {
    if (this.#best === null) return Infinity
    const at = this.#advance()
    const toGoMs = Math.abs(this.#best.offsetMs - this.#shownOffsetMs)
    return this.#best.errorMs + DRIFT_RATIO * Math.max(0, at - this.#best.sentAt) + toGoMs
  }

  /** Draws the shown offset towards the best one for the time since the last reading; returns the monotonic time. */
  #advance(): number {
    const at = Math.max(this.#monotonicNow(), this.#shownAt)
    const targetMs = this.#best?.offsetMs ?? this.#hintOffsetMs
    if (targetMs === -Infinity) return at
    const toGoMs = targetMs - this.#shownOffsetMs
    const reachMs = SLEW_RATIO * (at - this.#shownAt)
    const isSlewed = Math.abs(toGoMs) <= STEP_THRESHOLD_MS && Math.abs(toGoMs) > reachMs
    this.#shownOffsetMs = isSlewed ? this.#shownOffsetMs + Math.sign(toGoMs) * reachMs : targetMs
    this.#shownAt = at
    return at
  }
}

/** Offset and error as RFC 5905 §8 has them, with the server's two timestamps being one; null when impossible. */
function sampleOf({ sentAt, receivedAt, serverNow }: Probe): Sample | null {
  const roundTripMs = receivedAt - sentAt
  const offsetMs = serverNow - (sentAt + receivedAt) / 2
  if (!Number.isFinite(roundTripMs) || !Number.isFinite(offsetMs) || roundTripMs < 0) return null
  return { sentAt, offsetMs, errorMs: roundTripMs / 2 + READING_ERROR_MS }
}

/** Samples in the order of what their errors have grown to; all grow alike, so it holds at any time. */
function weight(sample: Sample): number {
  return sample.errorMs - DRIFT_RATIO * sample.sentAt
}

/** Whether no offset lies within the errors of both, even with the drift between them. */
function contradict(a: Sample, b: Sample): boolean {
  const allowanceMs = a.errorMs + b.errorMs + DRIFT_RATIO * Math.abs(a.sentAt - b.sentAt)
  return Math.abs(a.offsetMs - b.offsetMs) > allowanceMs
}
