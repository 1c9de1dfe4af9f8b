import type { DownMessage, FeedMessage } from '@openfloor/shared/protocol.ts'
import { receive, type HeldView } from '@openfloor/shared/views/held-view.ts'
import type { View } from '@openfloor/shared/views/view.ts'

/** Longer than the longest silence of a live connection. */
const GIVE_UP_MS = 8_000

type Message = DownMessage | FeedMessage

interface Waiter {
  readonly isMet: () => boolean
  readonly resolve: () => void
}

/** Follows a stream of messages as a client does: keeps the view, and asks for it again when something was lost. */
export class ViewWatcher {
  /** Every message that arrived, also those that were dropped. */
  readonly messages: Message[] = []
  readonly #resync: () => void
  #held: HeldView | null = null
  #dropping = 0
  #waiters: Waiter[] = []

  constructor(resync: () => void) {
    this.#resync = resync
  }

  get view(): View {
    if (!this.#held) throw new Error('no view has arrived yet')
    return this.#held.view
  }

  /** The newest version that any part of the view is at. */
  get version(): number {
    return this.#held === null ? 0 : Math.max(...Object.values(this.#held.versions))
  }

  /** Loses the next patches, as a bad network would. */
  dropPatches(count: number): void {
    this.#dropping = count
  }

  take(message: Message): void {
    this.messages.push(message)
    if (message.type === 'patch' && this.#dropping > 0) this.#dropping--
    else if (message.type === 'view' || message.type === 'patch') this.#hold(message)
    this.#waiters = this.#waiters.filter(({ isMet, resolve }) => {
      const met = isMet()
      if (met) resolve()
      return !met
    })
  }

  /** The view once it is as wanted; fails after a while with the view as it is then. */
  async until(isWanted: (view: View) => boolean): Promise<View> {
    await this.#wait(() => this.#held !== null && isWanted(this.#held.view))
    return this.view
  }

  /** The first message, from now or before, that is as wanted. */
  async message<Wanted extends Message>(isWanted: (message: Message) => message is Wanted): Promise<Wanted> {
    await this.#wait(() => this.messages.some(isWanted))
    return this.messages.find(isWanted)!
  }

  #hold(message: Extract<Message, { type: 'view' | 'patch' }>): void {
    const received = receive(this.#held, message)
    if (received.status === 'held') this.#held = received.held
    else this.#resync()
  }

  async #wait(isMet: () => boolean): Promise<void> {
    if (isMet()) return
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const view = () => JSON.stringify(this.#held?.view ?? null)
    const timer = setTimeout(() => reject(new Error(`waited in vain; held is ${view()}`)), GIVE_UP_MS)
    this.#waiters.push({ isMet, resolve })
    await promise.finally(() => clearTimeout(timer))
  }
}
