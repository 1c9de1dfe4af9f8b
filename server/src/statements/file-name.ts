import { limits } from '@openfloor/shared/limits.ts'

/** Control and direction-changing characters, with which one ending can be made to look like another. */
const HIDDEN_CHARACTERS = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu

/** What some file system or shell understands as something else than a character of a name. */
const SPECIAL_CHARACTERS = /[<>:"|?*]/g

/** An ending as programs give it: `.docx`, `.exe`, `.7z`, but not the `.2` of "draft 1.2". */
const ENDING = /\.(?=[a-z0-9]{0,4}[a-z])[a-z0-9]{1,5}$/i

/** A name that any device can keep a file under: no path, nothing hidden, and the ending that fits its content. */
export function cleanFileName(given: string, ending: string): string {
  const name = given
    .normalize('NFC')
    .replace(HIDDEN_CHARACTERS, '')
    .replace(/^.*[/\\]/, '')
    .replace(SPECIAL_CHARACTERS, '_')
  const stem = name.replace(ENDING, '').replace(/^[\s.]+|[\s.]+$/g, '')
  return `${shortened(stem, limits.fileNameChars - ending.length - 1) || 'statement'}.${ending}`
}

/** Cut between characters, not within one. */
function shortened(text: string, maxChars: number): string {
  return text
    .slice(0, maxChars)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()
}
