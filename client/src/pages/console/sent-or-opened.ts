import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import type { ActionId, ConsoleAction, Opening } from './action.ts'

/** An action that sends its command at once. */
export function sends(id: ActionId, command: WrittenCommand, target: string | null = null): ConsoleAction {
  return { id, target, intent: { kind: 'send', command } }
}

/** An action that opens a dialog or a place; `target` is what it is opened for. */
export function opens(id: ActionId, opening: Opening, target: string | null = null): ConsoleAction {
  return { id, target, intent: { kind: 'open', opening } }
}
