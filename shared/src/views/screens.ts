import type { Instant } from '../clock/clock.ts'
import type { Meeting, Screen } from '../meeting/state.ts'

/** A notice to the screens. */
export interface ScreenNotice {
  readonly id: string
  readonly to: 'screens'
  /** The screen it is for; null: all of them. */
  readonly screenId: string | null
  readonly text: string
  readonly at: Instant
  readonly untilAt: Instant | null
}

/** What screens are given beside the public view, and what moderators see of them; participants do not get it. */
export interface ScreensView {
  /** The main screen first, then in the order they were added. */
  readonly screens: readonly Screen[]
  /** Newest first. */
  readonly notices: readonly ScreenNotice[]
}

/** The view of the screens, and of those who steer them. */
export function screensView({ screens, notices }: Meeting): ScreensView {
  return {
    screens,
    notices: notices.flatMap(({ id, to, screenId, text, at, untilAt }) =>
      to === 'screens' ? [{ id, to, screenId, text, at, untilAt }] : [],
    ),
  }
}
