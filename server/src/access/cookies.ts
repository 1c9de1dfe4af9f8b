import type { Role } from '@openfloor/shared/meeting/state.ts'

/** The roles one can be signed in as; where a request does not say which, the first of these that the browser holds. */
export const sessionRoles = ['coordinator', 'moderator', 'rapporteur', 'participant', 'screen'] as const

export type SessionRole = (typeof sessionRoles)[number]

export function isSessionRole(value: unknown): value is SessionRole {
  return (sessionRoles as readonly unknown[]).includes(value)
}

/**
 * Each meeting and role has a cookie of its own, so that one browser can be in several. With HTTPS the `__Host-` prefix
 * makes browsers refuse it from any other host or without `Secure` (RFC 6265bis, section 4.1.3.2).
 */
export function cookieName(meetingId: string, role: Role, isSecure: boolean): string {
  return `${isSecure ? '__Host-' : ''}openfloor-${meetingId}-${role}`
}

/** The attributes of a session's cookie. */
export function cookieAttributes(isSecure: boolean, maxAgeDays: number) {
  return {
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure,
    path: '/',
    maxAge: maxAgeDays * 24 * 60 * 60,
  } as const
}
