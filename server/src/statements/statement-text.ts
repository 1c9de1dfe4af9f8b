import { limits } from '@openfloor/shared/limits.ts'
import { refuseStatement, type RefusedStatement } from './refused-statement.ts'

/** Control and direction-changing characters, as in every other text, save tabs and line ends. */
const CONTROL_CHARACTERS = /[^\P{Cc}\t\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

/** Anything but spaces and format characters, which nobody sees. */
const VISIBLE_CHARACTER = /[^\p{Z}\p{Cf}\s]/u

export type StatementText = { readonly status: 'taken'; readonly text: string } | RefusedStatement

/** A statement that was typed, from its UTF-8 bytes: NFC, trimmed, lines that end with a line feed. */
export function statementText(bytes: Uint8Array): StatementText {
  const given = decodeUtf8(bytes)
  if (given === null) return refuseStatement('not-utf-8', 'This text is not in UTF-8: send it in UTF-8.')
  const text = given.replace(/\r\n?/g, '\n').normalize('NFC').trim()
  if (!VISIBLE_CHARACTER.test(text))
    return refuseStatement('empty', 'There is no text in this: write it first.')
  if (text.length > limits.statementTextChars)
    return refuseStatement(
      'too-long',
      `The text has ${text.length} characters, at most ${limits.statementTextChars} are taken. Shorten it, or send it as a file.`,
    )
  if (CONTROL_CHARACTERS.test(text))
    return refuseStatement(
      'control-characters',
      'The text has control characters in it, which nobody sees: type it, or copy it as plain text.',
    )
  return { status: 'taken', text }
}

/** The text of these bytes, without a byte order mark; null where they are not UTF-8. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
