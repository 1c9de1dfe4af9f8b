import type { CommandType, WrittenCommand, SentCommand } from '@openfloor/shared/commands.ts'

/** Steps that the whole room takes: one of a kind at a time, whatever it names. */
const oneAtATime: ReadonlySet<CommandType> = new Set([
  'give-floor',
  'advance-segment',
  'start-meeting',
  'end-meeting',
  'undo',
])

/** Whether a command, or one that would do the same, has been sent and not been answered: a second press does nothing. */
export function isInFlight(command: WrittenCommand, pending: readonly SentCommand[]): boolean {
  return pending.some(
    (sent) => sent.type === command.type && (oneAtATime.has(sent.type) || isSame(sent, command)),
  )
}

function isSame({ id: _id, ...sent }: SentCommand, command: WrittenCommand): boolean {
  return JSON.stringify(inOrder(sent)) === JSON.stringify(inOrder(command))
}

function inOrder(fields: object): [string, unknown][] {
  return Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))
}
