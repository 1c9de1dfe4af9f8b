import { limits } from '@openfloor/shared/limits.ts'

const SECOND_MS = 1_000
const SECONDS_PER_MINUTE = 60

/** A speaking limit as it is typed: `3` (minutes) or `2:30`; null where it is neither, or out of the range of limits. */
export function limitFromText(text: string): number | null {
  const match = /^(\d{1,2})(?::([0-5]\d))?$/.exec(text.trim())
  if (!match) return null
  const seconds = Number(match[1]) * SECONDS_PER_MINUTE + Number(match[2] ?? 0)
  const limitMs = seconds * SECOND_MS
  return limitMs >= limits.speakingLimitMinMs && limitMs <= limits.speakingLimitMaxMs ? limitMs : null
}
