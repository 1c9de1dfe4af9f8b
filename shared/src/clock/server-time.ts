import type { Instant } from './clock.ts'

/** Reads a clock that never goes back and counts milliseconds from anywhere: `performance.now` in browsers. */
export type MonotonicNow = () => number

/** A question for the server's time and its answer; `sentAt` and `receivedAt` are on the monotonic clock, in ms. */
export interface Probe {
  readonly sentAt: number
  readonly receivedAt: number
  readonly serverNow: Instant
}

/**
 * A probe as evidence. The server read its clock after the question was sent and before the answer came, so the offset
 * (the server's time less the monotonic clock's) lay between these two, as far as clocks can be read.
 */
interface Sample {
  readonly sentAt: number
  readonly leastOffsetMs: number
  readonly mostOffsetMs: number
}

/** What decides: of the probes kept, the one with the quickest way there and the one with the quickest way back. */
interface Best {
  readonly there: Sample
  readonly back: Sample
  readonly offsetMs: number
}

/** Probes kept: about five minutes of them at their steady pace. */
const WINDOW_PROBES = 64

/**
 * How far the two clocks may drift apart, as a share of the time that passes (the role of PHI, RFC 5905 §7.2). PHI is
 * 15 ppm; 200 ppm leaves room for poor quartz in phones and for a server whose own clock is being slewed.
 */
const DRIFT_RATIO = 200e-6

/**
 * What a probe loses against later ones as it ages, as a share of the time that passes: two ordinary quartzes, of which
 * one is fast and one slow. A larger share would throw lucky probes away for a drift that hardly any machine has.
 */
const AGEING_RATIO = 100e-6

/** Both clocks are read in steps: whole milliseconds at the server, up to a millisecond in browsers. */
const READING_ERROR_MS = 2

/** The shown time runs at most this much faster or slower than the monotonic clock while it is corrected. */
const SLEW_RATIO = 0.05

/** An estimate further off than this is corrected in one step. */
const STEP_THRESHOLD_MS = 1_000

/**
 * The server's time as this machine may know it, whatever the machine's own date says. Every probe says between what the
 * offset lay. What made a probe wide is mostly a queue, and rarely one both ways: so the quickest way there and the
 * quickest way back are looked for each for itself, after an allowance for their age, and the middle between the two
 * is taken. (The clock filter of RFC 5905 §10 wants both in one exchange, which takes many more of them.) That leaves
 * the half of what the ways differ by nature, which no exchange of messages can find out.
 *
 * The shown time is drawn towards it without jumping or running back, except where it is more than a second wrong, or
 * was a guess from before the first probe: then it is set at once.
 *
 * A machine that slept may have stopped its monotonic clock. The first probe after that cannot be true together with
 * those before it, and two that cannot both be true mean that a clock jumped: the one sent later is believed.
 */
export class ServerTime {
  readonly #monotonicNow: MonotonicNow
  /** In the order they were sent, the latest last. */
  #samples: readonly Sample[] = []
  #best: Best | null = null
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
    if (this.#best === null) this.#shownOffsetMs = NaN
    this.#best = bestOf(this.#samples)
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
    const { there, back } = this.#best
    const aboveMs = there.mostOffsetMs + DRIFT_RATIO * Math.max(0, at - there.sentAt) - this.#shownOffsetMs
    const belowMs = this.#shownOffsetMs - back.leastOffsetMs + DRIFT_RATIO * Math.max(0, at - back.sentAt)
    return Math.max(aboveMs, belowMs)
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

/** The bounds of the offset that a probe gives; null when its numbers are impossible. */
function sampleOf({ sentAt, receivedAt, serverNow }: Probe): Sample | null {
  const leastOffsetMs = serverNow - receivedAt - READING_ERROR_MS
  const mostOffsetMs = serverNow - sentAt + READING_ERROR_MS
  if (!Number.isFinite(leastOffsetMs) || !Number.isFinite(mostOffsetMs) || receivedAt < sentAt) return null
  return { sentAt, leastOffsetMs, mostOffsetMs }
}

/**
 * The tightest bounds once all have aged. They age alike, so the present, which moves the upper as far up as the lower
 * down, need not be known. Of equals the later.
 */
function bestOf(samples: readonly Sample[]): Best {
  const most = ({ mostOffsetMs, sentAt }: Sample) => mostOffsetMs - AGEING_RATIO * sentAt
  const least = ({ leastOffsetMs, sentAt }: Sample) => leastOffsetMs + AGEING_RATIO * sentAt
  const there = samples.reduce((best, other) => (most(other) <= most(best) ? other : best))
  const back = samples.reduce((best, other) => (least(other) >= least(best) ? other : best))
  return { there, back, offsetMs: (most(there) + least(back)) / 2 }
}

/** Whether no offset lies within the bounds of both, even with the drift between them. */
function contradict(a: Sample, b: Sample): boolean {
  const allowanceMs = DRIFT_RATIO * Math.abs(a.sentAt - b.sentAt)
  return a.leastOffsetMs > b.mostOffsetMs + allowanceMs || b.leastOffsetMs > a.mostOffsetMs + allowanceMs
}
