import type { Instant } from '@openfloor/shared/clock/clock.ts'
import type { PublicNotice } from '@openfloor/shared/views/public.ts'
import type { ScreenNotice } from '@openfloor/shared/views/screens.ts'

/** A notice as a screen gets it: to everybody, or to the screens. */
export type WallNotice = PublicNotice | ScreenNotice

/** Notices a screen shows at once, and the characters they may have together: more would leave no room for the digits. */
const NOTICES = 2
const CHARS = 320

/** What is still to be read at `now`, the newest first. The newest is always among it, whatever its length. */
export function shownNotices(notices: readonly WallNotice[], now: Instant): readonly WallNotice[] {
  const current = notices
    .filter(({ untilAt }) => untilAt === null || now < untilAt)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, NOTICES)
  return noticeChars(current) > CHARS ? current.slice(0, 1) : current
}

/** How long they are together. */
export function noticeChars(notices: readonly WallNotice[]): number {
  return notices.reduce((sum, { text }) => sum + text.length, 0)
}
