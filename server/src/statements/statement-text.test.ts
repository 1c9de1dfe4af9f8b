import { expect, test } from 'vitest'
import { limits } from '@openfloor/shared/limits.ts'
import { statementText } from './statement-text.ts'

const given = (text: string) => statementText(new TextEncoder().encode(text))

test('a text is kept in NFC, trimmed, with plain line ends', () => {
  const text = 'Thank you, Chair.\r\n\r\n\tCafe\u0301,\rand the end. '
  expect(given(`\ufeff \n${text}`)).toEqual({
    status: 'taken',
    text: 'Thank you, Chair.\n\n\tCaf\u00e9,\nand the end.',
  })
})

test('as long as it may be and not longer', () => {
  const longest = 'ä'.repeat(limits.statementTextChars)
  expect(given(`${longest}\n`)).toEqual({ status: 'taken', text: longest })
  expect(given(`${longest}a`)).toMatchObject({ status: 'refused', fault: 'too-long' })
})

test.each([
  ['', 'empty'],
  [' \n\t\u00a0\u200b ', 'empty'],
  ['a\u0000b', 'control-characters'],
  ['a\u001b[2Jb', 'control-characters'],
  ['a\u202eb', 'control-characters'],
  ['a\u2066b', 'control-characters'],
])('%j is refused: %s', (text, fault) => expect(given(text)).toMatchObject({ status: 'refused', fault }))

test('what is not UTF-8 is refused', () => {
  expect(statementText(Uint8Array.from([0x61, 0xe9]))).toMatchObject({
    status: 'refused',
    fault: 'not-utf-8',
  })
})

test('marks of direction that Arabic and Hebrew need are kept', () => {
  expect(given('شكرا\u200f.')).toEqual({ status: 'taken', text: 'شكرا\u200f.' })
})
