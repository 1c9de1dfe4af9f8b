import type { Command } from '@openfloor/shared/commands.ts'
import type { RefusalCode } from '@openfloor/shared/meeting/refusals.ts'
import type { Actor } from '@openfloor/shared/meeting/state.ts'

/** A wish: what, by whom, and the id under which it is done once, however often it is asked. */
export interface CommandRequest {
  readonly commandId: string
  readonly command: Command
  readonly actor: Actor
}

/**
 * Why a command could not be carried out; it may be sent again under the same id. Nothing was changed, save that after
 * `store-failed` nobody knows.
 */
export type UnavailableReason = 'storage-full' | 'store-failed' | 'busy' | 'too-contended' | 'meetings-full'

/** What a command came to. It is told only once everything it rests on is durable. */
export type Outcome =
  /** `repeated`: it had been done before, at that version. */
  | { readonly status: 'done'; readonly version: number; readonly repeated: boolean }
  | { readonly status: 'refused'; readonly refusal: RefusalCode; readonly version: number }
  | { readonly status: 'unavailable'; readonly reason: UnavailableReason }

/** One sender's command id: two people who happen to choose the same id do not meet. */
export function senderKey({ role, linkId, personId }: Actor, commandId: string): string {
  return `${role}/${personId ?? linkId ?? ''}/${commandId}`
}
