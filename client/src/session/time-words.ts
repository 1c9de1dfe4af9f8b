import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { roundedMinutes } from '@openfloor/shared/clock/digits.ts'
import { dayNumber, dayOf, timeOfDay } from '@openfloor/shared/clock/time-of-day.ts'
import type { Projection } from '@openfloor/shared/programme/projection.ts'
import { m } from '../paraglide/messages.js'

const MINUTE_MS = 60_000
const MINUTES_PER_HOUR = 60
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR
/** A programme nearer its plan than this is on time. */
const ON_TIME_MS = MINUTE_MS

/** "less than a minute", "about 12 min", "about 1 h 20 min", "about 3 days". */
export function aboutDuration(durationMs: number): string {
  const minutes = roundedMinutes(durationMs)
  if (durationMs < MINUTE_MS || minutes === 0) return m.time_under_minute()
  if (minutes >= 2 * MINUTES_PER_DAY)
    return m.time_about_days({ days: Math.round(minutes / MINUTES_PER_DAY) })
  return m.time_about({ duration: hoursAndMinutes(minutes) })
}

/** Whether the programme keeps its plan, as far as people would say. */
export function isOnTime(behindMs: number): boolean {
  return Math.abs(behindMs) < ON_TIME_MS
}

/** "On time", "About 12 min behind", "About 3 min ahead". */
export function paceWords(behindMs: number): string {
  if (isOnTime(behindMs)) return m.pace_on_time()
  const duration = hoursAndMinutes(roundedMinutes(behindMs))
  return behindMs > 0 ? m.pace_behind({ duration }) : m.pace_ahead({ duration })
}

/** "About 12 min behind, Lunch still at 12:00": the pace, and the fixed start that holds in spite of it. */
export function paceAndHeld(
  { behindMs, nextHeld }: Pick<Projection, 'behindMs' | 'nextHeld'>,
  segments: readonly { readonly id: string; readonly title: string }[],
  time: (at: Instant) => string,
): string {
  const pace = paceWords(behindMs)
  const held = isOnTime(behindMs) ? null : nextHeld
  const title = segments.find(({ id }) => id === held?.segmentId)?.title
  return held && title !== undefined ? m.pace_and_held({ pace, title, time: time(held.startAt) }) : pace
}

/** "13:00", or "09:00 on 2 June" where that is not the day of `today` there. */
export function timeAndDay(at: Instant, today: Instant, timeZone: string, locale: string): string {
  const time = timeOfDay(at, timeZone, locale)
  if (dayNumber(at, timeZone) === dayNumber(today, timeZone)) return time
  return m.time_on_day({ time, day: dayOf(at, timeZone, locale) })
}

/** The city that names a time zone: "Zurich" of Europe/Zurich. */
export function zoneCity(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

/** The time zone of the reader's device. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** "12 min", "1 h", "1 h 20 min". */
function hoursAndMinutes(all: number): string {
  const hours = Math.floor(all / MINUTES_PER_HOUR)
  const minutes = all % MINUTES_PER_HOUR
  if (hours === 0) return m.time_minutes({ minutes })
  return minutes === 0 ? m.time_hours({ hours }) : m.time_hours_minutes({ hours, minutes })
}
