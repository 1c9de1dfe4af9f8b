import { countUp } from '@openfloor/shared/clock/digits.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** How a field reads what has no unit: `90` and `1:30` are other times for a speaker than for a segment. */
export type DurationStyle = 'segment' | 'speaking' | 'warning'

/** What a bare number means, and the first part of `1:30`. */
const units: Readonly<Record<DurationStyle, { readonly bareMs: number; readonly colonMs: number }>> = {
  segment: { bareMs: MINUTE_MS, colonMs: HOUR_MS },
  speaking: { bareMs: MINUTE_MS, colonMs: MINUTE_MS },
  warning: { bareMs: SECOND_MS, colonMs: MINUTE_MS },
}

const unitMs: Readonly<Record<string, number>> = { h: HOUR_MS, m: MINUTE_MS, s: SECOND_MS }
const COLON = /^(\d{1,3}):(\d{2})$/
const PART = /^(\d{1,5}(?:[.,]\d{1,3})?)\s*(?:(h|m|s)[a-z]*\.?\s*)?/

/**
 * Milliseconds of what people write: `3:00`, `3`, `90 s`, `1 h 30`, `2,5 min`. Null for anything else; the letter a
 * unit begins with is enough, in English and in French.
 */
export function parseDuration(text: string, style: DurationStyle): number | null {
  const trimmed = text.trim().toLowerCase()
  const { bareMs, colonMs } = units[style]
  const colon = COLON.exec(trimmed)
  if (!colon) return parseParts(trimmed, bareMs)
  const [, whole, sixtieths] = colon
  return Number(sixtieths) < 60 ? Number(whole) * colonMs + (Number(sixtieths) * colonMs) / 60 : null
}

/** A number without a unit counts in `bareMs` where it stands alone, and in the next smaller unit behind one. */
function parseParts(text: string, bareMs: number): number | null {
  let rest = text
  let totalMs = 0
  let nextMs = bareMs
  while (rest !== '' && nextMs >= SECOND_MS) {
    const part = PART.exec(rest)
    if (!part) return null
    const [whole, number, unit] = part
    const ms = unit === undefined ? nextMs : unitMs[unit]!
    totalMs += Number(number!.replace(',', '.')) * ms
    nextMs = unit === undefined ? 0 : ms / 60
    rest = rest.slice(whole.length)
  }
  return text === '' || rest !== '' ? null : Math.round(totalMs)
}

/** A segment's duration as its field has it: whole minutes as a number, anything finer with its units. */
export function minutesText(durationMs: number): string {
  if (durationMs % MINUTE_MS === 0) return String(durationMs / MINUTE_MS)
  const minutes = Math.floor(durationMs / MINUTE_MS)
  return `${minutes} min ${(durationMs % MINUTE_MS) / SECOND_MS} s`
}

/** A speaking limit as its field has it: `3:00`; an hour is `60:00`, for that is how the field reads it. */
export function limitText(limitMs: number): string {
  if (limitMs < HOUR_MS) return countUp(limitMs)
  return `${Math.floor(limitMs / MINUTE_MS)}:${countUp(limitMs % MINUTE_MS).slice(-2)}`
}

/** Warnings as their field has them: `60, 30, 10`. */
export function warningsText(warningsMs: readonly number[]): string {
  return warningsMs.map((ms) => String(ms / SECOND_MS)).join(', ')
}
