import type { WrittenCommand, SentCommand } from '@openfloor/shared/commands.ts'
import type { CommandResult } from '@openfloor/shared/protocol.ts'

/** A command that went out at least once, and what its sender was told. */
export interface Entry {
  readonly by: string
  readonly id: string
  readonly command: WrittenCommand
  /** Was deliberately put on the wire twice; the answer to the second copy is not heard. */
  isDoubled: boolean
  /** Null as long as nobody knows. */
  result: CommandResult | null
}

/** All that pages sent and were told, in the order in which it was sent: what people could swear to afterwards. */
export class Book {
  readonly entries = new Map<string, Entry>()
  /** The ids of commands that two moderators sent at the same moment. */
  readonly races: (readonly [string, string])[] = []

  sent(by: string, sent: SentCommand, isDoubled: boolean): void {
    const known = this.entries.get(sent.id)
    if (known) known.isDoubled ||= isDoubled
    else this.entries.set(sent.id, { by, id: sent.id, command: commandOf(sent), isDoubled, result: null })
  }

  answered(id: string, result: CommandResult): void {
    this.entries.get(id)!.result = result
  }

  /** How many were answered, by kind of answer. */
  get tally() {
    const results = [...this.entries.values()].map(({ result }) => result)
    return {
      sent: results.length,
      done: results.filter((result) => result && !('refusal' in result) && !('error' in result)).length,
      refused: results.filter((result) => result && 'refusal' in result).length,
      failed: results.filter((result) => result && 'error' in result).length,
    }
  }
}

function commandOf({ id: _id, ...command }: SentCommand): WrittenCommand {
  return command as WrittenCommand
}
