import { FeedSession } from '../../session/feed-session.svelte.ts'
import type { WatchingSession } from '../../session/meeting-session.ts'
import { signIn } from '../../session/sign-in.ts'

const RETRY_MS = 3_000

/** The way of an unattended screen into its meeting: it asks until it is let in or told that its link is not good. */
export class ScreenEntry {
  readonly #meetingId: string
  readonly #screenId: string | null
  #session = $state.raw<WatchingSession | null>(null)
  #isRefused = $state(false)
  #retry: ReturnType<typeof setTimeout> | undefined
  #isClosed = false

  /** `screenId` is the screen of the meeting that it shows; null: the main one. */
  constructor(meetingId: string, screenId: string | null) {
    this.#meetingId = meetingId
    this.#screenId = screenId
    void this.#enter()
  }

  /** Null until the server has let this screen in. */
  get session(): WatchingSession | null {
    return this.#session
  }

  /** True when the link opens no screen of this meeting, or no longer. */
  get isRefused(): boolean {
    return this.#isRefused || this.#session?.status === 'signed-out'
  }

  close(): void {
    this.#isClosed = true
    clearTimeout(this.#retry)
    this.#session?.close()
  }

  async #enter(): Promise<void> {
    const answer = await signIn(this.#meetingId, ['screen'])
    if (this.#isClosed) return
    if (answer.status === 'signed-in')
      this.#session = new FeedSession({ meetingId: this.#meetingId, screenId: this.#screenId })
    else if (answer.status === 'signed-out' || answer.problem === 'not-found') this.#isRefused = true
    else this.#retry = setTimeout(() => void this.#enter(), RETRY_MS)
  }
}
