import { screenShows, type ScreenShow } from '@openfloor/shared/meeting/state.ts'
import { locales, type Locale } from '../../paraglide/runtime.js'

/** What a display may leave out, by the word that `hide=` takes. */
export const hideableParts = [
  'title',
  'segment',
  'next',
  'organization',
  'clock',
  'code',
  'notices',
  'bar',
] as const

export type HideablePart = (typeof hideableParts)[number]

/** What the address of a display may choose, such as `?theme=light&hide=next,clock`; moderators choose the rest. */
export interface ScreenOptions {
  /** The screen of the meeting that it shows; null: the main one. */
  readonly screen: string | null
  /** Shown whatever the moderators direct, as a lower third in a video mixer; null: what they direct. */
  readonly show: ScreenShow | null
  readonly theme: 'dark' | 'light'
  /** Each once, in the order of `hideableParts`. */
  readonly hide: readonly HideablePart[]
  /** The colour behind everything, for mixers that key it out: six hexadecimal digits; null: the theme's. */
  readonly key: string | null
  /** Left and right changed, for projection from behind. */
  readonly mirror: boolean
  /** Upside down, for projectors that hang from the ceiling. */
  readonly turn: boolean
  /** Null: the browser's language. */
  readonly lang: Locale | null
  /** A second language beside the first. */
  readonly second: Locale | null
  /** The time that is left, on a lower third. */
  readonly time: boolean
  /** Offers to sound the chime. */
  readonly sound: boolean
}

/** Of an address without a query. */
export const defaultScreenOptions: ScreenOptions = {
  screen: null,
  show: null,
  theme: 'dark',
  hide: [],
  key: null,
  mirror: false,
  turn: false,
  lang: null,
  second: null,
  time: false,
  sound: false,
}

/** The words that each option takes; those of `screen` and `key` are patterns, as nobody can list them. */
const knownValues: Readonly<Record<keyof ScreenOptions, readonly string[]>> = {
  screen: [],
  show: screenShows,
  theme: ['dark', 'light'],
  hide: hideableParts,
  key: ['00ff00'],
  mirror: ['1'],
  turn: ['180'],
  lang: locales,
  second: locales,
  time: ['1'],
  sound: ['1'],
}

const SCREEN_ID = /^[\w-]{1,64}$/
const KEY_COLOUR = /^#?([0-9a-f]{6})$/

/**
 * The options in the query of an address. What is not known is ignored, so that a typing mistake never blanks a screen,
 * and told as it was given: `theme=neon`. Of an option that is given twice the last counts.
 */
export function readScreenOptions(query: string): { options: ScreenOptions; unknown: string[] } {
  const unknown: string[] = []
  let options = defaultScreenOptions
  for (const [name, value] of new URLSearchParams(query)) {
    if (!isOption(name)) unknown.push(given(name, value))
    else if (name === 'hide') {
      const parts = value.split(',').filter(Boolean)
      options = { ...options, hide: hideableParts.filter((part) => parts.includes(part)) }
      unknown.push(...parts.filter((part) => !isOneOf(hideableParts, part)).map((part) => `hide=${part}`))
    } else {
      const read = readOption(name, value)
      if (read === null) unknown.push(given(name, value))
      else options = { ...options, ...read }
    }
  }
  return { options, unknown }
}

/** The query that says these options, with its question mark; empty where all are as without one. */
export function writeScreenOptions(options: ScreenOptions): string {
  const { screen, show, theme, hide, key, mirror, turn, lang, second, time, sound } = options
  const values: Readonly<Record<keyof ScreenOptions, string | null>> = {
    screen,
    show,
    theme: theme === defaultScreenOptions.theme ? null : theme,
    hide: hide.length === 0 ? null : hide.join(','),
    key,
    mirror: mirror ? '1' : null,
    turn: turn ? '180' : null,
    lang,
    second,
    time: time ? '1' : null,
    sound: sound ? '1' : null,
  }
  const said = Object.entries(values).filter(([, value]) => value !== null)
  return said.length === 0 ? '' : `?${said.map(([name, value]) => `${name}=${value}`).join('&')}`
}

/** What is known instead of something that is not, as `readScreenOptions` told it. */
export function knownInstead(unknown: string): readonly string[] {
  const name = unknown.split('=')[0]!
  return isOption(name) ? knownValues[name] : Object.keys(knownValues)
}

function readOption(
  name: Exclude<keyof ScreenOptions, 'hide'>,
  value: string,
): Partial<ScreenOptions> | null {
  switch (name) {
    case 'screen':
      return SCREEN_ID.test(value) ? { screen: value } : null
    case 'key': {
      const colour = KEY_COLOUR.exec(value.toLowerCase())?.[1]
      return colour === undefined ? null : { key: colour }
    }
    case 'turn':
      return value === '180' || value === '0' ? { turn: value === '180' } : null
    case 'mirror':
    case 'time':
    case 'sound':
      return value === '1' || value === '0' ? { [name]: value === '1' } : null
    default:
      return knownValues[name].includes(value) ? { [name]: value } : null
  }
}

function isOption(name: string): name is keyof ScreenOptions {
  return Object.hasOwn(knownValues, name)
}

function isOneOf(parts: readonly string[], part: string): boolean {
  return parts.includes(part)
}

function given(name: string, value: string): string {
  return value === '' ? name : `${name}=${value}`
}
