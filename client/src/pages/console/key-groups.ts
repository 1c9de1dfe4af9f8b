import { screenShows, type ScreenShow } from '@openfloor/shared/meeting/state.ts'
import { m } from '../../paraglide/messages.js'
import { shortcutOf, type ActionId } from './action.ts'
import { actionName } from './action-words.ts'
import { rowShortcuts } from './row-keys.ts'
import { showKey } from './screen-actions.ts'
import { screenShortcuts } from './screen-keys.ts'
import { showName } from './shows.ts'
import type { Shortcut } from './shortcuts.ts'

/** A key and what it does. */
interface NamedKey {
  readonly shortcut: Shortcut
  readonly name: string
}

/** Keys that belong together, as the list of keys shows them. */
export interface KeyGroup {
  readonly id: string
  readonly title: string
  readonly keys: readonly NamedKey[]
}

/** Actions that take turns on a key stand for it by the first of them, under one name. */
const sharedNames: Partial<Readonly<Record<ActionId, () => string>>> = {
  'start-speaker': m.console_key_speaker_clock,
  'open-list': m.console_key_list,
  'pause-segment': m.console_key_segment_clock,
  'hold-request': m.console_key_hold,
  'set-unavailable': m.console_key_not_now,
  'blackout-screens': m.console_key_blackout,
}

const floorIds = [
  'give-floor-to-next',
  'give-floor-to-order',
  'start-speaker',
  'extend-speaker-30s',
  'extend-speaker-1min',
  'end-intervention',
  'cut-off',
  'mark-absent',
  'yield-floor',
] as const satisfies readonly ActionId[]

const listIds = [
  'show-list',
  'open-list',
  'add-speaker',
  'paste-names',
  'order-list',
  'set-speaking-limit',
] as const satisfies readonly ActionId[]

const programmeIds = [
  'next-segment',
  'previous-segment',
  'pause-segment',
  'shorten-segment-1min',
  'extend-segment-1min',
  'extend-segment-5min',
  'accept-delay',
  'start-meeting',
  'end-meeting',
] as const satisfies readonly ActionId[]

const screensIds = [
  'show-screens',
  'blackout-screens',
  'identify-screens',
  'message-screens',
  'screen-address',
  'send-saved-1',
  'send-saved-2',
  'send-saved-3',
  'send-saved-4',
] as const satisfies readonly ActionId[]

const screenIds = [
  'identify-screen',
  'message-screen',
  'rename-screen',
  'remove-screen',
] as const satisfies readonly ActionId[]

const pageIds = [
  'undo',
  'palette',
  'find-person',
  'write-notice',
  'show-recent',
  'switch-sounds',
  'share',
  'show-keys',
] as const satisfies readonly ActionId[]

const rowIds = [
  'give-floor',
  'move-up',
  'move-down',
  'move-to-top',
  'hold-request',
  'set-unavailable',
  'lower-hand',
  'remove-request',
] as const satisfies readonly ActionId[]

/** All keys of the console by what they are about. */
export function keyGroups(): readonly KeyGroup[] {
  return [
    { id: 'floor', title: m.console_floor(), keys: keysOf(floorIds, shortcutOf) },
    { id: 'list', title: m.console_list(), keys: keysOf(listIds, shortcutOf) },
    { id: 'programme', title: m.console_programme(), keys: keysOf(programmeIds, shortcutOf) },
    { id: 'page', title: m.console_page(), keys: keysOf(pageIds, shortcutOf) },
    { id: 'screens', title: m.console_notice_screens(), keys: keysOf(screensIds, shortcutOf) },
    { id: 'row', title: m.console_row_keys(), keys: keysOf(rowIds, rowShortcuts) },
    {
      id: 'screen',
      title: m.console_screen_keys(),
      keys: [...screenShows.map(showing), ...keysOf(screenIds, screenShortcuts)],
    },
  ]
}

function showing(shows: ScreenShow): NamedKey {
  return { shortcut: showKey(shows), name: showName(shows) }
}

function keysOf<Id extends ActionId>(
  ids: readonly Id[],
  shortcuts: Readonly<Record<Id, Shortcut>>,
): readonly NamedKey[] {
  return ids.map((id) => ({ shortcut: shortcuts[id], name: (sharedNames[id] ?? (() => actionName(id)))() }))
}
