import { countdown } from '@openfloor/shared/clock/digits.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** What stands for the time until the start: digits within a day of it, words before, and "shortly" when it is past. */
export type BeforeStart =
  | { readonly kind: 'digits'; readonly text: string; readonly longest: string }
  | { readonly kind: 'days'; readonly words: string }
  | { readonly kind: 'shortly' }

/** `startsInMs` is 0 once the planned start has passed; `words` are such as `in 3 days`. */
export function beforeStart(startsInMs: number, locale: string): BeforeStart {
  if (startsInMs <= 0) return { kind: 'shortly' }
  if (startsInMs < DAY_MS) return { kind: 'digits', ...digits(startsInMs) }
  const words = new Intl.RelativeTimeFormat(locale).format(Math.round(startsInMs / DAY_MS), 'day')
  return { kind: 'days', words }
}

/** Room for what is left now: a screen may wait for hours, and its digits grow when an hour figure goes. */
function digits(startsInMs: number): { text: string; longest: string } {
  const { text } = countdown(startsInMs)
  const longest = startsInMs < HOUR_MS ? '00:00' : startsInMs < 10 * HOUR_MS ? '0:00:00' : '00:00:00'
  return { text, longest }
}
