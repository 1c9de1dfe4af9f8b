import { expect, test } from 'vitest'
import { seatsOf, withLimit, withoutSeat, withSeat } from './panel-seats.ts'
import { stepped } from './reorder.ts'

const seat = (personId: string, limitMs: number) => ({
  ...{ personId, name: personId, organization: '', groupId: null, limitMs, spoken: 0 },
})
const seats = [
  { personId: 'chen', limitMs: null },
  { personId: 'dalia', limitMs: 300_000 },
]

test('a seat whose limit is the one of the segment has none of its own', () => {
  const panel = [seat('chen', 180_000), seat('dalia', 300_000)]
  expect(seatsOf({ panel, speakingLimitMs: 180_000 })).toEqual(seats)
})

test('nobody sits twice on a panel', () => {
  expect(withSeat(seats, 'chen')).toBe(seats)
  expect(withSeat(seats, 'boris').at(-1)).toEqual({ personId: 'boris', limitMs: null })
})

test('one seat is changed or taken away, and no other', () => {
  expect(withLimit(seats, 'dalia', null)).toEqual([seats[0], { personId: 'dalia', limitMs: null }])
  expect(withoutSeat(seats, 'chen')).toEqual([seats[1]])
})

test('an item steps up and down, and stays at the edge', () => {
  expect(stepped(['a', 'b', 'c'], 1, 'up')).toEqual(['b', 'a', 'c'])
  expect(stepped(['a', 'b', 'c'], 1, 'down')).toEqual(['a', 'c', 'b'])
  expect(stepped(['a', 'b'], 0, 'up')).toEqual(['a', 'b'])
  expect(stepped(['a', 'b'], 1, 'down')).toEqual(['a', 'b'])
})
