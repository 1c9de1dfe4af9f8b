import type { OutsideCommand, SentCommand } from '../commands.ts'
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
 * Commands on their way. One that is not answered goes out again under the same id, over the next connection too, until
 * the server has answered it: so it is neither lost nor done twice.
 */
export class Outbox {
  readonly #parts: OutboxParts
  /** Counts connections; null while there is none. A delivery belongs to one of them. */
  #connection: number | null = null
  #connections = 0
  #isClosed = false
  #entries: readonly Entry[] = []

  constructor(parts: OutboxParts) {
    this.#parts = parts
  }

  send(command: OutsideCommand): Promise<CommandResult> {
    if (this.#isClosed) return Promise.resolve(leftBehind)
    return new Promise((settle) => {
      const entry: Entry = { command: { id: this.#parts.newId(), ...command }, settle }
      this.#hold([...this.#entries, entry])
      void this.#deliver(entry, this.#connection)
    })
  }

  /** A connection is there: what is not answered goes out, oldest first. */
  open(): void {
    this.#connection = ++this.#connections
    for (const entry of this.#entries) void this.#deliver(entry, this.#connection)
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

  async #deliver(entry: Entry, connection: number | null): Promise<void> {
    while (connection !== null && connection === this.#connection && this.#entries.includes(entry)) {
      const result = await this.#parts.transmit(entry.command)
      if (result) return this.#settle(entry, result)
    }
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
