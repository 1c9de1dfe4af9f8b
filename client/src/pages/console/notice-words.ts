import { countdown } from '@openfloor/shared/clock/digits.ts'
import type { NoticeAudience } from '@openfloor/shared/meeting/state.ts'
import { mic, screen, users, type IconShape } from '../../components/icons.ts'
import { m } from '../../paraglide/messages.js'

const names: Readonly<Record<NoticeAudience, () => string>> = {
  everyone: m.console_notice_everyone,
  speaker: m.console_notice_speaker,
  screens: m.console_notice_screens,
}

/** The drawing that stands for whom a notice is to. */
export const audienceIcons: Readonly<Record<NoticeAudience, IconShape>> = {
  everyone: users,
  speaker: mic,
  screens: screen,
}

/** To whom a notice goes, in words. */
export function audienceName(to: NoticeAudience): string {
  return names[to]()
}

/** For how long a notice is shown: `1:00`, or in words that it stays. */
export function shownFor(durationMs: number | null): string {
  return durationMs === null ? m.console_notice_open_ended() : countdown(durationMs).text
}
