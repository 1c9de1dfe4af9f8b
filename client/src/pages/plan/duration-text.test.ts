import { expect, test } from 'vitest'
import { limitText, minutesText, parseDuration, warningsText, type DurationStyle } from './duration-text.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60_000

test.each<[string, DurationStyle, number | null]>([
  ['3:00', 'speaking', 3 * MINUTE_MS],
  ['3', 'speaking', 3 * MINUTE_MS],
  ['90 s', 'speaking', 90 * SECOND_MS],
  ['1:30', 'speaking', 90 * SECOND_MS],
  ['1 min 30', 'speaking', 90 * SECOND_MS],
  ['2,5 min', 'speaking', 150 * SECOND_MS],
  ['60:00', 'speaking', 60 * MINUTE_MS],
  ['45', 'segment', 45 * MINUTE_MS],
  ['1:30', 'segment', 90 * MINUTE_MS],
  ['1 h 30', 'segment', 90 * MINUTE_MS],
  ['2 heures', 'segment', 120 * MINUTE_MS],
  ['45 min 30 s', 'segment', 45.5 * MINUTE_MS],
  ['10', 'warning', 10 * SECOND_MS],
  ['1 minute', 'warning', 60 * SECOND_MS],
  ['0', 'segment', 0],
  ['', 'segment', null],
  ['soon', 'segment', null],
  ['3:75', 'speaking', null],
  ['-3', 'speaking', null],
  ['1e9', 'segment', null],
  ['3:00:00', 'speaking', null],
  ['3 4', 'speaking', null],
  ['10 s 5', 'speaking', null],
])('%j of a %s field is %j', (text, style, expected) => {
  expect(parseDuration(text, style)).toBe(expected)
})

test.each([10 * SECOND_MS, 90 * SECOND_MS, 3 * MINUTE_MS, 60 * MINUTE_MS])(
  'a limit of %i ms is read as it is written',
  (limitMs) => {
    expect(parseDuration(limitText(limitMs), 'speaking')).toBe(limitMs)
  },
)

test.each([MINUTE_MS, 45 * MINUTE_MS, 90.5 * MINUTE_MS, 24 * 60 * MINUTE_MS])(
  'a duration of %i ms is read as it is written',
  (durationMs) => {
    expect(parseDuration(minutesText(durationMs), 'segment')).toBe(durationMs)
  },
)

test('warnings are seconds, separated by commas', () => {
  expect(warningsText([60_000, 30_000, 10_000])).toBe('60, 30, 10')
})
