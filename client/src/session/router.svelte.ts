import { createContext } from 'svelte'

/** Where one is; the pages of a meeting carry its id. */
export type Route =
  { readonly page: 'home' | 'join' | 'unknown' } | { readonly page: MeetingPage; readonly meetingId: string }

export type MeetingPage = 'participant' | 'console' | 'plan' | 'screen' | 'rapporteur'

const meetingPath = /^\/m\/([\w-]{1,64})(?:\/(console|plan|screen|rapporteur))?\/?$/

/** Reads the path of an address. */
export function routeOf(path: string): Route {
  if (path === '/') return { page: 'home' }
  if (path === '/join' || path === '/join/') return { page: 'join' }
  const match = meetingPath.exec(path)
  if (!match?.[1]) return { page: 'unknown' }
  return { page: (match[2] as MeetingPage | undefined) ?? 'participant', meetingId: match[1] }
}

/** The address in the browser, as state. */
export class Router {
  #path = $state(location.pathname)
  readonly route: Route = $derived(routeOf(this.#path))

  constructor() {
    addEventListener('popstate', () => (this.#path = location.pathname))
  }

  /** Goes to another page of the client without loading anew; `to` is a path, and may have a fragment. */
  go(to: string): void {
    history.pushState(null, '', to)
    this.#path = location.pathname
    scrollTo(0, 0)
  }
}

/** The router of the page, for its components. */
export const [getRouter, setRouter] = createContext<Router>()
