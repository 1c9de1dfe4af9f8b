import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { dateOf } from '@openfloor/shared/clock/time-of-day.ts'

/** The date in words as the United Nations write it: `9 November 2020`, the day first in English too. */
export function dateInWords(at: Instant, timeZone: string, locale: string): string {
  return dateOf(at, timeZone, locale === 'en' ? 'en-GB' : locale)
}
