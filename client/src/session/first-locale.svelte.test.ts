import { afterEach, expect, test, vi } from 'vitest'
import { firstLocale } from './first-locale.ts'
import { remember } from './remembered.ts'

/** A page at that address, in a browser of somebody who reads these languages. */
function at(address: string, languages: readonly string[] = ['de-CH', 'en-GB']): void {
  history.replaceState(null, '', address)
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)
}

afterEach(() => {
  vi.restoreAllMocks()
  remember('language', null)
})

test('a page begins in the first of the browser’s languages that there is', () => {
  at('/m/abc', ['de-CH', 'fr-CH', 'en'])
  expect(firstLocale()).toBe('fr')
})

test('one without any is in English', () => {
  at('/m/abc', ['de'])
  expect(firstLocale()).toBe('en')
})

test('what was chosen by hand goes before', () => {
  at('/m/abc')
  remember('language', 'fr')
  expect(firstLocale()).toBe('fr')
})

test('the address of a screen goes before everything, and one with a typing mistake is passed over', () => {
  remember('language', 'en')
  at('/m/abc/screen?theme=light&lang=fr')
  expect(firstLocale()).toBe('fr')
  at('/m/abc/screen/?lang=FR', ['fr'])
  remember('language', null)
  expect(firstLocale()).toBe('fr')
  at('/m/abc/screen?lang=', ['en'])
  expect(firstLocale()).toBe('en')
})

test('other addresses name no language', () => {
  at('/m/abc?lang=fr')
  expect(firstLocale()).toBe('en')
})
