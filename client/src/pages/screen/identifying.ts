import type { Instant } from '@openfloor/shared/clock/clock.ts'

/** For how long a screen shows its name: long enough to walk along a wall of them. */
const IDENTIFY_MS = 8_000

/** [S4] Whether a screen shows its name at `now`; asked longer ago, as before this display was switched on, it does not. */
export function isIdentifying(identifiedAt: Instant | null, now: Instant): boolean {
  return identifiedAt !== null && now < identifiedAt + IDENTIFY_MS
}
