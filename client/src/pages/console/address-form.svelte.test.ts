import { expect, test } from 'vitest'
import { readScreenOptions } from '../screen/screen-options.ts'
import { AddressForm } from './address-form.svelte.ts'
import { addressWith } from './screen-address.ts'

const link = 'https://floor.example/m/abc/screen#secret'

test('[S6] the address of the main screen without a wish is the link itself', () => {
  const form = new AddressForm(null)
  expect(addressWith(link, form.options)).toBe(link)
  expect(new AddressForm('main').options.screen).toBeNull()
})

test('[S6] what was chosen is what a display reads, and the secret stays behind it', () => {
  const form = new AddressForm('hall')
  form.set({ theme: 'light', lang: 'fr', second: 'en', mirror: true, turn: true, show: 'timer', time: true })
  form.hide('clock', true)
  form.hide('next', true)
  form.hide('clock', false)
  form.background = 'magenta'
  const { search, hash } = new URL(addressWith(link, form.options))
  expect(readScreenOptions(search)).toEqual({ options: form.options, unknown: [] })
  expect(form.options).toMatchObject({ screen: 'hall', hide: ['next'], key: 'ff00ff' })
  expect(hash).toBe('#secret')
})

test('[S6] a colour of one’s own is taken with or without its sign, and left out while it is none', () => {
  const form = new AddressForm(null)
  form.background = 'own'
  const keyOf = (colour: string) => {
    form.colour = colour
    return [form.options.key, form.isColourWrong]
  }
  expect(keyOf(' #00B140 ')).toEqual(['00b140', false])
  expect(keyOf('green')).toEqual([null, true])
})
