import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elapsedMs, remainingMs, startClock, stopClock, stoppedClock } from './clock.ts'

const START = Date.UTC(2020, 10, 9, 9)

test('[CL1] what is shown follows from the clock and from now alone', () => {
  const running = startClock({ ...stoppedClock(60_000), accumulatedMs: 5_000 }, START)
  expect(elapsedMs(running, START + 10_000)).toBe(15_000)
  expect(remainingMs(running, START + 10_000)).toBe(45_000)
  const paused = stopClock(running, START + 10_000)
  expect(elapsedMs(paused, START + 99_000)).toBe(15_000)
  expect(remainingMs(startClock(paused, START + 99_000), START + 100_000)).toBe(44_000)
})

test('[CL2] never negative, nor back while it runs, also by a page that is behind the server', () => {
  const instants = fc.array(fc.integer({ min: START - 60_000, max: START + 60_000 }))
  fc.assert(
    fc.property(instants, fc.nat(60_000), (nows, accumulatedMs) => {
      const clock = startClock({ ...stoppedClock(60_000), accumulatedMs }, START)
      const shown = nows.toSorted((a, b) => a - b).map((now) => elapsedMs(clock, now))
      expect(shown.every((ms) => ms >= accumulatedMs)).toBe(true)
      expect(shown).toEqual(shown.toSorted((a, b) => a - b))
    }),
  )
})
