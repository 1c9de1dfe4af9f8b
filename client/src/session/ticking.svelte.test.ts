import { flushSync } from 'svelte'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startClock, stoppedClock, stopClock, remainingMs } from '@openfloor/shared/clock/clock.ts'
import { countdown } from '@openfloor/shared/clock/digits.ts'
import { Ticking } from './ticking.svelte.ts'

const START = 1_000_000
/** How far the server's time is ahead of this machine's. */
let aheadMs = 0
let ticking: Ticking
let stopReading = () => {}

const serverNow = () => Date.now() + aheadMs

/** Every text that a reading comes to, as a page would paint it. */
function painted(read: () => string): readonly string[] {
  const texts: string[] = []
  stopReading = $effect.root(() => {
    const text = $derived(read())
    $effect(() => void texts.push(text))
  })
  flushSync()
  return texts
}

function pass(ms: number): void {
  vi.advanceTimersByTime(ms)
  flushSync()
}

function setHidden(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
  document.dispatchEvent(new Event('visibilitychange'))
  flushSync()
}

beforeEach(() => {
  vi.useFakeTimers({ now: START })
  aheadMs = 0
  ticking = new Ticking(serverNow)
})

afterEach(() => {
  stopReading()
  ticking.stop()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

test('the digits of a running clock turn within a millisecond of its own second', () => {
  const clock = startClock(stoppedClock(3_000), START - 400)
  const texts = painted(() => countdown(remainingMs(clock, ticking.nowFor(clock))).text)
  pass(600)
  expect(texts).toEqual(['0:02'])
  pass(1)
  expect(texts).toEqual(['0:02', '0:01'])
  pass(1_000)
  expect(texts).toEqual(['0:02', '0:01', '0:00'])
  pass(1_000)
  expect(texts).toEqual(['0:02', '0:01', '0:00', '+0:01'])
})

test('a clock that stands still sets no timer', () => {
  const clock = stopClock(startClock(stoppedClock(60_000), START - 5_000), START)
  painted(() => countdown(remainingMs(clock, ticking.nowFor(clock))).text)
  expect(vi.getTimerCount()).toBe(0)
})

test('clocks of different seconds share one timer and turn each at its own', () => {
  const first = startClock(stoppedClock(60_000), START - 200)
  const second = startClock(stoppedClock(60_000), START - 700)
  const texts = painted(() => {
    const now = ticking.nowFor(first, second)
    return [first, second].map((clock) => countdown(remainingMs(clock, now)).text).join(' ')
  })
  expect(vi.getTimerCount()).toBe(1)
  pass(301)
  expect(texts.at(-1)).toBe('0:59 0:58')
  pass(500)
  expect(texts.at(-1)).toBe('0:58 0:58')
})

test('a clock about to start by this page’s estimate does not spin until then', () => {
  const clock = startClock(stoppedClock(60_000), START + 50)
  const texts = painted(() => countdown(remainingMs(clock, ticking.nowFor(clock))).text)
  pass(50)
  expect(texts).toEqual(['1:00'])
  pass(1)
  expect(texts).toEqual(['1:00', '0:59'])
})

test('a step of the day is read again when the next begins', () => {
  const texts = painted(() => String(ticking.nowBy(60_000)))
  pass(20_000)
  expect(texts).toEqual(['960000', '1020000'])
})

test('when the estimate moves, everything is painted at once and the timer set anew', () => {
  const clock = startClock(stoppedClock(60_000), START - 100)
  const texts = painted(() => countdown(remainingMs(clock, ticking.nowFor(clock))).text)
  aheadMs = 5_000
  ticking.repaint()
  flushSync()
  expect(texts).toEqual(['0:59', '0:54'])
  pass(901)
  expect(texts.at(-1)).toBe('0:53')
})

test('a hidden page sets no timer and is painted when it is shown again', () => {
  const clock = startClock(stoppedClock(60_000), START)
  const texts = painted(() => countdown(remainingMs(clock, ticking.nowFor(clock))).text)
  setHidden(true)
  expect(vi.getTimerCount()).toBe(0)
  pass(10_500)
  expect(texts).toEqual(['1:00'])
  setHidden(false)
  expect(texts).toEqual(['1:00', '0:49'])
})

test('nothing is painted for readings that are gone', () => {
  const clock = startClock(stoppedClock(60_000), START)
  painted(() => countdown(remainingMs(clock, ticking.nowFor(clock))).text)
  stopReading()
  pass(2_000)
  expect(vi.getTimerCount()).toBe(0)
})
