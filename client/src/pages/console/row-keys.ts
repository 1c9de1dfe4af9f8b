import type { ActionId } from './action.ts'
import type { KeyPress } from './shortcuts.ts'

/** What a key does in a row of the list of speakers: go to a neighbour, or do something to the request. */
export type RowKey =
  { readonly kind: 'go'; readonly step: -1 | 1 } | { readonly kind: 'do'; readonly id: ActionId }

/** The keys of a row, as they are printed. */
export const rowShortcuts = {
  'move-up': 'Alt ↑',
  'move-down': 'Alt ↓',
  'move-to-top': 'Alt Home',
  'give-floor': 'G',
  'remove-request': 'Delete',
} as const satisfies Partial<Record<ActionId, string>>

const withAlt: Readonly<Record<string, ActionId>> = {
  ArrowUp: 'move-up',
  ArrowDown: 'move-down',
  Home: 'move-to-top',
}

/** What a key press means in a row; null where it means nothing there. */
export function rowKey({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): RowKey | null {
  if (ctrlKey || metaKey || shiftKey) return null
  if (altKey) return withAlt[key] ? { kind: 'do', id: withAlt[key] } : null
  if (key === 'ArrowUp' || key === 'ArrowDown') return { kind: 'go', step: key === 'ArrowUp' ? -1 : 1 }
  if (key === 'Delete') return { kind: 'do', id: 'remove-request' }
  return key.toUpperCase() === 'G' ? { kind: 'do', id: 'give-floor' } : null
}
