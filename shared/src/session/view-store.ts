import type { DownMessage, PatchMessage, ViewMessage } from '../protocol.ts'
import { receive, type HeldView } from '../views/held-view.ts'
import type { Presence } from '../views/presence.ts'
import type { View } from '../views/view.ts'

/** `ask`: something was lost, ask for the whole view. It is said once until that view is there. */
export type Reception = 'taken' | 'lost' | 'ask'

/**
 * The view of one connection after another, put together from whole views and patches. Every connection begins with a
 * whole view; one that comes from a node which is a little behind is kept up to date but not shown until it has
 * caught up, so that nobody sees the meeting run backwards.
 */
export class ViewStore {
  #stream: HeldView | null = null
  #shown: HeldView | null = null
  #presence: Presence | null = null
  #isAsked = false

  /** What to show; unchanged sections keep their identity. Null until the first view. */
  get view(): View | null {
    return this.#shown?.view ?? null
  }

  get presence(): Presence | null {
    return this.#presence
  }

  /** A new connection is open; what was asked of the one before is not answered any more. */
  connected(): void {
    this.#isAsked = false
  }

  /** Takes a message in, in the order in which the connection brought it. */
  receive(message: DownMessage): Reception {
    if (message.type === 'presence') {
      this.#presence = message.presence
      return 'taken'
    }
    return this.#take(message)
  }

  #take(message: ViewMessage | PatchMessage): Reception {
    if (message.type === 'view') this.#isAsked = false
    const received = receive(this.#stream, message)
    if (received.status === 'lost') return this.#ask()
    this.#stream = received.held
    if (!isBehind(received.held, this.#shown)) this.#shown = received.held
    return 'taken'
  }

  #ask(): Reception {
    if (this.#isAsked) return 'lost'
    this.#isAsked = true
    return 'ask'
  }
}

function isBehind(stream: HeldView, shown: HeldView | null): boolean {
  return stream.epoch === shown?.epoch && newest(stream) < newest(shown)
}

/** Messages of one version come in one after another: the newest part tells how far the whole has come. */
function newest({ versions }: HeldView): number {
  return Math.max(...Object.values(versions))
}
