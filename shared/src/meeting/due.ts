import type { Instant } from '../clock/clock.ts'
import type { Command } from '../commands.ts'
import { endsByItselfAt } from './speaking-limits.ts'
import type { Meeting } from './state.ts'

/** The next command that time itself will cause, by the `system` actor, unless something else happens before; or none. */
export function dueCommand(meeting: Meeting): { readonly at: Instant; readonly command: Command } | null {
  const speech = endsByItselfAt(meeting)
  if (!speech) return null
  const { at, interventionId } = speech
  return { at, command: { type: 'end-overdue-intervention', interventionId } }
}
