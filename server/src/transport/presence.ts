import { limits } from '@openfloor/shared/limits.ts'
import type { PresenceMessage } from '@openfloor/shared/protocol.ts'
import type { Presence } from '@openfloor/shared/views/presence.ts'

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

  /** For somebody who is told at once. What not everybody was told is told again, also when it is as before by then. */
  get message(): PresenceMessage {
    const message = this.#message()
    if (JSON.stringify(message) !== this.#told) this.#told = ''
    return message
  }

  /** Somebody came or went. */
  changed(): void {
    this.#timer ??= setTimeout(() => this.#tellNow(), limits.presenceIntervalMs).unref()
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #message(): PresenceMessage {
    return { type: 'presence', presence: this.#count() }
  }

  #tellNow(): void {
    this.#timer = null
    const message = this.#message()
    const told = JSON.stringify(message)
    if (told === this.#told) return
    this.#told = told
    this.#tell(message)
  }
}
