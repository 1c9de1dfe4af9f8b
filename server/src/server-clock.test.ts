import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { steadyClock, type AlarmClock } from './server-clock.ts'

const DAY_MS = 86_400_000

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** When the alarm rang, each time it did. */
function rings(clock: AlarmClock, inMs: number) {
  const times: number[] = []
  const startsAt = clock.now()
  const cancel = clock.at(startsAt + inMs, () => void times.push(clock.now() - startsAt))
  return { times, cancel }
}

test.each([1, 250, 40 * DAY_MS])('an alarm rings once, after %i ms', (inMs) => {
  const { times } = rings(steadyClock(), inMs)
  expect(times).toEqual([])
  vi.advanceTimersByTime(inMs - 1)
  expect(times).toEqual([])
  vi.advanceTimersByTime(2 * DAY_MS)
  expect(times).toEqual([inMs])
})

test('one that is late already rings in a later turn', () => {
  const { times } = rings(steadyClock(), -DAY_MS)
  expect(times).toEqual([])
  vi.advanceTimersByTime(0)
  expect(times).toEqual([0])
})

test('one that was called off does not ring, also after the longest wait of a timer', () => {
  const { times, cancel } = rings(steadyClock(), 60 * DAY_MS)
  vi.advanceTimersByTime(30 * DAY_MS)
  cancel()
  vi.advanceTimersByTime(60 * DAY_MS)
  expect(times).toEqual([])
})
