import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { limits } from '@openfloor/shared/limits.ts'
import { docxBytes, pdfBytes } from './testing/documents.ts'
import { statementFile } from './statement-file.ts'

/** Files in a zip, and what is wrong with it. */
interface Zipped {
  readonly what: string
  readonly files: Readonly<Record<string, Uint8Array>>
  readonly fault?: string
}

const utf8 = (text: string) => new TextEncoder().encode(text)
const faultOf = (bytes: Uint8Array, name = 'statement.pdf') => {
  const file = statementFile(bytes, name)
  return file.status === 'refused' ? file.fault : file
}
const mainDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

describe('what is taken, told by the content', () => {
  test.each([
    { what: 'a PDF', bytes: pdfBytes(), mediaType: 'application/pdf', name: 'statement.pdf' },
    {
      what: 'a DOCX',
      bytes: docxBytes(),
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      name: 'statement.docx',
    },
    {
      what: 'a text in many scripts',
      bytes: utf8('Mesdames,\r\n\tمرحبا\fДобрый день'),
      mediaType: 'text/plain; charset=utf-8',
      name: 'statement.txt',
    },
    {
      what: 'a text with a byte order mark',
      bytes: utf8('\ufeffThank you, Chair.'),
      mediaType: 'text/plain; charset=utf-8',
      name: 'statement.txt',
    },
  ])('$what', ({ bytes, mediaType, name }) => {
    expect(statementFile(bytes, 'statement.exe')).toEqual({ status: 'taken', name, mediaType })
  })

  test('a PDF as large as it may be, with something after its end', () => {
    const padding = new Uint8Array(limits.statementFileBytes - pdfBytes().length - 6)
    const largest = Buffer.concat([pdfBytes(), padding, utf8('%%EOF\n')])
    expect(largest.length).toBe(limits.statementFileBytes)
    expect(statementFile(largest, 'x').status).toBe('taken')
    expect(faultOf(Buffer.concat([largest, utf8('\n')]))).toBe('too-large')
  })
})

describe('what is not what it says it is', () => {
  const exe = Uint8Array.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff])
  const contentTypes = strToU8(`<Types><Override ContentType="${mainDocument}"/></Types>`)

  test('a program named .pdf: the sentence says what to do', () => {
    expect(statementFile(exe, 'statement.pdf')).toEqual({
      status: 'refused',
      fault: 'not-a-document',
      detail:
        'This is not a PDF, DOCX or text file, whatever its name says. Save it as PDF and send it again.',
    })
  })

  test.each([
    {
      what: 'a picture',
      bytes: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
      fault: 'not-a-document',
    },
    {
      what: 'an old .doc',
      bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]),
      fault: 'not-a-document',
    },
    {
      what: 'a program with a PDF behind it',
      bytes: Buffer.concat([exe, pdfBytes()]),
      fault: 'not-a-document',
    },
    { what: 'half a PDF', bytes: pdfBytes().slice(0, 60), fault: 'broken' },
    {
      what: 'a PDF that goes on after its end',
      bytes: Buffer.concat([pdfBytes(), new Uint8Array(2_000)]),
      fault: 'broken',
    },
    { what: 'UTF-16 text', bytes: Buffer.from('\ufeffThank you', 'utf16le'), fault: 'not-utf-8' },
    {
      what: 'UTF-16 text without its mark',
      bytes: Buffer.from('Thank you', 'utf16le'),
      fault: 'not-a-document',
    },
    { what: 'Latin-1 text', bytes: Buffer.from('Après vous', 'latin1'), fault: 'not-a-document' },
    { what: 'text with an escape sequence', bytes: utf8('\x1b[2Jgone'), fault: 'not-a-document' },
    { what: 'an empty file', bytes: new Uint8Array(), fault: 'empty' },
    { what: 'a file of blanks', bytes: utf8(' \n\t '), fault: 'empty' },
    { what: 'one byte too many', bytes: new Uint8Array(limits.statementFileBytes + 1), fault: 'too-large' },
  ])('$what', ({ bytes, fault }) => expect(faultOf(bytes)).toBe(fault))

  test.each<Zipped>([
    { what: 'any zip', files: { 'run.exe': exe }, fault: 'not-a-document' },
    {
      what: 'a workbook',
      files: { '[Content_Types].xml': contentTypes, 'xl/workbook.xml': exe },
      fault: 'not-a-document',
    },
    { what: 'a document without types', files: { 'word/document.xml': exe }, fault: 'not-a-document' },
    {
      what: 'types without end',
      files: { '[Content_Types].xml': new Uint8Array(300 * 1024), 'word/document.xml': exe },
      fault: 'not-a-document',
    },
  ])('a zip named .docx: $what', ({ files, fault }) =>
    expect(faultOf(zipSync(files), 'statement.docx')).toBe(fault),
  )

  test.each<Zipped>([
    { what: 'by their usual name', files: { 'word/vbaProject.bin': exe } },
    { what: 'by that name in capitals', files: { 'WORD/VBAPROJECT.BIN': exe } },
    {
      what: 'under another name, as the types say',
      files: {
        'word/harmless.bin': exe,
        '[Content_Types].xml': strToU8(
          `<Types><Override ContentType="${mainDocument}"/><Override PartName="/word/harmless.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>`,
        ),
      },
    },
  ])('a document with macros, $what', ({ files }) => expect(faultOf(docxBytes(files))).toBe('macros'))

  test('half a document, and one of which only the beginning is a zip', () => {
    const whole = docxBytes()
    expect(faultOf(whole.slice(0, whole.length - 30))).toBe('broken')
    expect(faultOf(utf8('PK\x03\x04 and nothing more'))).toBe('broken')
  })

  test('types that say they are small unpack to no more than they say', () => {
    const bomb = Buffer.from(docxBytes({ '[Content_Types].xml': new Uint8Array(30 * 1024 * 1024) }))
    const inDirectory = bomb.indexOf('PK\x01\x02')
    bomb.writeUInt32LE(1_000, inDirectory + 24)
    const beforeBytes = process.memoryUsage().arrayBuffers
    expect(faultOf(bomb)).toBe('not-a-document')
    expect(process.memoryUsage().arrayBuffers - beforeBytes).toBeLessThan(10 * 1024 * 1024)
  })
})
