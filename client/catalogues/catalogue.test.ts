import { expect, test } from 'vitest'
import { catalogueModule, type CompiledMessage } from './catalogue.ts'

/** A module as Paraglide compiles it. */
function compiled(key: string, place: number, texts: Readonly<Record<string, string>>): CompiledMessage {
  const functions = Object.entries(texts).map(
    ([locale, text]) =>
      `const ${locale}_${key} = /** @type {(inputs: Inputs) => LocalizedString} */ (${text});`,
  )
  return { key, place, module: `import * as registry from '../registry.js'\n${functions.join('\n')}` }
}

const said = (words: string) => `() => {\n\treturn /** @type {LocalizedString} */ (\`${words}\`)\n}`

const name = compiled('name', 1, { en: said('Openfloor'), fr: said('L’\\`Openfloor\\`') })
const until = compiled('until', 3, {
  en: '(i) => {\n\treturn /** @type {LocalizedString} */ (`until ${i?.time}`)\n}',
  fr: '(i) => {\n\treturn /** @type {LocalizedString} */ (`jusqu’à ${i?.time}`)\n}',
})
const waiting = compiled('waiting', 4, {
  en: '(i) => {const plural = registry.plural("en", i?.count, {});\n\tif (plural === "one") return (`1 waits`);\n\treturn (`${i?.count} wait`)\n}',
})

type Text = string | ((inputs: object) => string)

/** What a page has of it once it is loaded. */
async function loaded(locale: string, messages: readonly CompiledMessage[]): Promise<readonly Text[]> {
  const code = catalogueModule(locale, messages)
  const url = `data:text/javascript,${encodeURIComponent(code)}`
  const { default: texts } = (await import(/* @vite-ignore */ url)) as {
    default: (registry: object) => readonly Text[]
  }
  return texts({ plural: (_locale: string, count: number) => (count === 1 ? 'one' : 'other') })
}

test('every text stands at the place of its message, and nothing else does', async () => {
  const texts = await loaded('fr', [until, name])
  expect(Object.keys(texts)).toEqual(['1', '3'])
  expect(texts[1]).toBe('L’`Openfloor`')
})

test('a text with inputs is a function of them', async () => {
  const text = (await loaded('fr', [until]))[3] as (inputs: object) => string
  expect(text({ time: '11:00' })).toBe('jusqu’à 11:00')
})

test('plural forms are asked of the page', async () => {
  const text = (await loaded('en', [waiting]))[4] as (inputs: object) => string
  expect([text({ count: 1 }), text({ count: 7 })]).toEqual(['1 waits', '7 wait'])
})

test('it holds one language', () => {
  expect(catalogueModule('en', [until, name])).not.toMatch(/jusqu|L’/)
})

test('a message without a text in the language stops the build, with its key', () => {
  expect(() => catalogueModule('fr', [waiting])).toThrow('waiting has no text in "fr"')
  const borrowed = compiled('borrowed', 0, { en: said('Hall'), fr: 'en_borrowed' })
  expect(() => catalogueModule('fr', [borrowed])).toThrow('borrowed has no text in "fr"')
})

test('so does one that needs what pages do not have', () => {
  const dated = compiled('dated', 0, { en: '(i) => registry.datetime("en", i?.at, {})' })
  expect(() => catalogueModule('en', [dated])).toThrow('dated uses registry.datetime')
})
