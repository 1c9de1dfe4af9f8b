import { mount, type Component } from 'svelte'
import { firstCatalogue } from './first-catalogue.ts'
import PageRoot from './PageRoot.svelte'
import { openPastedLinks } from './pasted-links.ts'
import { routeOf } from './route.ts'

/** Shows the one page of a document that has only one, for the meeting in the address. */
export function mountPage(Page: Component<{ meetingId: string }>): void {
  const route = routeOf(location.pathname)
  const target = document.getElementById('app')
  if (!target || !('meetingId' in route)) throw new Error('this document belongs to the address of a meeting')
  openPastedLinks()
  const { meetingId } = route
  void firstCatalogue.then(() => mount(PageRoot, { target, props: { Page, meetingId } }))
}
