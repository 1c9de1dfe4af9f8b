/**
 * Of all tabs of one meeting in this browser one sounds and vibrates: the first, until another is chosen. Where the
 * browser has no locks (on plain HTTP), each is on its own.
 */
export class AlertOwner {
  readonly #name: string
  readonly #closing = new AbortController()
  #isOwner = $state(!('locks' in navigator))

  constructor(meetingId: string) {
    this.#name = `openfloor-alerts-${meetingId}`
    this.#ask({ signal: this.#closing.signal })
  }

  get isOwner(): boolean {
    return this.#isOwner
  }

  /** From now on it is this page. */
  take(): void {
    if (!this.#isOwner) this.#ask({ steal: true })
  }

  /** The page is left; the tab that waited longest follows. */
  close(): void {
    this.#closing.abort()
  }

  #ask(options: LockOptions): void {
    if (!('locks' in navigator)) return
    navigator.locks
      .request(this.#name, options, () => this.#hold())
      .catch((error: unknown) => this.#lose(error))
  }

  /** The lock is held for as long as this is not settled. */
  #hold(): Promise<void> {
    if (this.#closing.signal.aborted) return Promise.resolve()
    this.#isOwner = true
    return new Promise((resolve) => this.#closing.signal.addEventListener('abort', () => resolve()))
  }

  /** It was stolen by another tab; or the browser grants none here, and each tab is on its own. */
  #lose(error: unknown): void {
    if (this.#closing.signal.aborted) return
    const isStolen = error instanceof DOMException && error.name === 'AbortError'
    this.#isOwner = !isStolen
    if (isStolen) this.#ask({ signal: this.#closing.signal })
  }
}
