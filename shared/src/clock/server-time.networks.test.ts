import { describe, expect, test } from 'vitest'
import { nextProbeDelayMs } from './probe-plan.ts'
import { SimulatedNetwork, type Exchange } from './simulated-network.ts'

const MINUTE_MS = 60_000
const PAGES = 400

/** Numbers from 0 to 1, the same at every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A page that probes as its plan says, on a way that is different at every exchange. */
class SimulatedPage {
  readonly network: SimulatedNetwork
  readonly #way: () => Exchange
  #probes = 0

  constructor(way: () => Exchange, driftRatio: number) {
    this.network = new SimulatedNetwork({ driftRatio })
    this.#way = way
  }

  passWithProbes(durationMs: number): void {
    const until = this.network.monotonicMs + durationMs
    for (;;) {
      const waitMs = nextProbeDelayMs(this.#probes)
      if (this.network.monotonicMs + waitMs > until) break
      this.network.pass(waitMs)
      this.#probes += 1
      this.network.probe(this.#way())
    }
    this.network.pass(Math.max(0, until - this.network.monotonicMs))
  }
}

/** How far any two pages are apart, as a page of them pairs each with the next: the 99th percentile. */
function apartMs(errorsMs: readonly number[]): number {
  const apart = errorsMs.slice(1).map((errorMs, at) => Math.abs(errorMs - errorsMs[at]!))
  return apart.sort((a, b) => a - b)[Math.floor(apart.length * 0.99)]!
}

type Way = (random: () => number) => () => Exchange

/** Each page at its own distance, the same both ways; each message late by its own jitter. */
const anyDistance: Way = (random) => {
  const baseMs = 20 + random() * 120
  return () => ({ thereMs: baseMs + random() * 60, backMs: baseMs + random() * 60 })
}

/** A long tail: most messages are quick, some very late. */
const longTail: Way = (random) => {
  const lateMs = () => Math.min(2_000, -30 * Math.log(1 - random()))
  return () => ({ thereMs: 60 + lateMs(), backMs: 60 + lateMs() })
}

/** Nothing but jitter: every message takes anything from 20 to 200 ms. */
const allJitter: Way = (random) => () => ({ thereMs: 20 + random() * 180, backMs: 20 + random() * 180 })

describe('[CL4] any two pages agree to within 20 ms, 99 times of 100', () => {
  test.each([
    { name: 'any distance, 60 ms of jitter', way: anyDistance, withinMs: 20, afterMs: 6_000 },
    { name: 'any distance, for half an hour', way: anyDistance, withinMs: 20, afterMs: 30 * MINUTE_MS },
    { name: 'a long tail of late messages', way: longTail, withinMs: 20, afterMs: 6_000 },
    { name: 'a long tail, for half an hour', way: longTail, withinMs: 20, afterMs: 30 * MINUTE_MS },
    { name: 'every message 20 to 200 ms', way: allJitter, withinMs: 20, afterMs: MINUTE_MS },
    { name: 'every message 20 to 200 ms, for long', way: allJitter, withinMs: 20, afterMs: 30 * MINUTE_MS },
  ])('$name', ({ way, withinMs, afterMs }) => {
    const random = seeded(1)
    const errorsMs = Array.from({ length: PAGES }, () => {
      const page = new SimulatedPage(way(random), 30e-6 * (2 * random() - 1))
      page.passWithProbes(afterMs)
      return page.network.errorMs
    })
    expect(apartMs(errorsMs)).toBeLessThan(withinMs)
  })
})

describe('what networks do', () => {
  /** A page that has been there for a minute, on a way that can be changed. */
  function settled(driftRatio = 0) {
    const random = seeded(2)
    const way = { thereMs: 40, backMs: 40 }
    const next = () => ({ thereMs: way.thereMs + random() * 20, backMs: way.backMs + random() * 20 })
    const page = new SimulatedPage(next, driftRatio)
    page.passWithProbes(MINUTE_MS)
    return { page, network: page.network, way }
  }

  test.each([
    { name: 'an upload fills the queue there', thereMs: 1_500, backMs: 40 },
    { name: 'a download fills the queue back', thereMs: 40, backMs: 1_500 },
    { name: 'the new route is longer both ways', thereMs: 150, backMs: 150 },
    { name: 'the new route is shorter both ways', thereMs: 5, backMs: 5 },
  ])('$name: for two minutes no second moves by more than 25 ms', ({ thereMs, backMs }) => {
    const { page, network, way } = settled(20e-6)
    Object.assign(way, { thereMs, backMs })
    for (let seconds = 0; seconds < 120; seconds += 1) {
      page.passWithProbes(1_000)
      expect(Math.abs(network.errorMs)).toBeLessThan(25)
    }
  })

  test('[CL8] on a dead link the digits are right to 250 ms for half an hour, with quartzes 100 ppm apart', () => {
    for (const driftRatio of [-100e-6, 100e-6]) {
      const { page, network } = settled(driftRatio)
      network.pass(30 * MINUTE_MS)
      expect(Math.abs(network.errorMs)).toBeLessThan(250)
      expect(network.time.uncertaintyMs).toBeGreaterThan(Math.abs(network.errorMs))
      page.passWithProbes(10_000)
      expect(Math.abs(network.errorMs)).toBeLessThan(25)
    }
  })

  test('[CL5] and on return nothing jumps: it is drawn at 5 % at most', () => {
    const { page, network } = settled(100e-6)
    network.pass(30 * MINUTE_MS)
    let last = { at: network.monotonicMs, now: network.time.now() }
    for (let steps = 0; steps < 500; steps += 1) {
      page.passWithProbes(20)
      const next = { at: network.monotonicMs, now: network.time.now() }
      const passedMs = next.at - last.at
      expect(Math.abs(next.now - last.now - passedMs)).toBeLessThanOrEqual(passedMs * 0.05 + 0.01)
      last = next
    }
  })

  test('[CL6] after a sleep the first answer is enough, and the series makes it exact', () => {
    const { page, network } = settled()
    network.sleep(40 * MINUTE_MS)
    page.passWithProbes(5_000)
    expect(Math.abs(network.errorMs)).toBeLessThan(62)
    page.passWithProbes(30_000)
    expect(Math.abs(network.errorMs)).toBeLessThan(15)
  })
})
