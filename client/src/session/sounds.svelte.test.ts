import { fireEvent } from '@testing-library/svelte'
import { flushSync } from 'svelte'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Sounds } from './sounds.ts'
import { RecordedAudio } from './testing/recorded-audio.ts'

let audio: RecordedAudio
let pages: Sounds[]

beforeEach(() => {
  localStorage.clear()
  audio = new RecordedAudio()
  pages = []
})
afterEach(() => {
  for (const page of pages) page.close()
})

function page(): Sounds {
  const sounds = new Sounds(audio.open)
  pages.push(sounds)
  return sounds
}

test('[F15] a page is silent until it is armed, and asks the browser for nothing', async () => {
  const sounds = page()
  await fireEvent.click(document.body)
  sounds.play('zero')
  expect([sounds.state, audio.opened, audio.heard]).toEqual(['off', 0, []])
})

test('[F15] arming lets one sound be heard at once, and then what is played', () => {
  const sounds = page()
  sounds.arm()
  expect([sounds.state, audio.heard]).toEqual(['on', [[880, 0]]])
  sounds.play('zero', 10_000)
  expect(audio.heard.slice(1)).toEqual([
    [880, 10],
    [660, 10.35],
  ])
})

test('[F15] what was taken back is not heard', () => {
  const sounds = page()
  sounds.arm()
  const takeBack = sounds.play('next', 5_000)
  takeBack()
  expect(audio.heard).toEqual([[880, 0]])
})

test('[F15] the choice stays on the device; a new page waits for the first click or key', async () => {
  page().arm()
  const later = page()
  later.play('zero')
  expect([later.state, audio.opened]).toEqual(['waiting', 1])
  await fireEvent.keyDown(document.body, { key: 'a' })
  expect([later.state, audio.opened]).toEqual(['on', 2])
})

test('[F15] a page that is disarmed is silent, and so is the next one', () => {
  const sounds = page()
  sounds.arm()
  sounds.disarm()
  sounds.play('zero')
  expect([sounds.state, page().state, audio.heard, audio.closed]).toEqual(['off', 'off', [[880, 0]], 1])
})

test('what shows the state follows it', () => {
  const sounds = page()
  const shown: string[] = []
  const stop = $effect.root(() => {
    $effect(() => void shown.push(sounds.state))
  })
  flushSync()
  flushSync(() => sounds.arm())
  flushSync(() => sounds.disarm())
  expect(shown).toEqual(['off', 'on', 'off'])
  stop()
})
