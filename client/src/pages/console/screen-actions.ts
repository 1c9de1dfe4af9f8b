import { limits } from '@openfloor/shared/limits.ts'
import { mainScreen, screenShows, type Screen, type ScreenShow } from '@openfloor/shared/meeting/state.ts'
import type { ConsoleAction, Opening } from './action.ts'
import type { Picture } from './picture.ts'
import { opens, sends } from './sent-or-opened.ts'

/** What can be done to all screens at once, and where they are steered. */
export function allScreensActions({ screens }: Picture): readonly ConsoleAction[] {
  const isDark = screens.every(({ shows }) => shows === 'blackout')
  return [
    sends(isDark ? 'end-blackout' : 'blackout-screens', { type: 'blackout-screens', dark: !isDark }),
    sends('identify-screens', { type: 'identify-screen', screenId: null }),
    opens('message-screens', 'message-screens'),
    opens('show-screens', 'screens'),
    ...(screens.length < limits.screensPerMeeting ? [opens('add-screen', 'add-screen')] : []),
    opens('screen-address', 'screen-address'),
  ]
}

/** To show the same on every screen. */
export function directAll(shows: ScreenShow): ConsoleAction {
  return sends('direct-screens', { type: 'direct-screen', screenId: null, shows }, shows)
}

/** To choose what one screen shows. */
export function directOne(screenId: string, shows: ScreenShow): ConsoleAction {
  return sends('direct-screen', { type: 'direct-screen', screenId, shows }, screenId)
}

/** What can be done to one screen, apart from choosing what it shows. */
export function screenActions({ id: screenId }: Screen): readonly ConsoleAction[] {
  const open = (id: 'rename-screen' | 'message-screen' | 'screen-address', opening: Opening) =>
    opens(id, opening, screenId)
  return [
    sends('identify-screen', { type: 'identify-screen', screenId }, screenId),
    open('message-screen', 'message-screens'),
    open('rename-screen', 'rename-screen'),
    open('screen-address', 'screen-address'),
    ...(screenId === mainScreen.id ? [] : [removal(screenId)]),
  ]
}

/** Its address would lead nowhere any more, so it is asked. */
function removal(screenId: string): ConsoleAction {
  const command = { type: 'remove-screen', screenId } as const
  return {
    id: 'remove-screen',
    target: screenId,
    intent: { kind: 'ask', question: 'remove-screen', command },
  }
}

/** The key of each thing that a screen can show, at that screen: its place among them. */
export function showKey(shows: ScreenShow): string {
  return String(screenShows.indexOf(shows) + 1)
}
