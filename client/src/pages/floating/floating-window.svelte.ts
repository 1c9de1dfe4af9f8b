import { mount, unmount } from 'svelte'
import type { Language } from '../../session/language.svelte.ts'
import type { WatchingSession } from '../../session/meeting-session.ts'
import { Ticking } from '../../session/ticking.svelte.ts'

/** As it opens; browsers let people make it larger, and keep that. */
const SIZE_PX = { width: 320, height: 240 }

/** Where the browser has no such window nothing is offered: docs/decisions.md, "A small window only where it stays on top". */
export function isFloatingOffered(): boolean {
  return 'documentPictureInPicture' in window
}

/** The small window of a page, which stays above all others: opened by a press, closed by either side. */
export class FloatingWindow {
  readonly #session: WatchingSession
  readonly #language: Language
  #window = $state.raw<Window | null>(null)
  #isRefused = $state(false)

  constructor(session: WatchingSession, language: Language) {
    this.#session = session
    this.#language = language
  }

  get isOpen(): boolean {
    return this.#window !== null
  }

  /** The browser did not open it when it was last asked to. */
  get isRefused(): boolean {
    return this.#isRefused
  }

  /** Call it in the handler of a press, else browsers refuse. */
  async open(): Promise<void> {
    this.#isRefused = false
    try {
      const opened = await window.documentPictureInPicture?.requestWindow(SIZE_PX)
      if (opened) await this.#fill(opened)
    } catch {
      this.#isRefused = true
      this.close()
    }
  }

  close(): void {
    this.#window?.close()
  }

  async #fill(opened: Window): Promise<void> {
    this.#window = opened
    let leave = () => {}
    opened.addEventListener('pagehide', () => {
      leave()
      if (this.#window === opened) this.#window = null
    })
    const { default: FloatingTimer } = await import('./FloatingTimer.svelte')
    await copyStyles(opened.document)
    if (this.#window !== opened) return
    const ticking = new Ticking(() => this.#session.now(), opened)
    const target = opened.document.body
    const props = { session: this.#session, ticking, language: this.#language, document: opened.document }
    const timer = mount(FloatingTimer, { target, props })
    leave = () => {
      ticking.stop()
      void unmount(timer)
    }
  }
}

/** The same files, linked again: the content policy lets no style be written into a document. Resolves when they apply. */
function copyStyles(into: Document): Promise<unknown> {
  const sheets = document.querySelectorAll<HTMLElement>('link[rel="stylesheet"], style')
  return Promise.all([...sheets].map((sheet) => copySheet(sheet, into)))
}

/** A file that cannot be loaded leaves its part bare. */
function copySheet(sheet: HTMLElement, into: Document): Promise<void> {
  const copy = sheet.cloneNode(true) as HTMLElement
  if (copy instanceof HTMLLinkElement) copy.href = (sheet as HTMLLinkElement).href
  into.head.append(copy)
  if (!(copy instanceof HTMLLinkElement)) return Promise.resolve()
  return new Promise((resolve) => {
    copy.onload = () => resolve()
    copy.onerror = () => resolve()
  })
}
