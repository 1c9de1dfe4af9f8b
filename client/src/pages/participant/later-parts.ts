/** What the page needs only after a press, or when something happens that is not usual; no part of the first load. */
export const laterParts = {
  speaking: () => import('./OwnTime.svelte'),
  tools: () => import('./TurnTools.svelte'),
  myTurn: () => import('./MyTurnCard.svelte'),
  notices: () => import('./NoticeBanners.svelte'),
  panel: () => import('./PanelCard.svelte'),
  programme: () => import('./ProgrammeList.svelte'),
  ownTime: () => import('../../session/OwnTime.svelte'),
  requestWords: () => import('./RequestWords.svelte'),
  confirm: () => import('./ConfirmWish.svelte'),
  problem: () => import('./ProblemToast.svelte'),
  wish: () => import('./WishFields.svelte'),
  other: () => import('./AskOther.svelte'),
  waiting: () => import('./WaitingMore.svelte'),
  write: () => import('./WriteStatement.svelte'),
}

/** When the page has painted its first view, on a phone too. */
const REST_MS = 1_500

/** Loads them once the page is at rest, so that they are there when the connection is not. Returns how to call it off. */
export function loadLaterParts(): () => void {
  const timer = setTimeout(() => {
    // What cannot be loaded now is asked for again when it is needed.
    for (const load of Object.values(laterParts)) load().catch(() => null)
  }, REST_MS)
  return () => clearTimeout(timer)
}
