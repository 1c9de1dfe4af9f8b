import type { Actor, Meeting } from '@openfloor/shared/meeting/state.ts'
import { linkIdOf, matches } from './secrets.ts'

/** Who comes by the link with this secret; null when there is no such link, or its person has been removed. */
export function actorOf(meeting: Meeting, secret: string): Actor | null {
  const link = meeting.links.get(linkIdOf(secret))
  if (!link || !matches(secret, link.secretHash)) return null
  const { id: linkId, role, personId } = link
  if (personId !== null && !isThere(meeting, personId)) return null
  return { role, linkId, personId }
}

function isThere(meeting: Meeting, personId: string): boolean {
  return meeting.people.get(personId)?.removedAt === null
}
