import { parseCommand, type OutsideCommand, type WrittenCommand } from '../commands.ts'

/** A command as the server reads it, with what was left out filled in; throws where the server would not take it. */
export function readCommand(written: WrittenCommand): OutsideCommand {
  const parsed = parseCommand({ ...written, id: 'command-read' })
  if (parsed.status === 'malformed') throw new Error(`${written.type}: ${parsed.detail}`)
  return parsed.command
}
