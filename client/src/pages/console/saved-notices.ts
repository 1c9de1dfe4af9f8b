import type { NoticeAudience, SavedNotice } from '@openfloor/shared/meeting/state.ts'
import type { ActionId, ConsoleAction } from './action.ts'
import type { Picture } from './picture.ts'
import { sends } from './sent-or-opened.ts'

/** Those with a key of their own. */
const keyedIds = ['send-saved-1', 'send-saved-2', 'send-saved-3', 'send-saved-4'] as const

/** To whom a notice goes: an audience or, of the screens, one. */
export interface NoticeTo {
  readonly to: NoticeAudience
  /** Of the screens; null: all of them. */
  readonly screenId: string | null
}

/** The saved notices that can be sent now: to the speaker only while there is one. The first four have keys. */
export function savedNoticeActions({ moderators, floor }: Picture): readonly ConsoleAction[] {
  return moderators.settings.savedNotices.flatMap((notice, place) =>
    notice.to === 'speaker' && floor === null ? [] : [savedNoticeAction(notice, place)],
  )
}

/** To send a saved notice; the target is its text. To others than it is meant for where they are given. */
export function savedNoticeAction(notice: SavedNotice, place: number, other?: NoticeTo): ConsoleAction {
  const { text, durationMs } = notice
  const { to, screenId } = other ?? { to: notice.to, screenId: null }
  const id: ActionId = (other === undefined && keyedIds[place]) || 'send-saved'
  return sends(id, { type: 'send-notice', to, screenId, text, durationMs }, text)
}
