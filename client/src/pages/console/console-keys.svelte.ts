import { isCharacterKey, isTyping, shortcutOfPress, type Shortcut } from './shortcuts.ts'

const STORED = 'openfloor-console-keys'

/**
 * The keys of the console. Single letters can be switched off, for those whose speech or switch software types them by
 * accident (WCAG 2.2, 2.1.4); the choice stays on this device.
 */
export class ConsoleKeys {
  #areOn = $state(stored() !== 'off')

  /** Whether single keys do anything; those with Ctrl always do. */
  get areOn(): boolean {
    return this.#areOn
  }

  turn(areOn: boolean): void {
    this.#areOn = areOn
    store(areOn ? null : 'off')
  }

  /** The key that was pressed, if it is meant for the console: not in a field, not held down, not switched off. */
  meant(event: KeyboardEvent): Shortcut | null {
    if (event.defaultPrevented || event.repeat || event.isComposing || isTyping(event.target)) return null
    const shortcut = shortcutOfPress(event)
    if (shortcut === null || (isCharacterKey(shortcut) && !this.#areOn)) return null
    return shortcut
  }
}

/** Browsers that keep nothing throw on the mere mention of it. */
function stored(): string | null {
  try {
    return localStorage.getItem(STORED)
  } catch {
    return null
  }
}

function store(text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(STORED)
    else localStorage.setItem(STORED, text)
  } catch {
    return
  }
}
