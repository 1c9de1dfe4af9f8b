import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { LinkDraft } from '@openfloor/shared/meeting/internal-commands.ts'
import type { Role } from '@openfloor/shared/meeting/state.ts'

const SECRET_BYTES = 32
const MEETING_ID_CHARS = 12
/** Without the letters and digits that look alike. */
const meetingIdAlphabet = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A link to be issued, and its secret, which is told once and never kept. */
export interface NewLink {
  readonly secret: string
  readonly draft: LinkDraft
}

export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url')
}

/** A link with a fresh secret of 256 random bits, or with the one given. */
export function newLink(role: Role, secret: string = newSecret()): NewLink {
  return { secret, draft: { linkId: linkIdOf(secret), role, secretHash: hashOf(secret) } }
}

/** A link is found by this id, which says nothing of the secret it comes from. */
export function linkIdOf(secret: string): string {
  return sha256(`link id of ${secret}`).subarray(0, 16).toString('base64url')
}

/** What is kept of a secret. With 256 random bits in it a slow hash would add nothing. */
export function hashOf(secret: string): string {
  return sha256(secret).toString('base64url')
}

/** Compares in a time that does not depend on where the two differ. */
export function matches(secret: string, secretHash: string): boolean {
  const expected = Buffer.from(secretHash, 'base64url')
  const actual = sha256(secret)
  return expected.length === actual.length && timingSafeEqual(expected, actual)
}

/** The person that a join brings in: the same for the same command, so that a retried join finds them. */
export function personIdOf(meetingId: string, commandId: string): string {
  return sha256(`person of ${meetingId} ${commandId}`).subarray(0, 16).toString('base64url')
}

export function newId(): string {
  return randomBytes(12).toString('base64url')
}

export function newMeetingId(): string {
  const chars = Array.from({ length: MEETING_ID_CHARS }, () => meetingIdAlphabet[randomInt(32)])
  return chars.join('')
}

/** Nine digits, the first not 0. */
export function newJoinCode(): string {
  return String(randomInt(100_000_000, 1_000_000_000))
}

/** A session's token as it travels in cookies and `Authorization`: the meeting, and the secret of a link to it. */
export function tokenOf(meetingId: string, secret: string): string {
  return `${meetingId}.${secret}`
}

/** The two parts of a token; null when it is none. */
export function readToken(token: string): { readonly meetingId: string; readonly secret: string } | null {
  const match = /^([\w-]{1,64})\.([\w-]{43})$/.exec(token)
  return match ? { meetingId: match[1]!, secret: match[2]! } : null
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
