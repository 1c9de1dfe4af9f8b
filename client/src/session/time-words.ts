import { roundedMinutes } from '@openfloor/shared/clock/digits.ts'
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
  if (minutes < MINUTES_PER_HOUR) return m.time_about_minutes({ minutes })
  if (minutes >= 2 * MINUTES_PER_DAY)
    return m.time_about_days({ days: Math.round(minutes / MINUTES_PER_DAY) })
  return m.time_about_hours(hoursAndMinutes(minutes))
}

/** Whether the programme keeps its plan, as far as people would say. */
export function isOnTime(behindMs: number): boolean {
  return Math.abs(behindMs) < ON_TIME_MS
}

/** "On time", "About 12 min behind", "About 3 min ahead". */
export function paceWords(behindMs: number): string {
  if (isOnTime(behindMs)) return m.pace_on_time()
  const { hours, minutes } = hoursAndMinutes(roundedMinutes(behindMs))
  if (hours === 0) return behindMs > 0 ? m.pace_behind({ minutes }) : m.pace_ahead({ minutes })
  return behindMs > 0 ? m.pace_behind_hours({ hours, minutes }) : m.pace_ahead_hours({ hours, minutes })
}

/** The city that names a time zone: "Zurich" of Europe/Zurich. */
export function zoneCity(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

/** The time zone of the reader's device. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

function hoursAndMinutes(minutes: number) {
  return { hours: Math.floor(minutes / MINUTES_PER_HOUR), minutes: minutes % MINUTES_PER_HOUR }
}
