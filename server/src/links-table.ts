import { meetingLinks } from './access/links.ts'
import type { Keys } from './access/new-meeting.ts'

/** What the start prints: where the server is, and the links of the first meeting while they are kept. */
export function linksTable(baseUrl: string, first: Keys | null): string {
  const title = `\nOpenfloor is at ${baseUrl}\n`
  if (first === null) return `${title}\n`
  const links = meetingLinks(baseUrl, first)
  const { joinCode } = first
  const code = `${joinCode.slice(0, 3)} ${joinCode.slice(3, 6)} ${joinCode.slice(6)}`
  const rows = [
    ['Coordinator', links.coordinator],
    ['Moderator', links.moderator],
    ['Rapporteur', links.rapporteur],
    ['Screen', links.screen],
    ['Participants', `${links.participant}   (code ${code})`],
  ] as const
  const lines = rows.map(([who, link]) => `  ${who.padEnd(14)}${link}`)
  return `${title}\nThe consultation of 9 November 2020. Whoever has a link has its power: hand them out with care.\n\n${lines.join('\n')}\n\n`
}
