import type { CommandResult } from '@openfloor/shared/protocol.ts'
import type { Problem } from './http.ts'

/** Why a command was not carried out; null when it was. */
export function problemOf(result: CommandResult): Problem | null {
  if ('refusal' in result) return result.refusal
  return 'error' in result ? result.error : null
}
