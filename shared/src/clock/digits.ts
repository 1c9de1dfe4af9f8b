const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/** A count-down as it is painted; `over` when the time is past zero, and then `text` begins with `+`. */
export interface CountdownDigits {
  readonly text: string
  readonly over: boolean
}

/**
 * The digits of a count-down: the whole second below what is left. So every text stands for exactly one second, on
 * both sides of zero: `0:01` from 1999 ms down to 1000, `0:00` from 999 down to 0, `+0:01` from -1 down to -1000.
 * `1:00` of 60 000 ms turns into `0:59` as soon as the clock runs.
 */
export function countdown(remainingMs: number): CountdownDigits {
  const seconds = Math.floor(remainingMs / SECOND_MS)
  if (seconds >= 0) return { text: digitsOf(seconds), over: false }
  return { text: `+${digitsOf(-seconds)}`, over: true }
}

/** The digits of time that has run: whole seconds that are complete; nothing below zero. */
export function countUp(elapsedMs: number): string {
  return digitsOf(Math.max(0, Math.floor(elapsedMs / SECOND_MS)))
}

/**
 * The delay in whole ms (1 to 1000) after which `countdown` of a running clock has just turned to its next text: paint
 * then and no digit is late by more than a millisecond.
 */
export function nextChangeMs(remainingMs: number): number {
  const intoSecondMs = remainingMs - Math.floor(remainingMs / SECOND_MS) * SECOND_MS
  return Math.floor(intoSecondMs) + 1
}

/** Minutes for words such as "about 12 min": the nearest whole one, without sign; 0 is on time. */
export function roundedMinutes(durationMs: number): number {
  return Math.round(Math.abs(durationMs) / MINUTE_MS)
}

/** `9:59`, and from an hour on `1:02:03`. */
function digitsOf(totalSeconds: number): string {
  const hours = Math.floor(totalSeconds / 3_600)
  const minutes = Math.floor(totalSeconds / 60) % 60
  const seconds = twoDigits(totalSeconds % 60)
  return hours === 0 ? `${minutes}:${seconds}` : `${hours}:${twoDigits(minutes)}:${seconds}`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}
