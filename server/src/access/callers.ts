import type { Actor } from '@openfloor/shared/meeting/state.ts'
import type { Meetings } from '../meetings/meetings.ts'
import { actorOf, isKeptOut } from './actor.ts'
import { cookieName, sessionRoles, type SessionRole } from './cookies.ts'
import { readToken } from './secrets.ts'

/** What a request says of who sends it. */
export interface Credentials {
  readonly meetingId: string
  /** As which role, where a browser holds several; null: the first of `sessionRoles` that it holds. */
  readonly role: SessionRole | null
  /** A program's token; then cookies do not count. */
  readonly token: string | null
  readonly cookies: Readonly<Record<string, string | undefined>>
}

/** Somebody signed in. */
export interface Session {
  readonly role: SessionRole
  readonly personId: string | null
  /** In the lobby, until a moderator lets them in. */
  readonly waits: boolean
}

/** Finds out who a request, a socket or a feed comes from. */
export class Callers {
  readonly #meetings: Meetings
  readonly #isSecure: boolean

  /** `isSecure`: whether cookies are set for HTTPS. */
  constructor(meetings: Meetings, isSecure: boolean) {
    this.#meetings = meetings
    this.#isSecure = isSecure
  }

  /** Who it is; null when signed out, which is also said of a meeting that does not exist. */
  identify(credentials: Credentials): Actor | null {
    const { role, token } = credentials
    if (token !== null) {
      const actor = this.withToken(credentials.meetingId, token)
      return actor && (role === null || role === sessionRoleOf(actor)) ? actor : null
    }
    const roles = role === null ? sessionRoles : [role]
    for (const each of roles) {
      const actor = this.#withCookie(credentials, each)
      if (actor) return actor
    }
    return null
  }

  /** All the sessions of this meeting that the cookies hold. */
  sessions({ meetingId, cookies }: Pick<Credentials, 'meetingId' | 'cookies'>): readonly Session[] {
    const credentials = { meetingId, cookies, role: null, token: null }
    return sessionRoles.flatMap((role) => {
      const actor = this.#withCookie(credentials, role)
      return actor ? [{ role, personId: actor.personId, waits: actor.role === 'lobby' }] : []
    })
  }

  /** Whether this browser is that of somebody who was removed and is not to be let in again. */
  isKeptOut({ meetingId, cookies }: Pick<Credentials, 'meetingId' | 'cookies'>): boolean {
    const parts = readToken(cookies[cookieName(meetingId, 'participant', this.#isSecure)] ?? '')
    const standing = this.#meetings.get(meetingId)
    return parts !== null && standing !== undefined && isKeptOut(standing.meeting, parts.secret)
  }

  /** Who comes by this token to this meeting. */
  withToken(meetingId: string, token: string): Actor | null {
    const parts = readToken(token)
    if (parts?.meetingId !== meetingId) return null
    const standing = this.#meetings.get(meetingId)
    return standing ? actorOf(standing.meeting, parts.secret) : null
  }

  #withCookie({ meetingId, cookies }: Credentials, role: Actor['role']): Actor | null {
    const token = cookies[cookieName(meetingId, role, this.#isSecure)]
    const actor = token === undefined ? null : this.withToken(meetingId, token)
    return actor && sessionRoleOf(actor) === role ? actor : null
  }
}

/** In which role somebody is signed in: who waits in the lobby, as the participant they will be. */
export function sessionRoleOf({ role }: Actor): Actor['role'] {
  return role === 'lobby' ? 'participant' : role
}

/** The token of an `Authorization: Bearer` header. */
export function bearerToken(authorization: string | undefined): string | null {
  return /^Bearer +([\w.-]+)$/i.exec(authorization ?? '')?.[1] ?? null
}
