import { beforeEach, expect, test } from 'vitest'
import { overwriteGetLocale } from '../paraglide/runtime.js'
import { Catalogues } from './catalogues.ts'

type Catalogue = Awaited<ReturnType<ConstructorParameters<typeof Catalogues>[1]>>

const files: Readonly<Record<string, readonly (string | ((inputs?: object) => string))[]>> = {
  '/assets/abc/en.js': ['Floor', (inputs) => `until ${(inputs as { time: string }).time}`],
  '/assets/abc/fr.js': ['Parole', (inputs) => `jusqu’à ${(inputs as { time: string }).time}`],

  '/assets/abc/en.later.js': [, , 'Dialog'] as unknown as string[],

  '/assets/abc/fr.later.js': [, , 'Dialogue'] as unknown as string[],
}

let asked: string[]
let isOffline: boolean
let language: string

/** The texts of a page whose document says where they are. */
function pageWith(place: string | undefined = '/assets/abc/ later'): Catalogues {
  return new Catalogues(place, (url) => {
    asked.push(url)
    const texts = files[url.replace(/\?.*/, '')]
    if (isOffline || !texts) return Promise.reject(new Error('offline'))
    return Promise.resolve<Catalogue>({ default: () => texts.slice() })
  })
}

beforeEach(() => {
  asked = []
  isOffline = false
  language = 'fr'
  overwriteGetLocale(() => language as 'fr')
})

test('only the language that is wanted is asked for, and once', async () => {
  const page = pageWith()
  await Promise.all([page.addLocale('fr'), page.addLocale('fr')])
  expect(page.text(0)).toBe('Parole')
  expect(page.text(1, { time: '11:00' })).toBe('jusqu’à 11:00')
  expect(asked).toEqual(['/assets/abc/fr.js'])
})

test('a later part brings its texts in the languages that are there', async () => {
  const page = pageWith()
  await page.addLocale('fr')
  await page.addPart('later')
  expect(page.text(2)).toBe('Dialogue')
  expect(asked).toEqual(['/assets/abc/fr.js', '/assets/abc/fr.later.js'])
})

test('another language comes with the later parts that are there', async () => {
  const page = pageWith()
  await page.addLocale('fr')
  await page.addPart('later')
  await page.addLocale('en')
  language = 'en'
  expect([page.text(0), page.text(2)]).toEqual(['Floor', 'Dialog'])
})

test('a part that begins to load while a language is on its way is there in both', async () => {
  const page = pageWith()
  await page.addLocale('fr')
  await Promise.all([page.addLocale('en'), page.addPart('later')])
  expect([page.text(2), page.text(2, {}, 'en')]).toEqual(['Dialogue', 'Dialog'])
})

test('a second language stands beside the first; until it is there the first stands in', async () => {
  const page = pageWith()
  await page.addLocale('fr')
  expect(page.text(0, {}, 'en')).toBe('Parole')
  await page.addLocale('en')
  expect([page.text(0, {}, 'en'), page.text(0)]).toEqual(['Floor', 'Parole'])
})

test('a language that cannot be loaded is in nobody’s way, and can be tried again', async () => {
  const page = pageWith()
  await page.addLocale('fr')
  isOffline = true
  await expect(page.addLocale('en')).rejects.toThrow('offline')
  isOffline = false
  await page.addPart('later')
  expect(asked).not.toContain('/assets/abc/en.later.js')
  await page.addLocale('en')
  expect(page.text(2, {}, 'en')).toBe('Dialog')
})

test('what failed is asked for under another address, as some browsers remember the failure', async () => {
  const page = pageWith()
  isOffline = true
  await expect(page.addLocale('fr')).rejects.toThrow('offline')
  isOffline = false
  await page.addLocale('fr')
  expect(asked).toEqual(['/assets/abc/fr.js', '/assets/abc/fr.js?1'])
})

test('a part without texts waits for none, and without catalogues there is nothing to load', async () => {
  const page = pageWith()
  await page.addLocale('fr')
  await page.addPart('qr-path')
  expect(asked).toEqual(['/assets/abc/fr.js'])
  asked = []
  await new Catalogues(undefined, () => Promise.reject(new Error('asked'))).addLocale('fr')
})
