import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { localOf, type LocalDateTime } from '@openfloor/shared/clock/time-of-day.ts'

const HOUR_MS = 3_600_000

/** Date, time and zone as the form has them. */
export interface Schedule extends LocalDateTime {
  readonly timeZone: string
}

/** The next full hour here. */
export function nextFullHour(now: Instant, timeZone: string): Schedule {
  const at = (Math.floor(now / HOUR_MS) + 1) * HOUR_MS
  return { ...localOf(at, timeZone), timeZone }
}

/** When the consultation of the concept note took place. */
export const noteSchedule: Schedule = { date: '2020-11-09', time: '10:00', timeZone: 'Europe/Zurich' }

/** The zones to choose from; the one that is chosen is among them even where the browser lists it by another name. */
export function timeZones(chosen: string): readonly string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])].sort()
}
