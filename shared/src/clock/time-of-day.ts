import type { Instant } from './clock.ts'
import { dateTimeFormat } from './date-time-format.ts'

/** A date and a time of day as a form has them: `YYYY-MM-DD` and `HH:MM`. */
export interface LocalDateTime {
  readonly date: string
  readonly time: string
}

/** `skipped`: the clocks were put forward over it; `invalid`: no such date or time, or not in the form. */
export type LocalInstant =
  | { readonly status: 'ok'; readonly at: Instant }
  | { readonly status: 'skipped' }
  | { readonly status: 'invalid' }

const DAY_MS = 86_400_000

/** The time of day there, such as `10:00`: 24 hours in every language, for people of many countries read it together. */
export function timeOfDay(at: Instant, timeZone: string, locale: string): string {
  return dateTimeFormat('time', timeZone, locale).format(at)
}

/** The time of day there with its seconds, such as `10:00:59`. */
export function timeOfDayWithSeconds(at: Instant, timeZone: string, locale: string): string {
  return dateTimeFormat('time-with-seconds', timeZone, locale).format(at)
}

/** The date there in words, such as `9 November 2020`. */
export function dateOf(at: Instant, timeZone: string, locale: string): string {
  return dateTimeFormat('date', timeZone, locale).format(at)
}

/** The day there in words, without its year: `9 November`. */
export function dayOf(at: Instant, timeZone: string, locale: string): string {
  return dateTimeFormat('day', timeZone, locale).format(at)
}

/** Which day it is there, as a number that counts up by one a day. */
export function dayNumber(at: Instant, timeZone: string): number {
  return Math.floor(wallOf(at, timeZone) / DAY_MS)
}

/** Whether clocks in both zones show the same at that moment, so that one of them need not be shown. */
export function sameZoneOffset(at: Instant, zoneA: string, zoneB: string): boolean {
  return zoneA === zoneB || offsetMs(at, zoneA) === offsetMs(at, zoneB)
}

/** The date and time there, as a form takes them; seconds are cut off. */
export function localOf(at: Instant, timeZone: string): LocalDateTime {
  const text = new Date(wallOf(at, timeZone)).toISOString()
  return { date: text.slice(0, 10), time: text.slice(11, 16) }
}

/** When clocks there show that date and time; the first of the two where they are put back over it. */
export function instantOfLocal({ date, time }: LocalDateTime, timeZone: string): LocalInstant {
  const wall = wallClock(`${date}T${time}`)
  if (wall === null) return { status: 'invalid' }
  const at = instantOfWall(wall, timeZone)
  return wallOf(at, timeZone) === wall ? { status: 'ok', at } : { status: 'skipped' }
}

/** What clocks there show, as if it were UTC: times of day and days can be reckoned with it, over any change of clocks. */
export function wallOf(at: Instant, timeZone: string): number {
  return at + offsetMs(at, timeZone)
}

/**
 * When clocks there show that; the first of the two where they are put back over it. Where they are put forward over it,
 * as if they had not yet been (RFC 5545 §3.3.5).
 */
export function instantOfWall(wall: number, timeZone: string): Instant {
  // Offsets lie within a day of UTC, so these are the ones in force before and after a change nearby.
  const [before, after] = [wall - DAY_MS, wall + DAY_MS].map((near) => wall - offsetMs(near, timeZone))
  const shown = [before!, after!].filter((at) => wallOf(at, timeZone) === wall)
  return shown.length === 0 ? before! : Math.min(...shown)
}

/** `YYYY-MM-DDTHH:MM` read as if it were UTC; null for dates such as 30 February and times such as 24:00. */
function wallClock(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text)) return null
  const wall = Date.parse(`${text}Z`)
  return Number.isFinite(wall) && new Date(wall).toISOString().startsWith(text) ? wall : null
}

/** What clocks there show, read as if it were UTC, less `at`. */
function offsetMs(at: Instant, timeZone: string): number {
  const parts = dateTimeFormat('fields', timeZone, 'en').formatToParts(at)
  const field = (type: Intl.DateTimeFormatPartTypes) =>
    Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  )
  return shown - Math.floor(at / 1_000) * 1_000
}
