import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import type { Shortcut } from './shortcuts.ts'

/** What can be done from the console, each under one name for buttons, keys and palette alike. */
export type ActionId = keyof typeof shortcutOf

/** The dialogs and places that an action leads to. */
export type Opening =
  | 'palette'
  | 'keys'
  | 'share'
  | 'add-speaker'
  | 'paste-names'
  | 'speaking-limit'
  | 'order-policy'
  | 'list'
  | ActionTab
  | 'sounds'
  | 'message-screens'
  | 'add-screen'
  | 'rename-screen'
  | 'screen-address'
  | 'plan'

/** The tabs at the side. */
export type Tab = ActionTab | 'balance' | 'record'

/** Those that an action opens. */
type ActionTab = 'people' | 'notices' | 'screens' | 'recent'

/** What is asked before something that concerns the whole room or cannot be undone. */
export type Question = 'start-meeting' | 'end-meeting' | 'remove-person' | 'remove-screen'

/** What an action does: it sends a command, at once or after a question, or opens something. */
type Intent =
  | { readonly kind: 'send'; readonly command: WrittenCommand }
  | { readonly kind: 'ask'; readonly question: Question; readonly command: WrittenCommand }
  | { readonly kind: 'open'; readonly opening: Opening }
  | { readonly kind: 'write-statement'; readonly requestId: string }

/** Something that can be done now. `target` names the request, person, segment, notice or screen it is done to. */
export interface ConsoleAction {
  readonly id: ActionId
  readonly target: string | null
  readonly intent: Intent
}

/**
 * The key of each action; null where it is done to one of many (in a row, in the palette). Two actions share a key only
 * if they are never offered together. Digits and signs stand for what is printed, whatever it takes to type them.
 */
export const shortcutOf = {
  'give-floor-to-next': 'N',
  'give-floor': null,
  'give-floor-to-order': 'O',
  'give-reply': null,
  'start-speaker': 'P',
  'pause-speaker': 'P',
  'resume-speaker': 'P',
  'extend-speaker-30s': 'E',
  'extend-speaker-1min': 'Shift E',
  'end-intervention': 'D',
  'cut-off': 'Shift X',
  'mark-absent': 'Shift D',
  'yield-floor': 'Y',

  'show-list': 'R',
  'open-list': 'L',
  'close-list': 'L',
  'add-speaker': 'A',
  'paste-names': 'V',
  'enter-request': null,
  'set-speaking-limit': 'Shift L',
  'order-list': 'Shift O',
  'move-up': null,
  'move-down': null,
  'move-to-top': null,
  'hold-request': null,
  'release-request': null,
  'set-unavailable': null,
  'set-available': null,
  'lower-hand': null,
  'remove-request': null,

  'next-segment': 'Shift N',
  'previous-segment': 'Shift B',
  'go-to-segment': null,
  'pause-segment': 'Shift P',
  'resume-segment': 'Shift P',
  'shorten-segment-1min': '-',
  'extend-segment-1min': '+',
  'extend-segment-5min': '5',
  'accept-delay': 'Shift A',
  'start-meeting': 'Shift S',
  'end-meeting': 'Shift Q',

  undo: 'Ctrl Z',
  palette: 'Ctrl K',
  'show-keys': '?',
  'find-person': '/',
  'write-notice': 'M',
  'withdraw-notice': null,
  'send-saved-1': '1',
  'send-saved-2': '2',
  'send-saved-3': '3',
  'send-saved-4': '4',
  'send-saved': null,

  'show-screens': 'W',
  'blackout-screens': 'B',
  'end-blackout': 'B',
  'identify-screens': 'I',
  'message-screens': 'Shift M',
  'direct-screens': null,
  'add-screen': null,
  'direct-screen': null,
  'identify-screen': null,
  'message-screen': null,
  'rename-screen': null,
  'remove-screen': null,
  'screen-address': 'Shift W',

  'show-recent': 'H',
  'hand-in-statement': null,
  'remove-person': null,
  'switch-sounds': 'T',
  share: 'S',
  'open-plan': null,
} as const satisfies Record<string, Shortcut | null>
