import type { HeldSession } from '../../../session/sign-in.ts'

/** The other pages that one can open from the coordinator's. */
export type HeldPage = 'console' | 'screen' | 'rapporteur'

/** The pages that this browser may open, by the roles it holds; the coordinator has the console too. */
export function pagesHeld(sessions: readonly HeldSession[]): readonly HeldPage[] {
  const roles = new Set(sessions.map(({ role }) => role))
  const pages: readonly HeldPage[] = ['screen', 'rapporteur']
  return ['console', ...pages.filter((page) => roles.has(page as 'screen' | 'rapporteur'))]
}
