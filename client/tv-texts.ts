import { readdirSync, readFileSync } from 'node:fs'

/** The texts that the page for old televisions shows; no others are sent to it. */
const keys = [
  'screen_next',
  'screen_raise_hand',
  'screen_waiting',
  'screen_nobody_waiting',
  'screen_list_closed',
  'screen_list_closed_waiting',
  'screen_speakers',
  'screen_resumes_at',
  'screen_resumes_shortly',
  'screen_starts_in',
  'screen_starts_shortly',
  'screen_join',
  'screen_thank_you',
  'screen_ended_at',
  'screen_segment_left',
  'screen_segment_over',
  'screen_segment_paused',
  'screen_speaker_time',
  'screen_segment_time',
  'screen_break_time',
  'screen_time_of_day',
  'screen_reconnecting',
  'screen_connecting',
  'screen_signed_out',
  'pace_on_time',
  'pace_behind',
  'pace_ahead',
  'pace_held',
  'time_minutes',
  'time_hours',
  'time_hours_minutes',
  'clock_paused',
  'clock_not_started',
  'clock_over',
  'clock_under_seconds',
  'clock_under_minutes',
]

const folder = new URL('./src/messages/', import.meta.url)

/** A text, or one for each letter of `pluralLetters` that has its own. */
type TvText = string | Readonly<Record<string, string>>

/** What a catalogue has for a message: a text, or variants for the plural of one number. */
type Message = string | readonly [{ readonly match: Readonly<Record<string, string>> }]

/** The texts of a language as the page takes them. */
export interface TvTexts {
  readonly lang: string
  readonly dir: string
  /** The letter of the plural form of each number from 0 to 199, after which the hundreds repeat. */
  readonly forms: string
  readonly texts: Readonly<Record<string, TvText>>
}

const pluralLetters = { zero: 'z', one: 'o', two: 't', few: 'f', many: 'm', other: 'x', '*': 'x' } as const

/** Those of the languages of the United Nations that are written from right to left. */
const rightToLeft = ['ar']

/** The languages that have a catalogue. */
export function tvLanguages(): string[] {
  return readdirSync(folder).map((file) => file.replace('.json', ''))
}

/** Throws where the catalogue lacks a text, or has one with variants of another kind than the plural of one number. */
export function tvTexts(lang: string): TvTexts {
  const catalogue = JSON.parse(readFileSync(new URL(`${lang}.json`, folder), 'utf8')) as Record<
    string,
    Message
  >
  const rules = new Intl.PluralRules(lang)
  return {
    lang,
    dir: rightToLeft.includes(lang) ? 'rtl' : 'ltr',
    forms: Array.from({ length: 200 }, (_, number) => pluralLetters[rules.select(number)]).join(''),
    texts: Object.fromEntries(keys.map((key) => [key, tvText(`${lang}: ${key}`, catalogue[key])])),
  }
}

function tvText(place: string, message: Message | undefined): TvText {
  if (message === undefined) throw new Error(`${place} is not in the catalogue`)
  if (typeof message === 'string') return message
  const variants = Object.entries(message[0].match).map(([condition, text]) => {
    const form = /^\w+=(\w+|\*)$/.exec(condition)?.[1] ?? ''
    if (!(form in pluralLetters))
      throw new Error(`${place} has variants that the page for televisions cannot choose`)
    return [pluralLetters[form as keyof typeof pluralLetters], text]
  })
  return Object.fromEntries(variants) as TvText
}
