import { mainScreen, type Screen } from '@openfloor/shared/meeting/state.ts'
import type { ScreenNotice, ScreensView } from '@openfloor/shared/views/screens.ts'

/** [S1] The screen that a display shows: the one its address names, else the main one, also when that one is gone. */
export function screenOf(view: ScreensView | undefined, screenId: string | null): Screen {
  const screens = view?.screens ?? []
  return (
    screens.find(({ id }) => id === screenId) ?? screens.find(({ id }) => id === mainScreen.id) ?? mainScreen
  )
}

/** [N1] What that screen is to show: notices to it, and to all of them. */
export function noticesTo(view: ScreensView | undefined, screenId: string): readonly ScreenNotice[] {
  return (view?.notices ?? []).filter((notice) => notice.screenId === null || notice.screenId === screenId)
}
