import { expect, test } from 'vitest'
import { aboutDuration, paceWords } from './time-words.ts'

const MINUTE_MS = 60_000

test.each([
  [20_000, 'less than a minute'],
  [12 * MINUTE_MS, 'about 12 min'],
  [60 * MINUTE_MS, 'about 1 h'],
  [80 * MINUTE_MS, 'about 1 h 20 min'],
])('%d ms are %s', (durationMs, words) => {
  expect(aboutDuration(durationMs)).toBe(words)
})

test.each([
  [30_000, 'On time'],
  [12 * MINUTE_MS, 'About 12 min behind'],
  [-60 * MINUTE_MS, 'About 1 h ahead'],
  [95 * MINUTE_MS, 'About 1 h 35 min behind'],
])('a delay of %d ms is %s', (behindMs, words) => {
  expect(paceWords(behindMs)).toBe(words)
})
