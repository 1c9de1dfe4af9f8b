import { limits } from '@openfloor/shared/limits.ts'
import { docxOf } from './docx.ts'
import { cleanFileName } from './file-name.ts'
import { refuseStatement, type RefusedStatement } from './refused-statement.ts'
import { decodeUtf8 } from './statement-text.ts'

/** What a file is by its content: its media type, and how a name for it ends. */
interface Kind {
  readonly mediaType: string
  readonly ending: 'pdf' | 'docx' | 'txt'
}

const pdf: Kind = { mediaType: 'application/pdf', ending: 'pdf' }
const docx: Kind = {
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ending: 'docx',
}
const txt: Kind = { mediaType: 'text/plain; charset=utf-8', ending: 'txt' }

/** A file that may be kept, with the name to keep it under, or why not. */
export type StatementFile =
  { readonly status: 'taken'; readonly name: string; readonly mediaType: string } | RefusedStatement

/** Where readers look for the end of a PDF (ISO 32000-1, annex H, implementation note 18). */
const PDF_END_BYTES = 1_024

/** Control characters that have no place in a text file; a form feed between pages has. */
const CONTROL_CHARACTERS = /[^\P{Cc}\t\n\r\f]/u

/**
 * Whether this may be somebody's statement in writing: a PDF, a DOCX without macros, or a text in UTF-8 of at most
 * `limits.statementFileBytes`. What it is, is told by its content; `name` is what the sender calls it.
 */
export function statementFile(bytes: Uint8Array, name: string): StatementFile {
  const kind = kindOf(bytes)
  if ('status' in kind) return kind
  return { status: 'taken', name: cleanFileName(name, kind.ending), mediaType: kind.mediaType }
}

/** The refusal of anything larger than `limits.statementFileBytes`. */
function tooLarge(): RefusedStatement {
  const mebibytes = limits.statementFileBytes / 1024 / 1024
  return refuseStatement(
    'too-large',
    `The file is larger than ${mebibytes} MB. Make it smaller and send it again.`,
  )
}

function kindOf(bytes: Uint8Array): Kind | RefusedStatement {
  if (bytes.length === 0)
    return refuseStatement('empty', 'This file is empty. Look whether it is the right one and send it again.')
  if (bytes.length > limits.statementFileBytes) return tooLarge()
  if (startsWith(bytes, '%PDF-')) return pdfOrNot(bytes)
  if (startsWith(bytes, 'PK\x03\x04')) return docxOrNot(bytes)
  return txtOrNot(bytes)
}

function pdfOrNot(bytes: Uint8Array): Kind | RefusedStatement {
  const end = Buffer.from(bytes).subarray(-PDF_END_BYTES)
  return end.includes('%%EOF')
    ? pdf
    : refuseStatement('broken', 'The end of this PDF is missing. Save it once more and send it again.')
}

function docxOrNot(bytes: Uint8Array): Kind | RefusedStatement {
  switch (docxOf(bytes)) {
    case 'docx':
      return docx
    case 'macros':
      return refuseStatement('macros', 'This document holds macros. Save it as PDF and send it again.')
    case 'broken':
      return refuseStatement('broken', 'This document is damaged. Save it as PDF and send it again.')
    case 'other':
      return notADocument()
  }
}

function txtOrNot(bytes: Uint8Array): Kind | RefusedStatement {
  if (startsWith(bytes, '\xff\xfe') || startsWith(bytes, '\xfe\xff'))
    return refuseStatement(
      'not-utf-8',
      'This text is not in UTF-8. Save it as UTF-8 or as PDF and send it again.',
    )
  const text = decodeUtf8(bytes)
  if (text === null || CONTROL_CHARACTERS.test(text)) return notADocument()
  if (text.trim() === '')
    return refuseStatement(
      'empty',
      'There is no text in this file. Look whether it is the right one and send it again.',
    )
  return txt
}

function notADocument(): RefusedStatement {
  return refuseStatement(
    'not-a-document',
    'This is not a PDF, DOCX or text file, whatever its name says. Save it as PDF and send it again.',
  )
}

/** `beginning` names one byte by each character. */
function startsWith(bytes: Uint8Array, beginning: string): boolean {
  return Buffer.from(bytes.subarray(0, beginning.length)).equals(Buffer.from(beginning, 'latin1'))
}
