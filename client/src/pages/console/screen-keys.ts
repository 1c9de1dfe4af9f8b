import { screenShows, type ScreenShow } from '@openfloor/shared/meeting/state.ts'
import type { ActionId } from './action.ts'
import type { KeyPress } from './shortcuts.ts'

/** What a key does at one screen: it shows something else, or something is done to it. */
export type ScreenKey =
  { readonly kind: 'show'; readonly shows: ScreenShow } | { readonly kind: 'do'; readonly id: ActionId }

/** The keys at a screen, as they are printed; what it shows has the digits. */
export const screenShortcuts = {
  'identify-screen': 'I',
  'message-screen': 'M',
  'rename-screen': 'F2',
  'remove-screen': 'Delete',
} as const satisfies Partial<Record<ActionId, string>>

/** What a key press means at a screen; null where it means nothing there. */
export function screenKey({ key, altKey, ctrlKey, metaKey, shiftKey }: KeyPress): ScreenKey | null {
  if (ctrlKey || metaKey || altKey) return null
  // Digits by what they type: some layouts need Shift for them.
  const shows = /^[1-9]$/.test(key) ? screenShows[Number(key) - 1] : undefined
  if (shows !== undefined) return { kind: 'show', shows }
  if (shiftKey) return null
  const named = Object.entries(screenShortcuts).find(
    ([, shortcut]) => shortcut.toUpperCase() === key.toUpperCase(),
  )
  return named ? { kind: 'do', id: named[0] as keyof typeof screenShortcuts } : null
}
