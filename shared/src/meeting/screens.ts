import { limits } from '../limits.ts'
import type { Deciders, Evolution } from './decision.ts'
import { refuse } from './refusals.ts'
import { mainScreen, type Meeting, type Screen } from './state.ts'

/** Displays that moderators steer (rules S). */
export const screenDeciders = {
  'add-screen': (meeting, { name, shows }, { newId }) => {
    if (meeting.screens.length >= limits.screensPerMeeting) return refuse('screens-full')
    if (isTaken(meeting, name)) return refuse('screen-name-taken')
    return [{ type: 'screen-added', screen: { id: newId(), name, shows } }]
  },
  'rename-screen': (meeting, { screenId, name }) => {
    const screen = screenById(meeting, screenId)
    if (!screen) return refuse('unknown-screen')
    if (screen.name === name) return []
    if (isTaken(meeting, name)) return refuse('screen-name-taken')
    return [{ type: 'screen-renamed', screenId, name }]
  },
  'remove-screen': (meeting, { screenId }) => {
    if (screenId === mainScreen.id) return refuse('main-screen-stays')
    return screenById(meeting, screenId) ? [{ type: 'screen-removed', screenId }] : refuse('unknown-screen')
  },
  'direct-screen': (meeting, { screenId, shows }) => {
    const chosen = chosenScreens(meeting, screenId)
    if (chosen.length === 0) return refuse('unknown-screen')
    return chosen
      .filter((screen) => screen.shows !== shows)
      .map(({ id }) => ({ type: 'screen-directed', screenId: id, shows }))
  },
  'blackout-screens': (meeting, { dark }) => {
    if (dark) return isAllDark(meeting) ? [] : [{ type: 'screens-blacked-out' }]
    return meeting.screens.some(isDark) ? [{ type: 'screens-resumed' }] : []
  },
  'identify-screen': (meeting, { screenId }) =>
    chosenScreens(meeting, screenId).length === 0
      ? refuse('unknown-screen')
      : [{ type: 'screen-identified', screenId }],
} satisfies Deciders<
  'add-screen' | 'rename-screen' | 'remove-screen' | 'direct-screen' | 'blackout-screens' | 'identify-screen'
>

export const screenEvolution = {
  'screen-added': (meeting, { screen }) => ({
    ...meeting,
    screens: [...meeting.screens, { ...screen, resumes: null, identifiedAt: null }],
  }),
  'screen-renamed': (meeting, { screenId, name }) => withScreens(meeting, screenId, { name }),
  'screen-removed': (meeting, { screenId }) => ({
    ...meeting,
    screens: meeting.screens.filter(({ id }) => id !== screenId),
    notices: meeting.notices.filter((notice) => notice.screenId !== screenId),
  }),
  'screen-directed': (meeting, { screenId, shows }) =>
    withScreens(meeting, screenId, { shows, resumes: null }),
  'screens-blacked-out': (meeting) => ({
    ...meeting,
    screens: meeting.screens.map((screen) => ({
      ...screen,
      shows: 'blackout',
      resumes: screen.resumes ?? screen.shows,
    })),
  }),
  'screens-resumed': (meeting) => ({ ...meeting, screens: meeting.screens.map(resumed(meeting)) }),
  'screen-identified': (meeting, { screenId }, at) => withScreens(meeting, screenId, { identifiedAt: at }),
} satisfies Evolution<
  | 'screen-added'
  | 'screen-renamed'
  | 'screen-removed'
  | 'screen-directed'
  | 'screens-blacked-out'
  | 'screens-resumed'
  | 'screen-identified'
>

/** The screen of an id, or all of them for null. */
function chosenScreens(meeting: Meeting, screenId: string | null): readonly Screen[] {
  return meeting.screens.filter(({ id }) => screenId === null || id === screenId)
}

/** [S8] Whether the blackout is complete: whoever asks for it has it already. */
function isAllDark({ screens }: Meeting): boolean {
  return screens.every(isDark)
}

function isDark({ shows }: Screen): boolean {
  return shows === 'blackout'
}

/**
 * [S8] What was dark before a blackout of all stays dark after it, and so does what was directed since. If nothing else
 * were to come back, for the screens went dark one by one, all of them follow the meeting again.
 */
function resumed({ screens }: Meeting): (screen: Screen) => Screen {
  const remember = screens.some(({ resumes }) => resumes !== null && resumes !== 'blackout')
  return (screen) => {
    if (!isDark(screen)) return { ...screen, resumes: null }
    const shows = remember ? (screen.resumes ?? screen.shows) : 'follow'
    return { ...screen, shows, resumes: null }
  }
}

function screenById(meeting: Meeting, screenId: string): Screen | undefined {
  return meeting.screens.find(({ id }) => id === screenId)
}

/** [S2] Two names that differ only in case are taken for one on the wall. */
function isTaken({ screens }: Meeting, name: string): boolean {
  return screens.some((screen) => screen.name.toLowerCase() === name.toLowerCase())
}

function withScreens(meeting: Meeting, screenId: string | null, changes: Partial<Screen>): Meeting {
  const screens = meeting.screens.map((screen) =>
    screenId === null || screen.id === screenId ? { ...screen, ...changes } : screen,
  )
  return { ...meeting, screens }
}
