import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { dayNumber, sameZoneOffset, timeOfDay } from '@openfloor/shared/clock/time-of-day.ts'
import { m } from '../paraglide/messages.js'
import { ownTimeZone } from './time-words.ts'

/**
 * What the reader's own clocks show then: "17:45", or "01:15 +1 day" where it is another day there; null where they show the
 * same as those of the meeting.
 */
export function ownTime(
  at: Instant,
  timeZone: string,
  locale: string,
  ownZone: string = ownTimeZone(),
): string | null {
  if (sameZoneOffset(at, timeZone, ownZone)) return null
  const time = timeOfDay(at, ownZone, locale)
  const days = dayNumber(at, ownZone) - dayNumber(at, timeZone)
  if (days === 0) return time
  return days > 0 ? m.time_day_later({ time }) : m.time_day_earlier({ time })
}
