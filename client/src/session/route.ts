/** Where one is; the pages of a meeting carry its id. */
export type Route =
  { readonly page: 'home' | 'join' | 'unknown' } | { readonly page: MeetingPage; readonly meetingId: string }

type MeetingPage = 'participant' | 'console' | 'plan' | 'screen' | 'rapporteur'

const meetingPath = /^\/m\/([\w-]{1,64})(?:\/(console|plan|screen|rapporteur))?\/?$/

/** Reads the path of an address. */
export function routeOf(path: string): Route {
  if (path === '/') return { page: 'home' }
  if (path === '/join' || path === '/join/') return { page: 'join' }
  const match = meetingPath.exec(path)
  if (!match?.[1]) return { page: 'unknown' }
  return { page: (match[2] as MeetingPage | undefined) ?? 'participant', meetingId: match[1] }
}
