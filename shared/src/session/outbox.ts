import type { WrittenCommand, SentCommand } from '../commands.ts'
import type { CommandResult } from '../protocol.ts'

export interface OutboxParts {
  /** Puts a command on the wire once; null when no answer came in time or the connection broke. */
  readonly transmit: (command: SentCommand) => Promise<CommandResult | null>
  /** A new id for a command, that nobody else can have. */
  readonly newId: () => string
  /** Hears what is sent and not answered yet, oldest first, whenever that changes. */
  readonly changed: (commands: readonly SentCommand[]) => void
}

interface Entry {
  readonly command: SentCommand
  readonly settle: (result: CommandResult) => void
}

/**
 * Commands on their way, one at a time. One that is not answered goes out again under the same id, over the next
 * connection too, until the server has answered it: so it is neither lost nor done twice, and nothing overtakes it. (A
 * refusal whose answer was lost is decided again: were the next wish done already, the older one would come after it.)
 */
export class Outbox {
  readonly #parts: OutboxParts
  /** Counts connections; null while there is none. A delivery belongs to one of them. */
  #connection: number | null = null
  #connections = 0
  /** The connection whose deliveries are under way. */
  #delivering: number | null = null
  #isClosed = false
  #entries: readonly Entry[] = []

  constructor(parts: OutboxParts) {
    this.#parts = parts
  }

  send(command: WrittenCommand): Promise<CommandResult> {
    if (this.#isClosed) return Promise.resolve(leftBehind)
    return new Promise((settle) => {
      const entry: Entry = { command: { id: this.#parts.newId(), ...command }, settle }
      this.#hold([...this.#entries, entry])
      void this.#deliver(this.#connection)
    })
  }

  /** A connection is there: what is not answered goes out, oldest first. */
  open(): void {
    this.#connection = ++this.#connections
    void this.#deliver(this.#connection)
  }

  /** The connection is gone; commands wait for the next. */
  pause(): void {
    this.#connection = null
  }

  /** The session ends: nothing more is sent, and whoever waits is told. */
  close(): void {
    this.#connection = null
    this.#isClosed = true
    const left = this.#entries
    this.#hold([])
    for (const { settle } of left) settle(leftBehind)
  }

  async #deliver(connection: number | null): Promise<void> {
    if (connection === null || connection === this.#delivering) return
    this.#delivering = connection
    while (connection === this.#connection && this.#entries.length > 0) {
      const entry = this.#entries[0]!
      const result = await this.#parts.transmit(entry.command)
      if (result) this.#settle(entry, result)
    }
    if (this.#delivering === connection) this.#delivering = null
  }

  #settle(entry: Entry, result: CommandResult): void {
    this.#hold(this.#entries.filter((other) => other !== entry))
    entry.settle(result)
  }

  #hold(entries: readonly Entry[]): void {
    this.#entries = entries
    this.#parts.changed(entries.map(({ command }) => command))
  }
}

const leftBehind: CommandResult = { error: 'unavailable', detail: 'the session ended before an answer came' }
