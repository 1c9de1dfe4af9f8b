import { limits } from '@openfloor/shared/limits.ts'
import type { PresenceMessage } from '@openfloor/shared/protocol.ts'
import type { Presence } from '@openfloor/shared/views/moderators.ts'

/** Tells moderators how many are connected, at most once an interval. A new moderator is told `message` at once. */
export class PresenceTeller {
  readonly #count: () => Presence
  readonly #tell: (message: PresenceMessage) => void
  #told = ''
  #timer: NodeJS.Timeout | null = null

  constructor(count: () => Presence, tell: (message: PresenceMessage) => void) {
    this.#count = count
    this.#tell = tell
  }

  get message(): PresenceMessage {
    return { type: 'presence', presence: this.#count() }
  }

  /** Somebody came or went. */
  changed(): void {
    this.#timer ??= setTimeout(() => this.#tellNow(), limits.presenceIntervalMs).unref()
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #tellNow(): void {
    this.#timer = null
    const { message } = this
    const told = JSON.stringify(message)
    if (told === this.#told) return
    this.#told = told
    this.#tell(message)
  }
}
