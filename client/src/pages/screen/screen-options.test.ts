import { expect, test } from 'vitest'
import { screenOptions } from './screen-options.ts'

const languages = ['en', 'fr']

test.each([
  ['', { theme: 'dark', lang: null }],
  ['?theme=light', { theme: 'light', lang: null }],
  ['?theme=dark&lang=fr', { theme: 'dark', lang: 'fr' }],
  ['?lang=en&theme=light', { theme: 'light', lang: 'en' }],
] as const)('the address "%s" is read', (query, options) => {
  expect(screenOptions(query, languages)).toEqual(options)
})

test.each(['?theme=neon', '?lang=xx', '?lang=', '?blink=1', '?theme', '?%ff=%', '?lang=FR'])(
  'what "%s" asks for is not known and ignored',
  (query) => {
    expect(screenOptions(query, languages)).toEqual({ theme: 'dark', lang: null })
  },
)
