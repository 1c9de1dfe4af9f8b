import { expect, test } from 'vitest'
import { limits } from '@openfloor/shared/limits.ts'
import { cleanFileName } from './file-name.ts'

test.each([
  ['Statement of Migrants’ Voice.pdf', 'Statement of Migrants’ Voice.pdf'],
  ['STATEMENT.PDF', 'STATEMENT.pdf'],
  ['statement.docx', 'statement.pdf'],
  ['invoice.pdf.exe', 'invoice.pdf.pdf'],
  ['draft 1.2', 'draft 1.2.pdf'],
  ['архив.7z', 'архив.pdf'],
  ['بيان.pdf', 'بيان.pdf'],
  ['../../etc/passwd', 'passwd.pdf'],
  ['C:\\Users\\amina\\speech.pdf', 'speech.pdf'],
  ['speech\u202efdp.exe', 'speechfdp.pdf'],
  ['a\u0000b\r\nSet-Cookie: c.pdf', 'abSet-Cookie_ c.pdf'],
  ['a<b>"c"?*|.pdf', 'a_b__c____.pdf'],
  ['.htaccess', 'htaccess.pdf'],
  ['...', 'statement.pdf'],
  ['folder/', 'statement.pdf'],
  ['', 'statement.pdf'],
  ['e\u0301loge.pdf', '\u00e9loge.pdf'],
])('%j is kept as %j', (given, kept) => expect(cleanFileName(given, 'pdf')).toBe(kept))

test('a long name keeps its beginning and its ending, and no half character', () => {
  const name = cleanFileName(`${'a'.repeat(115)}😀${'b'.repeat(50)}.txt`, 'pdf')
  expect(name).toBe(`${'a'.repeat(115)}.pdf`)
  expect(cleanFileName(`${'a'.repeat(500)}.pdf`, 'pdf')).toHaveLength(limits.fileNameChars)
})
