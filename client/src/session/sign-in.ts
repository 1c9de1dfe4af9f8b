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
 * Signs in on a page for these roles, the first of them that is held: by the secret in the address's fragment, which
 * is taken out of the address and the history at once, or else by what the browser holds already.
 */
export async function signIn(meetingId: string, roles: readonly Role[]): Promise<SignIn> {
  const secret = takeSecret()
  if (secret !== '') {
    const answer = await ask<HeldSession>('POST', '/api/sessions', { meetingId, secret })
    if (answer.ok && roles.includes(answer.value.role)) return { status: 'signed-in', session: answer.value }
    if (!answer.ok && answer.problem === 'offline') {
      putSecretBack(secret)
      return { status: 'failed', problem: answer.problem }
    }
  }
  const held = await heldSessions(meetingId)
  if (!held.ok) return { status: 'failed', problem: held.problem }
  const session = roles.map((role) => held.value.find((each) => each.role === role)).find(Boolean)
  return session ? { status: 'signed-in', session } : { status: 'signed-out' }
}

function takeSecret(): string {
  const secret = location.hash.slice(1)
  if (secret !== '') history.replaceState(history.state, '', location.pathname + location.search)
  return secret
}

/** Without a connection the link must still work when the page is loaded again. */
function putSecretBack(secret: string): void {
  history.replaceState(history.state, '', `#${secret}`)
}
