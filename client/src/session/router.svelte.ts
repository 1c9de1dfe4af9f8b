import { createContext } from 'svelte'
import { routeOf, type Route } from './route.ts'

/** The address in the browser, as state. */
export class Router {
  #path = $state(location.pathname)
  readonly route: Route = $derived(routeOf(this.#path))

  constructor() {
    addEventListener('popstate', () => (this.#path = location.pathname))
  }

  /**
   * Goes to another page; `to` is a path, and may have a fragment. The participant's page and the screen are documents
   * of their own, and loaded as such.
   */
  go(to: string): void {
    const { page } = routeOf(to.split('#')[0] ?? to)
    if (page === 'participant' || page === 'screen') return location.assign(to)
    history.pushState(null, '', to)
    this.#path = location.pathname
    scrollTo(0, 0)
  }
}

/** The router of the page, for its components. */
export const [getRouter, setRouter] = createContext<Router>()
