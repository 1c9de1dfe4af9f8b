import { expect, test } from 'vitest'
import { startClock, stopClock, stoppedClock, type Clock } from '@openfloor/shared/clock/clock.ts'
import { clockFace } from './clock-face.ts'
import { ownTimeWord } from './own-time-words.ts'

const warningsMs = [60_000, 30_000, 10_000]
const fresh = stoppedClock(180_000)
const running = startClock(fresh, 0)

/** What somebody reads whose clock has run for so long. */
const wordAt = (clock: Clock, seconds: number, warnings = warningsMs) =>
  ownTimeWord(clockFace(clock, seconds * 1_000, warnings), warnings)

test.each([
  [0, 'Your time is running'],
  [119, 'Your time is running'],
  [120, 'Less than a minute left'],
  [150, 'Less than 30 seconds left'],
  [169, 'Less than 30 seconds left'],
  [170, 'Please conclude'],
  [179.4, 'Please conclude'],
  [180, 'Please conclude'],
  [181, 'Time is up. Please conclude'],
  [400, 'Time is up. Please conclude'],
])('after %d s of three minutes: %s', (seconds, word) => {
  expect(wordAt(running, seconds)).toBe(word)
})

test('a clock that has not started says so, and one that was stopped stands still', () => {
  expect(wordAt(fresh, 5)).toBe('Not started yet')
  expect(wordAt(stopClock(running, 60_000), 90)).toBe('Your time stands still')
})

test('without warnings there is nothing to conclude for before the end', () => {
  expect(wordAt(running, 179, [])).toBe('Your time is running')
  expect(wordAt(running, 181, [])).toBe('Time is up. Please conclude')
})

test('a single warning is the last one', () => {
  expect(wordAt(running, 150, [30_000])).toBe('Please conclude')
})
