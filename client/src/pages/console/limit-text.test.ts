import { expect, test } from 'vitest'
import { limitFromText } from './limit-text.ts'

test('minutes alone, or minutes and seconds', () => {
  expect(limitFromText('3')).toBe(180_000)
  expect(limitFromText(' 1:30 ')).toBe(90_000)
  expect(limitFromText('60:00')).toBe(3_600_000)
  expect(limitFromText('0:10')).toBe(10_000)
})

test('anything else, or out of range, is none', () => {
  for (const text of ['', '0:09', '60:01', '1:60', '1.5', 'three', '-1', '100'])
    expect(limitFromText(text)).toBeNull()
})
