import { expect, test } from 'vitest'
import { itemAfterKey } from './menu-keys.ts'

test.each([
  ['ArrowDown', -1, 0],
  ['ArrowDown', 2, 0],
  ['ArrowUp', -1, 2],
  ['ArrowUp', 0, 2],
  ['ArrowUp', 2, 1],
  ['Home', 2, 0],
  ['End', 0, 2],
  ['Enter', 1, null],
])('%s from %i of three goes to %s', (key, at, to) => {
  expect(itemAfterKey(key, at, 3)).toBe(to)
})

test('an empty menu has nowhere to go', () => {
  expect(itemAfterKey('ArrowDown', -1, 0)).toBeNull()
})
