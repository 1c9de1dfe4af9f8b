import { screenShows } from '@openfloor/shared/meeting/state.ts'
import { m } from '../../paraglide/messages.js'
import type { ConsoleAction } from './action.ts'
import { actionName } from './action-words.ts'
import { folded } from './people-search.ts'
import type { PaletteItem } from './palette-items.ts'
import type { Picture } from './picture.ts'
import { directAll, directOne, screenActions } from './screen-actions.ts'
import { screenName, showName } from './shows.ts'

/** "hall timer": what each screen can be made to show, and what else can be done to it, where all the words fit. */
export function screenItems({ screens }: Picture, words: readonly string[]): PaletteItem[] {
  const all = screenShows.map((shows) =>
    item(directAll(shows), m.console_screens_direct_to({ shows: showName(shows) })),
  )
  const each = screens.flatMap((screen) => {
    const name = screenName(screen)
    return [
      ...screenShows
        .filter((shows) => shows !== screen.shows)
        .map((shows) =>
          item(directOne(screen.id, shows), m.console_screen_direct_to({ name, shows: showName(shows) })),
        ),
      ...screenActions(screen).map((action) =>
        item(action, m.console_screen_direct_to({ name, shows: actionName(action.id) })),
      ),
    ]
  })
  return [...all, ...each].filter(({ label }) => words.every((word) => folded(label).includes(word)))
}

function item(action: ConsoleAction, label: string): PaletteItem {
  const shows =
    action.intent.kind === 'send' && 'shows' in action.intent.command && action.intent.command.shows
  return {
    key: [action.id, action.target, shows].join(' '),
    ...{ label, detail: '', shortcut: null },
    choice: { kind: 'run', action },
  }
}
