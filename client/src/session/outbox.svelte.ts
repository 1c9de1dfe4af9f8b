import type { OutsideCommand, SentCommand } from '@openfloor/shared/commands.ts'
import type { CommandResult } from '@openfloor/shared/protocol.ts'
import { newCommandId } from './command-id.ts'

/** Puts a command on the wire once; null when no answer came in time or the connection broke. */
export type Transmit = (command: SentCommand) => Promise<CommandResult | null>

interface Entry {
  readonly command: SentCommand
  readonly settle: (result: CommandResult) => void
}

/**
 * Commands on their way. One that is not answered goes out again under the same id, over the next connection too, until
 * the server has answered it: so it is neither lost nor done twice.
 */
export class Outbox {
  readonly #transmit: Transmit
  /** Counts connections; null while there is none. A delivery belongs to one of them. */
  #connection: number | null = null
  #connections = 0
  #isClosed = false
  #entries = $state.raw<readonly Entry[]>([])
  readonly #commands = $derived(this.#entries.map(({ command }) => command))

  constructor(transmit: Transmit) {
    this.#transmit = transmit
  }

  /** Sent and not answered yet, oldest first. */
  get commands(): readonly SentCommand[] {
    return this.#commands
  }

  send(command: OutsideCommand): Promise<CommandResult> {
    if (this.#isClosed) return Promise.resolve(leftBehind)
    return new Promise((settle) => {
      const entry: Entry = { command: { id: newCommandId(), ...command }, settle }
      this.#entries = [...this.#entries, entry]
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
    for (const { settle } of this.#entries) settle(leftBehind)
    this.#entries = []
  }

  async #deliver(entry: Entry, connection: number | null): Promise<void> {
    while (connection !== null && connection === this.#connection && this.#entries.includes(entry)) {
      const result = await this.#transmit(entry.command)
      if (result) return this.#settle(entry, result)
    }
  }

  #settle(entry: Entry, result: CommandResult): void {
    this.#entries = this.#entries.filter((other) => other !== entry)
    entry.settle(result)
  }
}

const leftBehind: CommandResult = { error: 'unavailable', detail: 'the session ended before an answer came' }
