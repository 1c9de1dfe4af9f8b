import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countUp, countdown, nextChangeMs, roundedMinutes } from './digits.ts'

const HOUR_MS = 3_600_000

test.each([
  [10 * HOUR_MS, '10:00:00', false],
  [HOUR_MS + 123_000, '1:02:03', false],
  [HOUR_MS, '1:00:00', false],
  [HOUR_MS - 1, '59:59', false],
  [600_000, '10:00', false],
  [599_999, '9:59', false],
  [60_000, '1:00', false],
  [59_999, '0:59', false],
  [2_000, '0:02', false],
  [1_999, '0:01', false],
  [1_000, '0:01', false],
  [999, '0:00', false],
  [0.5, '0:00', false],
  [0, '0:00', false],
  [-0, '0:00', false],
  [-0.5, '+0:01', true],
  [-1, '+0:01', true],
  [-999, '+0:01', true],
  [-1_000, '+0:01', true],
  [-1_001, '+0:02', true],
  [-2_000, '+0:02', true],
  [-60_000, '+1:00', true],
  [-HOUR_MS - 1, '+1:00:01', true],
])('a count-down with %d ms left shows %s', (remainingMs, text, over) => {
  expect(countdown(remainingMs)).toEqual({ text, over })
})

test('[CL3] every text of a count-down is shown for exactly one second, on both sides of zero', () => {
  const shownMs = new Map<string, number>()
  for (let remainingMs = 2_999; remainingMs >= -3_000; remainingMs -= 1) {
    const { text } = countdown(remainingMs)
    shownMs.set(text, (shownMs.get(text) ?? 0) + 1)
  }
  expect([...shownMs]).toEqual([
    ['0:02', 1_000],
    ['0:01', 1_000],
    ['0:00', 1_000],
    ['+0:01', 1_000],
    ['+0:02', 1_000],
    ['+0:03', 1_000],
  ])
})

test.each([
  [-1, '0:00'],
  [0, '0:00'],
  [999, '0:00'],
  [1_000, '0:01'],
  [59_999, '0:59'],
  [60_000, '1:00'],
  [HOUR_MS - 1, '59:59'],
  [HOUR_MS, '1:00:00'],
  [25 * HOUR_MS + 61_000, '25:01:01'],
])('%d ms that have run show as %s', (elapsedMs, text) => {
  expect(countUp(elapsedMs)).toBe(text)
})

test.each([
  [60_000, 1],
  [59_999, 1_000],
  [59_999.5, 1_000],
  [1_500, 501],
  [0.5, 1],
  [0, 1],
  [-1, 1_000],
  [-1_000, 1],
])('with %d ms left the text changes in %d ms', (remainingMs, delayMs) => {
  expect(nextChangeMs(remainingMs)).toBe(delayMs)
})

test('after that delay the next text is due, and a millisecond earlier it is not', () => {
  const remainingMs = fc
    .integer({ min: -2_000 * HOUR_MS, max: 2_000 * HOUR_MS })
    .map((count) => count / 1_000)
  fc.assert(
    fc.property(remainingMs, (leftMs) => {
      const delayMs = nextChangeMs(leftMs)
      expect(countdown(leftMs - delayMs).text).not.toBe(countdown(leftMs).text)
      expect(countdown(leftMs - delayMs + 1).text).toBe(countdown(leftMs).text)
    }),
  )
})

test.each([
  [0, 0],
  [29_999, 0],
  [30_000, 1],
  [12 * 60_000 + 20_000, 12],
  [-12 * 60_000, 12],
])('%d ms are about %d min', (durationMs, minutes) => {
  expect(roundedMinutes(durationMs)).toBe(minutes)
})
