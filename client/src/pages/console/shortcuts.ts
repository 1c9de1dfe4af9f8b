/** A key as it is printed beside an action: `N`, `Shift N`, `Ctrl K`, `?`. */
export type Shortcut = string

/** What is needed of a keyboard event to know which key it was. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const typingInputs = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file'])

/**
 * The name of a key press, or null where it is none of ours. Letters by their letter whatever Caps Lock does; digits and
 * signs by what they type, so that it makes no difference whether a layout needs Shift for them.
 */
export function shortcutOfPress({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): Shortcut | null {
  if ([...key].length !== 1 || altKey || key === ' ') return null
  const upper = key.toUpperCase()
  const isLetter = upper !== key.toLowerCase()
  if (ctrlKey || metaKey) return isLetter && !shiftKey ? `Ctrl ${upper}` : null
  return isLetter && shiftKey ? `Shift ${upper}` : upper
}

/** Whether it is a single key without Ctrl, which a reader may have switched off (WCAG 2.2, 2.1.4). */
export function isCharacterKey(shortcut: Shortcut): boolean {
  return !shortcut.startsWith('Ctrl ')
}

/** Whether keys belong to what has the focus: a field, or a menu, where letters mean something else. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !typingInputs.has(target.type)
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target.isContentEditable || target.closest('[role="menu"]') !== null
}
