import { expect, test } from 'vitest'
import type { AlarmClock } from '../server-clock.ts'
import { standingClock, SteeredClock } from './steered-clock.ts'

const NOON = Date.parse('2020-11-09T12:00:00Z')

/** What rang when, in milliseconds after noon. */
function log(clock: AlarmClock) {
  const rang: [string, number][] = []
  const set = (name: string, afterMs: number, then: () => void | Promise<void> = () => {}) =>
    clock.at(NOON + afterMs, () => {
      rang.push([name, clock.now() - NOON])
      return then()
    })
  return { rang, set }
}

test('what is due rings in order, each at its own time, and what is not due does not', async () => {
  const clock = new SteeredClock(standingClock(NOON))
  const { rang, set } = log(clock)
  set('late', 3_000)
  set('later', 9_001)
  set('early', 1_000)
  set('called off', 2_000)()
  await clock.pass(9_000)
  expect(rang).toEqual([
    ['early', 1_000],
    ['late', 3_000],
  ])
  expect(clock.now()).toBe(NOON + 9_000)
  await clock.pass(1)
  expect(rang.at(-1)).toEqual(['later', 9_001])
})

test('time stands while what rang does its work, which may set more', async () => {
  const clock = new SteeredClock(standingClock(NOON))
  const { rang, set } = log(clock)
  set('first', 1_000, async () => {
    await new Promise(setImmediate)
    expect(clock.now()).toBe(NOON + 1_000)
    set('second', 2_000)
    set('overdue', 500)
  })
  await clock.pass(10_000)
  expect(rang).toEqual([
    ['first', 1_000],
    ['overdue', 1_000],
    ['second', 2_000],
  ])
})

test('between the jumps it goes on as the clock below, and rings with it', async () => {
  const below = new SteeredClock(standingClock(NOON))
  const clock = new SteeredClock(below)
  const { rang, set } = log(clock)
  set('after both', 60_500)
  await clock.pass(60_000)
  await below.pass(499)
  expect(rang).toEqual([])
  await below.pass(1)
  expect(rang).toEqual([['after both', 60_500]])
  await clock.pass(60_000)
  expect(rang).toHaveLength(1)
  expect(clock.now()).toBe(NOON + 120_500)
})
