import { m } from '../../paraglide/messages.js'
import { shortcutOf, type ActionId } from './action.ts'
import { actionName } from './action-words.ts'
import { rowShortcuts } from './row-keys.ts'
import type { Shortcut } from './shortcuts.ts'

/** Keys that belong together, as the list of keys shows them. */
export interface KeyGroup {
  readonly id: string
  readonly title: string
  readonly keys: readonly { readonly shortcut: Shortcut; readonly names: readonly string[] }[]
}

const groups: readonly {
  readonly id: string
  readonly title: () => string
  readonly ids: readonly ActionId[]
}[] = [
  {
    id: 'floor',
    title: m.console_floor,
    ids: [
      'give-floor-to-next',
      'start-speaker',
      'pause-speaker',
      'resume-speaker',
      'extend-speaker-30s',
      'extend-speaker-1min',
      'end-intervention',
      'cut-off',
    ],
  },
  {
    id: 'list',
    title: m.console_list,
    ids: ['show-list', 'open-list', 'close-list', 'add-speaker', 'set-speaking-limit'],
  },
  {
    id: 'programme',
    title: m.console_programme,
    ids: [
      'next-segment',
      'previous-segment',
      'pause-segment',
      'resume-segment',
      'shorten-segment-1min',
      'extend-segment-1min',
      'extend-segment-5min',
      'start-meeting',
      'end-meeting',
    ],
  },
  {
    id: 'page',
    title: m.console_page,
    ids: ['undo', 'palette', 'find-person', 'write-notice', 'show-recent', 'share', 'show-keys'],
  },
]

/** All keys of the console by what they are about; actions that take turns on one key stand together. */
export function keyGroups(): readonly KeyGroup[] {
  const wide = groups.map(({ id, title, ids }) => ({ id, title: title(), keys: keysOf(ids, shortcutOf) }))
  const rowIds = Object.keys(rowShortcuts) as (keyof typeof rowShortcuts)[]
  return [...wide, { id: 'row', title: m.console_row_keys(), keys: keysOf(rowIds, rowShortcuts) }]
}

function keysOf<Id extends ActionId>(
  ids: readonly Id[],
  shortcuts: Readonly<Record<Id, Shortcut | null>>,
): KeyGroup['keys'] {
  const byKey = Map.groupBy(
    ids.filter((id) => shortcuts[id] !== null),
    (id) => shortcuts[id] ?? '',
  )
  return [...byKey].map(([shortcut, same]) => ({ shortcut, names: same.map((id) => actionName(id)) }))
}
