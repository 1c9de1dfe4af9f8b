import { expect, test } from 'vitest'
import { afterForDrop } from './list-moves.ts'

const rows = ['a', 'b', 'c', 'd'].map((requestId) => ({
  ...{ requestId, personId: requestId, name: requestId, organization: '', groupId: null },
  ...({ topic: '', limitMs: 1, kind: 'statement', onHold: false } as const),
  onBehalfOf: { capacity: 'organization', name: '' } as const,
}))
const drop = (dragged: string, over: string, side: 'before' | 'behind') =>
  afterForDrop(rows, dragged, over, side)

test('a row dropped beside another goes there; null is the head of the list', () => {
  expect(drop('d', 'a', 'before')).toBe(null)
  expect(drop('d', 'b', 'before')).toBe('a')
  expect(drop('a', 'c', 'behind')).toBe('c')
  expect(drop('a', 'd', 'before')).toBe('c')
})

test('where it would stay in its place there is nothing to send', () => {
  expect(drop('b', 'b', 'before')).toBeUndefined()
  expect(drop('b', 'b', 'behind')).toBeUndefined()
  expect(drop('b', 'a', 'behind')).toBeUndefined()
  expect(drop('b', 'c', 'before')).toBeUndefined()
  expect(drop('a', 'a', 'before')).toBeUndefined()
})

test('a row that has gone meanwhile is not moved, and nothing is moved behind it', () => {
  expect(drop('x', 'a', 'before')).toBeUndefined()
  expect(drop('a', 'x', 'behind')).toBeUndefined()
})
