import { describe, expect, test } from 'vitest'
import { applyPatch, diff, type Patch } from './patch.ts'

/** The patch between two values, after it has travelled as JSON. */
function travelled(before: object, after: object): Patch {
  return JSON.parse(JSON.stringify(diff(before, after))) as Patch
}

describe('[V8] a patch says what changed', () => {
  test.each<readonly [string, object, object, Patch | null]>([
    ['nothing', { a: [{ b: 1 }] }, { a: [{ b: 1 }] }, null],
    ['a value', { a: 1, b: 2 }, { a: 1, b: 3 }, { b: ['=', 3] }],
    ['a new key', {}, { a: null }, { a: ['=', null] }],
    ['a key that is gone', { a: null }, {}, { a: ['-'] }],
    ['a key further in', { a: { b: 1, c: 1 } }, { a: { b: 2, c: 1 } }, { a: ['~', { b: ['=', 2] }] }],
    ['an object for null', { a: null }, { a: { b: 1 } }, { a: ['=', { b: 1 }] }],
    ['an object for an array', { a: [] }, { a: {} }, { a: ['=', {}] }],
    ['an item of an array', { a: [1, 2] }, { a: [1, 3] }, { a: ['~', { 1: ['=', 3] }] }],
    ['an item at the end', { a: [1] }, { a: [1, 2] }, { a: ['+', 1, 0, 2] }],
    ['an item that is gone', { a: [1, 2, 3] }, { a: [1, 3] }, { a: ['+', 1, 1] }],
    ['an item for two', { a: [1, 2, 3, 4] }, { a: [1, 9, 4] }, { a: ['+', 1, 2, 9] }],
  ])('%s', (_what, before, after, patch) => {
    expect(diff(before, after)).toEqual(patch)
    if (patch) expect(applyPatch(before, travelled(before, after))).toEqual(after)
  })

  test('[V8] parts that it does not touch keep their identity', () => {
    const before = { list: [{ id: 'a' }, { id: 'b' }], still: { deep: [1] }, gone: 1 }
    const after = applyPatch(before, { list: ['~', { 1: ['~', { id: ['=', 'c'] }] }], gone: ['-'] })
    expect(after).toEqual({ list: [{ id: 'a' }, { id: 'c' }], still: { deep: [1] } })
    expect(after.still).toBe(before.still)
    expect(after.list[0]).toBe(before.list[0])
    expect(before.list[1]).toEqual({ id: 'b' })
  })

  test('[V8] an array keeps those items that it keeps', () => {
    const before = { list: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] }
    const after = applyPatch(before, { list: ['+', 0, 1] })
    expect(after.list[0]).toBe(before.list[1])
  })
})

describe('[V9] a patch that does not fit is refused', () => {
  test.each<[string, Patch]>([
    ['a key of a number', { count: ['~', { a: ['=', 1] }] }],
    ['a key of something that is not there', { gone: ['~', { a: ['=', 1] }] }],
    ['a key of what every object inherits', JSON.parse('{"toString":["~",{"a":["=",1]}]}') as Patch],
    ['items of something that is no array', { count: ['+', 0, 0, 1] }],
    ['items behind the end', { list: ['+', 2, 1, 'x'] }],
    ['items before the beginning', { list: ['+', -1, 1] }],
    ['less than no items', { list: ['+', 1, -1] }],
    ['a place between two items', { list: ['+', 0.5, 0, 'x'] }],
    ['an item that is not there', { list: ['~', { 2: ['=', 'x'] }] }],
    ['the length of an array', { list: ['~', { length: ['=', 0] }] }],
    ['an item of an array taken out by its index', { list: ['~', { 0: ['-'] }] }],
    ['a key that is gone already', { gone: ['-'] }],
  ])('%s', (_what, patch) => {
    const before = { count: 1, list: ['a', 'b'] }
    expect(() => applyPatch(before, patch)).toThrow(RangeError)
    expect(before).toEqual({ count: 1, list: ['a', 'b'] })
  })

  test('[V9] nobody reaches a prototype', () => {
    const patches = ['{"__proto__":["=",{"evil":1}]}', '{"a":["~",{"__proto__":["~",{"evil":["=",1]}]}]}']
    for (const text of patches)
      expect(() => applyPatch({ a: {} }, JSON.parse(text) as Patch)).toThrow(RangeError)
    const value = applyPatch({ a: {} }, JSON.parse('{"a":["=",{"__proto__":{"evil":1}}]}') as Patch)
    expect([value, value.a, {}].map((object) => 'evil' in object)).toEqual([false, false, false])
  })
})
