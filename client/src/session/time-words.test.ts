import { expect, test } from 'vitest'
import { aboutDuration, paceAndHeld, paceWords, timeAndDay } from './time-words.ts'

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

const segments = [{ id: 'lunch', title: 'Lunch' }]
const nextHeld = { segmentId: 'lunch', startAt: 0 }

test('[P12] what is late says what holds in spite of it; what is on time says no more', () => {
  const say = (behindMs: number, held: typeof nextHeld | null = nextHeld) =>
    paceAndHeld({ behindMs, nextHeld: held }, segments, () => '12:00')
  expect(say(12 * MINUTE_MS)).toBe('About 12 min behind, Lunch still at 12:00')
  expect(say(-3 * MINUTE_MS)).toBe('About 3 min ahead, Lunch still at 12:00')
  expect(say(12 * MINUTE_MS, null)).toBe('About 12 min behind')
  expect(say(0)).toBe('On time')
})

test('[CL7] a time of another day says which', () => {
  const now = Date.parse('2026-06-01T21:50Z')
  const at = (utc: string) => timeAndDay(Date.parse(`${utc}Z`), now, 'Europe/Zurich', 'en')
  expect(at('2026-06-01T21:59')).toBe('23:59')
  expect(at('2026-06-01T22:00')).toBe('00:00 on 2 June')
  expect(at('2026-06-03T07:00')).toBe('09:00 on 3 June')
})
