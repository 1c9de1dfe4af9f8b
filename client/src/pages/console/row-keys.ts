import type { ActionId } from './action.ts'
import type { KeyPress } from './shortcuts.ts'

/** What a key does in a row of the list: go to a neighbour, or the one of `ids` that can be done to the request. */
export type RowKey =
  { readonly kind: 'go'; readonly step: -1 | 1 } | { readonly kind: 'do'; readonly ids: readonly ActionId[] }

/** The keys of a row, as they are printed. */
export const rowShortcuts = {
  'move-up': 'Alt ↑',
  'move-down': 'Alt ↓',
  'move-to-top': 'Alt Home',
  'give-floor': 'G',
  'hold-request': 'H',
  'release-request': 'H',
  'set-unavailable': 'U',
  'set-available': 'U',
  'lower-hand': 'W',
  'remove-request': 'Delete',
} as const satisfies Partial<Record<ActionId, string>>

const withAlt: Readonly<Record<string, readonly ActionId[]>> = {
  ArrowUp: ['move-up'],
  ArrowDown: ['move-down'],
  Home: ['move-to-top'],
}

const letters: Readonly<Record<string, readonly ActionId[]>> = {
  G: ['give-floor'],
  H: ['hold-request', 'release-request'],
  U: ['set-unavailable', 'set-available'],
  W: ['lower-hand'],
  DELETE: ['remove-request'],
}

/** What a key press means in a row; null where it means nothing there. */
export function rowKey({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): RowKey | null {
  if (ctrlKey || metaKey || shiftKey) return null
  if (!altKey && (key === 'ArrowUp' || key === 'ArrowDown'))
    return { kind: 'go', step: key === 'ArrowUp' ? -1 : 1 }
  const ids = altKey ? withAlt[key] : letters[key.toUpperCase()]
  return ids ? { kind: 'do', ids } : null
}
