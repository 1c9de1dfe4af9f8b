import type { Role } from '@openfloor/shared/meeting/state.ts'
import { ask, type Answer, type Problem } from './http.ts'

/** Who this browser is in a meeting; `personId` is a participant's. */
export interface HeldSession {
  readonly meetingId: string
  readonly role: Role
  readonly personId: string | null
}

/** The outcome of `signIn`: who one is, or why not. */
export type SignIn =
  | { readonly status: 'signed-in'; readonly session: HeldSession }
  | { readonly status: 'signed-out' }
  | { readonly status: 'failed'; readonly problem: Problem }

/** The sessions that this browser holds in a meeting. */
export async function heldSessions(meetingId: string): Promise<Answer<readonly HeldSession[]>> {
  const query = new URLSearchParams({ meetingId })
  const answer = await ask<{ readonly sessions: readonly HeldSession[] }>('GET', `/api/sessions?${query}`)
  return answer.ok ? { ok: true, value: answer.value.sessions } : answer
}

/**
 * Exchanges the secret in the address's fragment for a session, and takes it out of the address and the history. Null
 * where there is none. Where the server has not judged it the address keeps it, so that asking again helps.
 */
export async function openLink(meetingId: string): Promise<Answer<HeldSession | null>> {
  const secret = location.hash.slice(1)
  if (secret === '') return { ok: true, value: null }
  history.replaceState(history.state, '', location.pathname + location.search)
  const answer = await ask<HeldSession>('POST', '/api/sessions', { meetingId, secret })
  if (isUnjudged(answer)) history.replaceState(history.state, '', `#${secret}`)
  return answer
}

/** No connection, too many at once, a server that cannot now: none of it says anything of the link. */
function isUnjudged(answer: Answer<unknown>): answer is Extract<Answer<unknown>, { ok: false }> {
  return !answer.ok && !judgements.includes(answer.problem)
}

const judgements: readonly Problem[] = ['signed-out', 'bad-request', 'not-found']

/**
 * Signs in on a page for these roles: by the link one came by, or else as the first of them that this browser holds
 * already, from an earlier visit.
 */
export async function signIn(meetingId: string, roles: readonly Role[]): Promise<SignIn> {
  const opened = await openLink(meetingId)
  if (isUnjudged(opened)) return { status: 'failed', problem: opened.problem }
  if (opened.ok && opened.value && roles.includes(opened.value.role))
    return { status: 'signed-in', session: opened.value }
  const held = await heldSessions(meetingId)
  if (!held.ok) return { status: 'failed', problem: held.problem }
  const session = roles.map((role) => held.value.find((each) => each.role === role)).find(Boolean)
  return session ? { status: 'signed-in', session } : { status: 'signed-out' }
}
