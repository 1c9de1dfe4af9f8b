import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { limits } from '@openfloor/shared/limits.ts'
import type { Actor } from '@openfloor/shared/meeting/state.ts'
import { bearerToken, type Callers, type Credentials } from '../access/callers.ts'
import { cookieAttributes, cookieName, isSessionRole, sessionRoles } from '../access/cookies.ts'
import { tokenOf } from '../access/secrets.ts'
import { isSecure, type TransportParts } from './app-types.ts'

/** The header in which a page says as which of its roles it asks; `?role=` does the same. Not a secret. */
const ROLE_HEADER = 'openfloor-role'

/** The parts that many routes share. */
export const meetingId = z.string().regex(/^[\w-]{1,64}$/, 'the id of a meeting')
export const meetingParams = z.strictObject({ id: meetingId })
export const roleSchema = z.enum(sessionRoles)
export const roleQuery = z.strictObject({ role: roleSchema.optional() })

/** A display says which screen of the meeting it shows. */
export const feedQuery = roleQuery.extend({ screen: z.string().max(limits.idChars).optional() })

/** What a request says of who sends it. */
function credentialsOf(request: FastifyRequest, meetingId: string): Credentials {
  const { role } = request.query as { readonly role?: unknown }
  const named = role ?? request.headers[ROLE_HEADER]
  return {
    meetingId,
    role: isSessionRole(named) ? named : null,
    token: bearerToken(request.headers.authorization),
    cookies: request.cookies,
  }
}

export function identify(callers: Callers, request: FastifyRequest, meetingId: string): Actor | null {
  return callers.identify(credentialsOf(request, meetingId))
}

/** A session that begins: told in a cookie, and in the answer only to programs that ask for it. */
export interface NewSession {
  readonly meetingId: string
  readonly role: Actor['role']
  readonly secret: string
}

export function setSessionCookie(
  reply: FastifyReply,
  { config }: Pick<TransportParts, 'config'>,
  { meetingId, role, secret }: NewSession,
): void {
  const secure = isSecure(config)
  const attributes = cookieAttributes(secure, config.retentionDays)
  reply.setCookie(cookieName(meetingId, role, secure), tokenOf(meetingId, secret), attributes)
}

/** Where people reach this server: as configured, or as this request did. */
export function baseUrlOf(request: FastifyRequest, { config }: Pick<TransportParts, 'config'>): string {
  return config.publicUrl?.origin ?? `${request.protocol}://${request.host}`
}
