import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import settings from '../project.inlang/settings.json' with { type: 'json' }
import { missingForms, parametersOf, type Message } from './message-checks.ts'

type Catalogue = Readonly<Record<string, Message>>

const source = fileURLToPath(new URL('../src/', import.meta.url))
const base = catalogueOf(settings.baseLocale)
const others = settings.locales.filter((locale) => locale !== settings.baseLocale)

function catalogueOf(locale: string): Catalogue {
  return JSON.parse(readFileSync(`${source}messages/${locale}.json`, 'utf8')) as Catalogue
}

/** The keys that pages ask for, as `m.key`. */
function usedKeys(): ReadonlySet<string> {
  const files = globSync('**/*.{svelte,ts}', { cwd: source })
    .filter((file) => !/^paraglide|\.test\.ts$/.test(file))
    .map((file) => readFileSync(source + file, 'utf8'))
  return new Set(files.flatMap((text) => [...text.matchAll(/\bm\s*\.\s*(\w+)/g)].map(([, key]) => key!)))
}

/** What the message lacks that pages need of it. */
const parametersByKey = (catalogue: Catalogue) =>
  Object.fromEntries(Object.entries(catalogue).map(([key, message]) => [key, parametersOf(message)]))

test.each(others)(
  'every message is there in "%s", with the same parameters, and in the same place',
  (locale) => {
    const catalogue = catalogueOf(locale)
    expect(parametersByKey(catalogue)).toEqual(parametersByKey(base))
    expect(Object.keys(catalogue)).toEqual(Object.keys(base))
  },
)

test.each(settings.locales)('every message has the plural forms of "%s"', (locale) => {
  const missing = Object.entries(catalogueOf(locale)).map(([key, message]) => [
    key,
    missingForms(message, locale),
  ])
  expect(missing.filter(([, forms]) => forms!.length > 0)).toEqual([])
})

test('every message is used', () => {
  const used = usedKeys()
  expect(Object.keys(base).filter((key) => !used.has(key))).toEqual([])
})

describe('a message', () => {
  const hands: Message = [
    {
      declarations: ['input count', 'local countForm = count: plural'],
      selectors: ['countForm'],
      match: { 'countForm=one': 'One hand of {list}', 'countForm=*': '{count} hands of {list}' },
    },
  ]

  test('has the parameters of all its forms', () => {
    expect(parametersOf('{b} and {a}, then {b}')).toEqual(['a', 'b'])
    expect(parametersOf(hands)).toEqual(['count', 'list'])
  })

  test.each([
    ['en', []],
    ['fr', []],
    ['zh', []],
    ['ru', ['countForm=many', 'countForm=few']],
    ['ar', ['countForm=zero', 'countForm=two', 'countForm=few', 'countForm=many']],
  ])('lacks the forms that counts take in "%s"', (locale, forms) => {
    expect(missingForms(hands, locale)).toEqual(forms)
  })

  test('lacks words for everything else', () => {
    const [{ match: _, ...rest }] = hands as [Exclude<Message, string>[0]]
    expect(missingForms([{ ...rest, match: { 'countForm=one': 'One hand' } }], 'en')).toEqual(['countForm=*'])
  })

  test('that depends on another choice needs no plural forms', () => {
    const chosen: Message = [
      {
        declarations: ['input kind'],
        selectors: ['kind'],
        match: { 'kind=panel': 'Panel', 'kind=*': 'Floor' },
      },
    ]
    expect(missingForms(chosen, 'ar')).toEqual([])
  })
})
