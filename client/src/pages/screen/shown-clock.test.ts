import { startClock, stoppedClock } from '@openfloor/shared/clock/clock.ts'
import { expect, test } from 'vitest'
import { countdownTo, longestFigures, shownClock } from './shown-clock.ts'
import { left, paused, segment, time } from './testing/views.ts'

const at = time('11:10')
const warningsMs = [60_000, 30_000, 10_000]
const shown = (ms: number) => shownClock(left(ms, at), warningsMs, at)

test.each([
  [134_500, '2:14', 'calm', 0],
  [60_500, '1:00', 'warning', 1],
  [30_999, '0:30', 'warning', 2],
  [10_000, '0:10', 'warning', 3],
  [999, '0:00', 'warning', 3],
  [-1, '+0:01', 'over', 0],
  [-83_000, '+1:23', 'over', 0],
] as const)('with %i ms left it shows %s', (ms, text, tone, stage) => {
  expect(shown(ms)).toMatchObject({ text, tone, stage })
})

test('it flashes in the first second past zero, and never again', () => {
  expect([999, 0, -1, -1_000, -1_001].map((ms) => shown(ms).isFlashing)).toEqual([
    false,
    false,
    true,
    true,
    false,
  ])
})

test('a clock that stands still past zero does not flash', () => {
  expect(shownClock(paused(left(-500, at), at), warningsMs, at).isFlashing).toBe(false)
})

test('the warnings are marked on the bar, the longest first, and without those as long as the limit', () => {
  expect(shownClock(stoppedClock(60_000), [10_000, 60_000, 30_000], at).warningShares).toEqual([
    0.5,
    1 - 1 / 6,
  ])
})

test.each([
  ['a limit below ten minutes', 9 * 60_000, '2:00', '0:00'],
  ['ten minutes, from 10:00 to 9:59', 10 * 60_000, '9:59', '00:00'],
  ['an hour', 60 * 60_000, '59:59', '00:00'],
  ['an hour that has not started', 60 * 60_000, '1:00:00', '0:00:00'],
  ['an hour and a half', 90 * 60_000, '12:00', '0:00:00'],
  ['three minutes, over by ten', 180_000, '+10:00', '00:00'],
])('the digits of %s have one size', (_case, limitMs, text, longest) => {
  expect(longestFigures(limitMs, text)).toBe(longest)
})

test('an hour that runs never shows its hour, also where the estimate of the time is behind the start', () => {
  const clock = startClock(stoppedClock(3_600_000), at)
  expect(shownClock(clock, [], at - 80)).toMatchObject({ text: '59:59', longest: '00:00' })
})

test('a break counts to the time it ends, and stays at zero', () => {
  const lunch = segment('lunch', 'break', 60, {
    startedAt: time('12:20'),
    clock: startClock(stoppedClock(3_600_000), time('12:20')),
  })
  const resumesAt = time('13:00')
  expect(countdownTo(lunch, resumesAt, time('12:30'))).toMatchObject({
    text: '30:00',
    tone: 'calm',
    share: 0.25,
  })
  expect(countdownTo(lunch, resumesAt, time('13:05'))).toMatchObject({ text: '0:00', tone: 'calm' })
})

test('a paused break says so', () => {
  const clock = { startedAt: null, accumulatedMs: 600_000, limitMs: 3_600_000 }
  const lunch = segment('lunch', 'break', 60, { startedAt: time('12:00'), clock })
  expect(countdownTo(lunch, time('13:00'), time('12:10')).tone).toBe('paused')
})
