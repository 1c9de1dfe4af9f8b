import { expect, test } from 'vitest'
import { startClock, stopClock, stoppedClock } from '@openfloor/shared/clock/clock.ts'
import { dueSounds } from './clock-sounds.ts'

const threeMinutes = startClock(stoppedClock(180_000), 1_000_000)
const warningsMs = [60_000, 30_000]

test('[F15] the warnings that are ahead, and zero, each in its time', () => {
  expect(dueSounds(threeMinutes, warningsMs, 1_000_000)).toEqual([
    { sound: 'warning', inMs: 120_000 },
    { sound: 'warning', inMs: 150_000 },
    { sound: 'zero', inMs: 180_000 },
  ])
})

test('[F15] what is past is not sounded again, nor a warning as long as the whole limit', () => {
  expect(dueSounds(threeMinutes, warningsMs, 1_130_000).map(({ inMs }) => inMs)).toEqual([20_000, 50_000])
  expect(dueSounds(threeMinutes, warningsMs, 1_180_000)).toEqual([])
  expect(dueSounds(threeMinutes, [180_000], 1_000_000)).toEqual([{ sound: 'zero', inMs: 180_000 }])
})

test('[F15] a clock that stands still is silent', () => {
  expect(dueSounds(stopClock(threeMinutes, 1_010_000), warningsMs, 1_020_000)).toEqual([])
})
