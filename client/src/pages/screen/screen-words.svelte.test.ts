import { expect, test, vi } from 'vitest'
import { m } from '../../paraglide/messages.js'
import { defaultScreenOptions } from './screen-options.ts'
import { ScreenWords } from './screen-words.svelte.ts'

const wordsOf = (lang: 'en' | 'fr' | null, second: 'en' | 'fr' | null) =>
  new ScreenWords(() => ({ ...defaultScreenOptions, lang, second }))

test('[S6] a second language is said beside the first once its texts are there', async () => {
  const words = wordsOf(null, 'fr')
  words.load('fr')
  expect(words.saySecond(m.screen_raise_hand)).toBeNull()
  await vi.waitFor(() => expect(words.saySecond(m.screen_raise_hand)).toBe('Levez la main'))
  expect(words.say(m.screen_raise_hand)).toBe('Raise your hand')
})

test('[S6] what is the same in both languages is said once', async () => {
  const words = wordsOf(null, 'fr')
  words.load('fr')
  await vi.waitFor(() => expect(words.secondLocale).toBe('fr'))
  expect(words.saySecond(m.app_name)).toBeNull()
})

test('[S6] a screen has its own language, also on a page in another', async () => {
  const words = wordsOf('fr', 'fr')
  words.load('fr')
  await vi.waitFor(() => expect(words.say(m.screen_raise_hand)).toBe('Levez la main'))
  expect(words.secondLocale).toBeNull()
  expect(m.screen_raise_hand()).toBe('Raise your hand')
})
