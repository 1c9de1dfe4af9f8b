import { expect, test } from 'vitest'
import { codeDigits, isWholeCode, spacedCode } from './join-code.ts'

test.each([
  ['123456789', '123456789'],
  [' 123 456 789 ', '123456789'],
  ['123-456-789', '123456789'],
  ['https://openfloor.example:8080/join#123456789', '123456789'],
  ['12345678901', '123456789'],
  ['abc', ''],
])('a code typed as %j is %j', (typed, digits) => {
  expect(codeDigits(typed)).toBe(digits)
})

test.each([
  ['', ''],
  ['123', '123'],
  ['1234', '123 4'],
  ['123456789', '123 456 789'],
])('%j is shown as %j', (digits, shown) => {
  expect(spacedCode(digits)).toBe(shown.replaceAll(' ', '\u00a0'))
})

test('a code is whole with nine digits', () => {
  expect([isWholeCode('12345678'), isWholeCode('123456789')]).toEqual([false, true])
})
