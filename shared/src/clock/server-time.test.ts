import { describe, expect, test } from 'vitest'
import { ServerTime } from './server-time.ts'
import { SimulatedNetwork } from './simulated-network.ts'

const MINUTE_MS = 60_000

/** An estimate beside a monotonic clock that the test sets. */
function withClock() {
  const clock = { ms: 0 }
  return { clock, time: new ServerTime({ monotonicNow: () => clock.ms }) }
}

describe('evidence', () => {
  test('without any there is no time', () => {
    const { time } = withClock()
    expect(time.now()).toBeNaN()
    expect(time.uncertaintyMs).toBe(Infinity)
  })

  test('the first probe counts from the middle of its round trip', () => {
    const { clock, time } = withClock()
    clock.ms = 300
    time.addProbe({ sentAt: 100, receivedAt: 300, serverNow: 10_000 })
    expect(time.now()).toBe(10_100)
    expect(time.uncertaintyMs).toBeCloseTo(100 + 2 + 0.04)
  })

  test('between probes it follows the monotonic clock', () => {
    const { clock, time } = withClock()
    time.addProbe({ sentAt: 0, receivedAt: 0, serverNow: 10_000 })
    clock.ms = 90_000.5
    expect(time.now()).toBe(100_000.5)
  })

  test('[CL4] the quickest decides, in whatever order they come', () => {
    const small = { thereMs: 10, backMs: 10 }
    const large = { thereMs: 190, backMs: 20 }
    for (const exchanges of [
      [small, large],
      [large, small],
    ]) {
      const network = new SimulatedNetwork()
      for (const exchange of exchanges) network.probe(exchange)
      network.pass(10_000)
      expect(Math.abs(network.errorMs)).toBeLessThan(1)
    }
  })

  test.each([
    { sentAt: 200, receivedAt: 100, serverNow: 99_000 },
    { sentAt: NaN, receivedAt: 100, serverNow: 99_000 },
    { sentAt: 100, receivedAt: Infinity, serverNow: 99_000 },
    { sentAt: 100, receivedAt: 100, serverNow: NaN },
  ])('an impossible probe is ignored: %o', (probe) => {
    const { time } = withClock()
    time.addProbe(probe)
    expect(time.now()).toBeNaN()
    time.addProbe({ sentAt: 0, receivedAt: 0, serverNow: 10_000 })
    time.addProbe(probe)
    expect(time.now()).toBe(10_000)
  })

  test('[CL4] the quickest way there and the quickest way back need not be of one probe', () => {
    const network = new SimulatedNetwork()
    network.probe({ thereMs: 20, backMs: 180 })
    network.probe({ thereMs: 180, backMs: 20 })
    network.pass(10_000)
    expect(Math.abs(network.errorMs)).toBeLessThan(1)
    expect(network.time.uncertaintyMs).toBeLessThan(20 + 5)
  })

  test('ways that differ by nature cannot be told apart: half of it remains, within the uncertainty', () => {
    const network = new SimulatedNetwork()
    for (let count = 0; count < 20; count += 1) network.probe({ thereMs: 30, backMs: 110 })
    expect(network.errorMs).toBeCloseTo(-40, 0)
    expect(network.time.uncertaintyMs).toBeGreaterThan(40)
  })

  test('a lucky probe loses its say once drift may have made it worse', () => {
    const network = new SimulatedNetwork({ driftRatio: 90e-6 })
    network.probe({ thereMs: 5, backMs: 5 })
    network.pass(15 * MINUTE_MS)
    expect(network.errorMs).toBeLessThan(-80)
    network.probe({ thereMs: 40, backMs: 40 })
    network.pass(MINUTE_MS)
    expect(Math.abs(network.errorMs)).toBeLessThan(20)
  })

  test('a probe is forgotten when 64 more have come', () => {
    const network = new SimulatedNetwork()
    network.probe({ thereMs: 0, backMs: 0 })
    for (let count = 0; count < 63; count += 1) network.probe({ thereMs: 200, backMs: 200 })
    expect(network.time.uncertaintyMs).toBeLessThan(10)
    network.probe({ thereMs: 200, backMs: 200 })
    network.pass(MINUTE_MS)
    expect(network.time.uncertaintyMs).toBeGreaterThan(190)
  })
})

describe('one-way messages', () => {
  test('[CL5] the quickest is the estimate until there is a probe, which is then believed at once', () => {
    const network = new SimulatedNetwork()
    for (const delayMs of [120, 40, 90]) network.hint(delayMs)
    expect(network.errorMs).toBe(-40)
    expect(network.time.uncertaintyMs).toBe(Infinity)
    network.probe({ thereMs: 60, backMs: 60 })
    expect(network.errorMs).toBe(0)
  })

  test('after a probe they change nothing, but show that the machine slept', () => {
    const network = new SimulatedNetwork()
    network.probe({ thereMs: 30, backMs: 30 })
    expect(network.hint(5)).toBe(false)
    network.sleep(20_000)
    expect(network.hint(100)).toBe(true)
    expect(network.errorMs).toBe(-20_000)
  })

  test('one without a time is ignored', () => {
    const { time } = withClock()
    time.addHint(NaN, 10)
    expect(time.now()).toBeNaN()
    time.addHint(10_000, 0)
    expect(time.now()).toBe(10_000)
  })
})

describe('slewing and stepping', () => {
  /** An estimate of 0 at monotonic time 0 that a better probe then says is `errorMs` wrong. */
  function corrected(errorMs: number) {
    const { clock, time } = withClock()
    time.addProbe({ sentAt: -3_000, receivedAt: 0, serverNow: -1_500 })
    time.now()
    time.addProbe({ sentAt: 0, receivedAt: 0, serverNow: errorMs })
    return { clock, time }
  }

  test.each([
    { errorMs: 1_000, at: 0, shown: 0 },
    { errorMs: 1_000, at: 100, shown: 105 },
    { errorMs: 1_000, at: 20_000, shown: 21_000 },
    { errorMs: 1_000, at: 30_000, shown: 31_000 },
    { errorMs: -1_000, at: 100, shown: 95 },
    { errorMs: -1_000, at: 19_000, shown: 18_050 },
    { errorMs: -1_000, at: 20_000, shown: 19_000 },
    { errorMs: 1_001, at: 0, shown: 1_001 },
    { errorMs: -1_001, at: 0, shown: -1_001 },
  ])('an error of $errorMs ms shows $shown after $at ms', ({ errorMs, at, shown }) => {
    const { clock, time } = corrected(errorMs)
    clock.ms = at
    expect(time.now()).toBeCloseTo(shown, 6)
  })

  test('what is still to be corrected counts as uncertainty', () => {
    const { clock, time } = corrected(1_000)
    expect(time.uncertaintyMs).toBeCloseTo(1_002)
    clock.ms = 10_000
    expect(time.uncertaintyMs).toBeCloseTo(502 + 2)
  })

  test('a monotonic clock that goes back does not take the time with it', () => {
    const { clock, time } = withClock()
    time.addProbe({ sentAt: 0, receivedAt: 0, serverNow: 10_000 })
    clock.ms = 50
    expect(time.now()).toBe(10_050)
    clock.ms = 20
    expect(time.now()).toBe(10_050)
  })
})

describe('sleep', () => {
  test.each([1_500, 30_000, 8 * 60 * MINUTE_MS])(
    'after %d ms the first probe sets the time at once',
    (asleepMs) => {
      const network = new SimulatedNetwork()
      for (let count = 0; count < 8; count += 1) network.probe({ thereMs: 20, backMs: 20 })
      network.sleep(asleepMs)
      expect(network.errorMs).toBeCloseTo(-asleepMs, 0)
      network.probe({ thereMs: 150, backMs: 110 })
      expect(Math.abs(network.errorMs)).toBeLessThanOrEqual(132)
    },
  )

  test('[CL6] an answer from before the sleep that comes in late does not bring the old time back', () => {
    const network = new SimulatedNetwork()
    const stale = {
      sentAt: network.monotonicMs,
      receivedAt: network.monotonicMs + 200,
      serverNow: network.serverNow,
    }
    network.pass(10)
    network.sleep(60_000)
    network.probe({ thereMs: 30, backMs: 30 })
    network.time.addProbe(stale)
    expect(Math.abs(network.errorMs)).toBeLessThan(2)
  })
})
