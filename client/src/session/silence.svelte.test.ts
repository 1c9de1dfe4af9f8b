import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Silence } from './silence.ts'
import { onWake } from './wake.ts'

let silences: number[] = []
let silence: Silence
let aborted = new AbortController()

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 })
  silences = []
  aborted = new AbortController()
  const startedAt = performance.now()
  silence = new Silence(() => silences.push(performance.now() - startedAt))
})

afterEach(() => {
  silence.stop()
  aborted.abort()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('[CL8] the sign comes within 8 s of the last that was heard, and after it each try gets as long', () => {
  vi.advanceTimersByTime(5_900)
  silence.heard()
  vi.advanceTimersByTime(7_499)
  expect(silences).toEqual([])
  vi.advanceTimersByTime(2)
  expect(silences).toEqual([13_400])
  vi.advanceTimersByTime(7_500)
  expect(silences).toEqual([13_400, 20_900])
})

test('[CL8] two heartbeats of the server may be late by a second and a half, and nothing is said', () => {
  for (let beats = 0; beats < 10; beats += 1) {
    vi.advanceTimersByTime(5_500)
    silence.heard()
  }
  expect(silences).toEqual([])
})

test('[CL9] who wakes and hears nothing for two seconds says so; who hears something does not', () => {
  vi.advanceTimersByTime(1_000)
  silence.heard()
  silence.wake()
  vi.advanceTimersByTime(1_999)
  expect(silences).toEqual([])
  vi.advanceTimersByTime(1)
  expect(silences).toEqual([3_000])
  silence.wake()
  vi.advanceTimersByTime(300)
  silence.heard()
  vi.advanceTimersByTime(7_499)
  expect(silences).toEqual([3_000])
})

test('[CL9] a page that was frozen gives the messages in its queue time, before it speaks of silence', () => {
  vi.advanceTimersByTime(7_000)
  const now = performance.now()
  vi.spyOn(performance, 'now').mockImplementation(() => now + 60_000)
  vi.advanceTimersByTime(500)
  expect(silences).toEqual([])
  silence.heard()
  vi.advanceTimersByTime(2_000)
  expect(silences).toEqual([])
})

test('[CL9] a date that goes ahead of the monotonic clock is a reason to ask, once, and one that goes back is none', () => {
  const woke = vi.fn()
  onWake(woke, aborted.signal)
  vi.advanceTimersByTime(10_000)
  expect(woke).not.toHaveBeenCalled()
  vi.setSystemTime(Date.now() + 3_600_000)
  vi.advanceTimersByTime(3_000)
  expect(woke).toHaveBeenCalledTimes(1)
  vi.setSystemTime(Date.now() - 7_200_000)
  vi.advanceTimersByTime(3_000)
  expect(woke).toHaveBeenCalledTimes(1)
  aborted.abort()
  vi.setSystemTime(Date.now() + 3_600_000)
  vi.advanceTimersByTime(3_000)
  expect(woke).toHaveBeenCalledTimes(1)
})
