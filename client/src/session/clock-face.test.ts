import { expect, test } from 'vitest'
import { startClock, stoppedClock, stopClock } from '@openfloor/shared/clock/clock.ts'
import { clockFace, widestDigits } from './clock-face.ts'

const warningsMs = [60_000, 30_000, 10_000]
const running = startClock(stoppedClock(180_000), 0)

test.each([
  [0, '3:00', 'calm', null],
  [119_000, '1:01', 'calm', null],
  [119_001, '1:00', 'warning', 60_000],
  [149_001, '0:30', 'warning', 30_000],
  [179_999, '0:00', 'warning', 10_000],
  [180_001, '+0:01', 'over', null],
])('after %i ms it shows %s, %s', (now, text, tone, warningMs) => {
  expect(clockFace(running, now, warningsMs)).toMatchObject({ text, tone, warningMs })
})

test('a clock that was never started is fresh, one that was stopped is paused', () => {
  expect(clockFace(stoppedClock(60_000), 0)).toMatchObject({ tone: 'paused', isFresh: true })
  expect(clockFace(stopClock(running, 5_000), 9_000)).toMatchObject({ tone: 'paused', isFresh: false })
})

test('a warning as long as the limit warns of nothing', () => {
  const short = startClock(stoppedClock(30_000), 0)
  expect(clockFace(short, 1, warningsMs)).toMatchObject({ tone: 'calm', warningMs: null })
})

test.each([
  [3_600_000, '00:00'],
  [5_400_000, '0:00:00'],
  [180_000, '0:00'],
])('a clock of %i ms is as wide as %s', (limitMs, widest) => {
  expect(widestDigits(stoppedClock(limitMs))).toBe(widest)
})
