import fc from 'fast-check'
import { screenShows } from '@openfloor/shared/meeting/state.ts'
import { expect, test } from 'vitest'
import {
  defaultScreenOptions,
  hideableParts,
  knownInstead,
  readScreenOptions,
  writeScreenOptions,
  type ScreenOptions,
} from './screen-options.ts'

test.each([
  ['', {}],
  ['?theme=light', { theme: 'light' }],
  ['?theme=dark&lang=fr&second=en', { lang: 'fr', second: 'en' }],
  ['?show=lower-third&time=1&key=00FF00', { show: 'lower-third', time: true, key: '00ff00' }],
  ['?key=%23ff00ff', { key: 'ff00ff' }],
  ['?screen=hall-2&mirror=1&turn=180&sound=1', { screen: 'hall-2', mirror: true, turn: true, sound: true }],
  ['?hide=clock,next,clock', { hide: ['next', 'clock'] }],
  ['?mirror=1&mirror=0&turn=0', {}],
] as const)('[S6] the address "%s" is read', (query, options) => {
  expect(readScreenOptions(query)).toEqual({ options: { ...defaultScreenOptions, ...options }, unknown: [] })
})

test.each([
  ['?theme=neon', 'theme=neon'],
  ['?lang=xx', 'lang=xx'],
  ['?lang=', 'lang'],
  ['?lang=FR', 'lang=FR'],
  ['?blink=1', 'blink=1'],
  ['?theme', 'theme'],
  ['?turn=90', 'turn=90'],
  ['?key=green', 'key=green'],
  ['?screen=a%20b', 'screen=a b'],
  ['?show=timers', 'show=timers'],
  ['?hide=next,walls', 'hide=walls'],
  ['?toString=1', 'toString=1'],
])('[S7] what "%s" asks for is not known, ignored and told', (query, told) => {
  const { options, unknown } = readScreenOptions(query)
  expect(unknown).toEqual([told])
  expect({ ...options, hide: [] }).toEqual(defaultScreenOptions)
})

test('[S7] a query that is no query changes nothing', () => {
  expect(readScreenOptions('?%ff=%').options).toEqual(defaultScreenOptions)
})

test('[S7] it is said what is known instead', () => {
  expect(knownInstead('theme=neon')).toEqual(['dark', 'light'])
  expect(knownInstead('hide=walls')).toEqual(hideableParts)
  expect(knownInstead('blink=1')).toContain('theme')
})

const anyOptions: fc.Arbitrary<ScreenOptions> = fc.record({
  screen: fc.option(fc.stringMatching(/^[\w-]{1,64}$/)),
  show: fc.option(fc.constantFrom(...screenShows)),
  theme: fc.constantFrom('dark', 'light'),
  hide: fc.subarray([...hideableParts]),
  key: fc.option(fc.stringMatching(/^[0-9a-f]{6}$/)),
  mirror: fc.boolean(),
  turn: fc.boolean(),
  lang: fc.option(fc.constantFrom('en', 'fr')),
  second: fc.option(fc.constantFrom('en', 'fr')),
  time: fc.boolean(),
  sound: fc.boolean(),
})

test('[S6] options that are written are read as they were', () => {
  fc.assert(
    fc.property(anyOptions, (options) => {
      const query = writeScreenOptions(options)
      expect(readScreenOptions(query)).toEqual({ options, unknown: [] })
      expect(new URL(query, 'https://floor.example/').search).toBe(query)
    }),
  )
})
