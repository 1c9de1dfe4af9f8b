import { z } from 'zod'
import { explain } from '@openfloor/shared/commands.ts'
import type { Actor } from '@openfloor/shared/meeting/state.ts'
import { PROTOCOL_VERSION, type ErrorCode } from '@openfloor/shared/protocol.ts'
import type { Callers, Credentials } from '../access/callers.ts'
import { meetingId, roleSchema } from './http-callers.ts'

const handshake = z.strictObject({
  protocol: z.int(),
  meetingId,
  role: roleSchema.optional(),
  /** A program's; browsers have cookies. */
  token: z.string().max(256).optional(),
})

/** Whether somebody may connect, and as whom. */
export type Handshake =
  | { readonly status: 'welcome'; readonly meetingId: string; readonly actor: Actor }
  | { readonly status: 'refused'; readonly error: ErrorCode; readonly detail?: string }

/** Reads what a socket says of itself. A page of another version of the protocol is told so before anything else. */
export function handshakeOf(auth: unknown, cookies: Credentials['cookies'], callers: Callers): Handshake {
  const { protocol } = (auth ?? {}) as { readonly protocol?: unknown }
  if (typeof protocol === 'number' && protocol !== PROTOCOL_VERSION)
    return { status: 'refused', error: 'reload-page' }
  const parsed = handshake.safeParse(auth)
  if (!parsed.success) return { status: 'refused', error: 'bad-request', detail: explain(parsed.error) }
  const { meetingId, role = null, token = null } = parsed.data
  const actor = callers.identify({ meetingId, role, token, cookies })
  if (!actor) return { status: 'refused', error: 'signed-out' }
  if (actor.role === 'lobby') return { status: 'refused', error: 'not-admitted' }
  return { status: 'welcome', meetingId, actor }
}
