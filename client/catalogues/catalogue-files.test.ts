import { expect, test } from 'vitest'
import { catalogueFiles } from './catalogue-files.ts'
import type { CompiledMessage } from './catalogue.ts'
import type { Chunk } from './chunks.ts'

const keys = ['title', 'hand', 'dialog', 'shared']

const messages = new Map(
  keys.map((key, place): [string, CompiledMessage] => [
    `${key}.js`,
    { key, place, module: `const en_${key} = () => { return \`${key}\` }` },
  ]),
)

/** A page with two later parts that share a script, one of which has texts of its own. */
const chunks: readonly Chunk[] = [
  { fileName: 'page.js', isEntry: true, imports: ['base.js'], moduleIds: ['page.ts', 'title.js'] },
  { fileName: 'base.js', isEntry: false, imports: [], moduleIds: ['base.ts', 'hand.js'] },
  { fileName: 'ask.js', isEntry: false, imports: ['common.js'], moduleIds: ['Ask.svelte', 'dialog.js'] },
  { fileName: 'common.js', isEntry: false, imports: ['page.js'], moduleIds: ['common.ts', 'shared.js'] },
  { fileName: 'path.js', isEntry: false, imports: ['base.js'], moduleIds: ['path.ts'] },
]

const parts = new Map([
  ['Ask', new Set(['Ask.svelte'])],
  ['Common', new Set(['common.ts'])],
  ['path', new Set(['path.ts'])],
])

const wordsOf = (code = '') => keys.filter((key) => code.includes(key))

test('the first load has the messages of all that it imports', () => {
  const { files } = catalogueFiles(['en'], { chunks, messages, parts })
  expect(wordsOf(files.get('en.js'))).toEqual(['title', 'hand'])
})

test('a later part has what it needs besides, whichever script that is in', () => {
  const { files } = catalogueFiles(['en'], { chunks, messages, parts })
  expect(wordsOf(files.get('en.Ask.js'))).toEqual(['dialog', 'shared'])
  expect(wordsOf(files.get('en.Common.js'))).toEqual(['shared'])
})

test('a part that needs no others has no file, and is not waited for', () => {
  const built = catalogueFiles(['en'], { chunks, messages, parts })
  expect(built.parts).toEqual(['Ask', 'Common'])
  expect([...built.files.keys()]).toEqual(['en.js', 'en.Ask.js', 'en.Common.js'])
})

test('parts may share a file', () => {
  const later = new Map([['later', new Set(['Ask.svelte', 'common.ts', 'path.ts'])]])
  const { files } = catalogueFiles(['en'], { chunks, messages, parts: later })
  expect(wordsOf(files.get('en.later.js'))).toEqual(['dialog', 'shared'])
})
