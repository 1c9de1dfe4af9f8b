import type { Actor, Meeting } from '@openfloor/shared/meeting/state.ts'
import { linkIdOf, matches } from './secrets.ts'

/**
 * Who comes by the link with this secret; null when there is no such link, or its person has been removed. Somebody who
 * waits to be let in is in the lobby, where nothing is seen and nothing can be done.
 */
export function actorOf(meeting: Meeting, secret: string): Actor | null {
  const link = meeting.links.get(linkIdOf(secret))
  if (!link || !matches(secret, link.secretHash)) return null
  const { id: linkId, role, personId } = link
  if (personId === null) return { role, linkId, personId }
  const person = meeting.people.get(personId)
  if (person?.removedAt !== null) return null
  return { role: person.admittedAt === null ? 'lobby' : role, linkId, personId }
}

/** Whether this secret is the link of somebody who was removed and is not to be let in again. */
export function isKeptOut(meeting: Meeting, secret: string): boolean {
  const personId = meeting.links.get(linkIdOf(secret))?.personId ?? null
  return personId !== null && meeting.people.get(personId)?.keptOut === true
}
