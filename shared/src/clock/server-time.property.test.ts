import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SimulatedNetwork } from './simulated-network.ts'

const driftRatio = fc.double({ min: -200e-6, max: 200e-6, noNaN: true })
const delayMs = fc.double({ min: 20, max: 200, noNaN: true })
const exchange = fc.record({ thereMs: delayMs, backMs: delayMs })
/** A pause, then an exchange: from a quick series to a probe a minute. */
const step = fc.record({ pauseMs: fc.double({ min: 0, max: 60_000, noNaN: true }), exchange })
const steps = fc.array(step, { minLength: 1, maxLength: 30 })

test('the error stays within the uncertainty, also while it is being corrected', () => {
  fc.assert(
    fc.property(driftRatio, steps, (ratio, story) => {
      const network = new SimulatedNetwork({ driftRatio: ratio })
      for (const { pauseMs, exchange } of story) {
        network.probe(exchange)
        network.pass(pauseMs)
        expect(Math.abs(network.errorMs)).toBeLessThanOrEqual(network.time.uncertaintyMs)
      }
    }),
  )
})

test('at rest the error is within half of the smallest round trip, the drift and the reading error', () => {
  fc.assert(
    fc.property(driftRatio, fc.array(exchange, { minLength: 1, maxLength: 8 }), (ratio, exchanges) => {
      const network = new SimulatedNetwork({ driftRatio: ratio })
      const startedAt = network.monotonicMs
      for (const each of exchanges) network.probe(each)
      network.pass(20_000)
      const halfTripMs = Math.min(...exchanges.map(({ thereMs, backMs }) => (thereMs + backMs) / 2))
      const driftMs = 200e-6 * (network.monotonicMs - startedAt)
      expect(Math.abs(network.errorMs)).toBeLessThanOrEqual(halfTripMs + driftMs + 2)
    }),
  )
})

test('[CL5] on ordinary networks the time never runs back, and no faster or slower than 5 %', () => {
  const readings = fc.array(fc.double({ min: 0, max: 5_000, noNaN: true }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(driftRatio, fc.array(fc.tuple(exchange, readings)), (ratio, story) => {
      const network = new SimulatedNetwork({ driftRatio: ratio })
      network.probe({ thereMs: 200, backMs: 20 })
      let last = { at: network.monotonicMs, now: network.time.now() }
      for (const [each, waits] of story) {
        network.probe(each)
        for (const waitMs of waits) {
          network.pass(waitMs)
          const next = { at: network.monotonicMs, now: network.time.now() }
          const passedMs = next.at - last.at
          expect(next.now - last.now).toBeGreaterThanOrEqual(passedMs * 0.95 - 0.01)
          expect(next.now - last.now).toBeLessThanOrEqual(passedMs * 1.05 + 0.01)
          last = next
        }
      }
    }),
  )
})

test('[CL6] after a sleep of more than a second the first probe is believed at once', () => {
  const asleepMs = fc.integer({ min: 1_500, max: 24 * 3_600_000 })
  fc.assert(
    fc.property(driftRatio, steps, asleepMs, exchange, (ratio, story, sleptMs, first) => {
      const network = new SimulatedNetwork({ driftRatio: ratio })
      for (const each of story) {
        network.pass(each.pauseMs)
        network.probe(each.exchange)
      }
      network.sleep(sleptMs)
      network.probe(first)
      const halfTripMs = (first.thereMs + first.backMs) / 2
      expect(Math.abs(network.errorMs)).toBeLessThanOrEqual(halfTripMs + 2.1)
    }),
  )
})
