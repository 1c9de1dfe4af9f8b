import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { roundedMinutes } from '@openfloor/shared/clock/digits.ts'
import { m } from '../paraglide/messages.js'

const MINUTE_MS = 60_000
const MINUTES_PER_HOUR = 60
const MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR
/** A programme this near its plan is on time. */
const ON_TIME_MS = MINUTE_MS

/** "less than a minute", "about 12 min", "about 1 h 20 min", "about 3 days". */
export function aboutDuration(durationMs: number): string {
  const minutes = roundedMinutes(durationMs)
  if (durationMs < MINUTE_MS || minutes === 0) return m.time_under_minute()
  if (minutes < MINUTES_PER_HOUR) return m.time_about_minutes({ minutes })
  if (minutes >= 2 * MINUTES_PER_DAY)
    return m.time_about_days({ days: Math.round(minutes / MINUTES_PER_DAY) })
  return m.time_about_hours({
    hours: Math.floor(minutes / MINUTES_PER_HOUR),
    minutes: minutes % MINUTES_PER_HOUR,
  })
}

/** "On time", "About 12 min behind", "About 3 min ahead". */
export function paceWords(behindMs: number): string {
  if (Math.abs(behindMs) < ON_TIME_MS) return m.pace_on_time()
  const minutes = roundedMinutes(behindMs)
  return behindMs > 0 ? m.pace_behind({ minutes }) : m.pace_ahead({ minutes })
}

/** The city that names a time zone: "Zurich" of Europe/Zurich. */
export function zoneCity(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}

/** The time zone of the reader's device. */
export function ownTimeZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** How long until then; never negative. */
export function untilMs(at: Instant, now: Instant): number {
  return Math.max(0, at - now)
}
