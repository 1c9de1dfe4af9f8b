import type { Instant } from '../clock/clock.ts'
import { limits } from '../limits.ts'
import type { Decision, Deciders, Evolution } from './decision.ts'
import type { MeetingEvent } from './events.ts'
import { getPerson } from './queries.ts'
import { refuse } from './refusals.ts'
import type { Link, Meeting } from './state.ts'

/** Who may come in, and by which links (rules D). */
export const accessDeciders = {
  'set-door': (meeting, { open }) => (meeting.doorOpen === open ? [] : [{ type: 'door-set', open }]),
  'renew-join-code': (_meeting, { joinCode }) => [{ type: 'join-code-renewed', joinCode }],
  'renew-link': (meeting, { link }) => issue(meeting, link, '', revokeAll(meeting, isRoleLink(link.role))),
  'issue-named-link': (meeting, { name, link }) => issue(meeting, link, name, []),
  'revoke-link': (meeting, { linkId }, { actor }) => {
    if (!meeting.links.has(linkId)) return refuse('unknown-link')
    return linkId === actor.linkId ? refuse('own-link') : [{ type: 'link-revoked', linkId }]
  },
  'revoke-personal-links': (meeting, { personId }) => {
    if (!meeting.people.has(personId)) return refuse('unknown-person')
    return revokeAll(meeting, (link) => link.personId === personId)
  },
  'admit-people': (meeting, { personIds }) => {
    const known = personIds.map((id) => meeting.people.get(id))
    if (known.some((person) => !person || person.removedAt !== null)) return refuse('unknown-person')
    return [...new Set(personIds)]
      .filter((id) => meeting.people.get(id)!.admittedAt === null)
      .map((personId) => ({ type: 'person-admitted', personId }))
  },
} satisfies Deciders<
  | 'set-door'
  | 'renew-join-code'
  | 'renew-link'
  | 'issue-named-link'
  | 'revoke-link'
  | 'revoke-personal-links'
  | 'admit-people'
>

export const accessEvolution = {
  'door-set': (meeting, { open }) => ({ ...meeting, doorOpen: open }),
  'join-code-renewed': (meeting, { joinCode }) => ({ ...meeting, joinCode }),
  'link-issued': (meeting, { linkId, role, secretHash, personId, name }, at) => ({
    ...meeting,
    links: meeting.links.set(linkId, { id: linkId, role, secretHash, personId, name, issuedAt: at }),
  }),
  'link-revoked': (meeting, { linkId }) => ({
    ...meeting,
    links: meeting.links.delete(linkId),
    revocations: meeting.revocations + 1,
  }),
  'person-kept-waiting': (meeting, { personId }) => withAdmission(meeting, personId, null),
  'person-admitted': (meeting, { personId }, at) => withAdmission(meeting, personId, at),
} satisfies Evolution<
  | 'door-set'
  | 'join-code-renewed'
  | 'link-issued'
  | 'link-revoked'
  | 'person-kept-waiting'
  | 'person-admitted'
>

function withAdmission(meeting: Meeting, personId: string, admittedAt: Instant | null): Meeting {
  const person = { ...getPerson(meeting, personId), admittedAt }
  return { ...meeting, people: meeting.people.set(personId, person) }
}

type LinkDraft = Pick<Link, 'role' | 'secretHash'> & { readonly linkId: string }

function issue(meeting: Meeting, link: LinkDraft, name: string, before: readonly MeetingEvent[]): Decision {
  if (meeting.links.size >= limits.linksPerMeeting) return refuse('people-full')
  if (meeting.links.has(link.linkId)) return refuse('duplicate-id')
  const { linkId, role, secretHash } = link
  return [...before, { type: 'link-issued', linkId, role, secretHash, personId: null, name }]
}

/** The link of a role that everybody shares, unlike those of named moderators. */
function isRoleLink(role: Link['role']): (link: Link) => boolean {
  return (link) => link.role === role && link.personId === null && link.name === ''
}

function revokeAll(meeting: Meeting, isMeant: (link: Link) => boolean): MeetingEvent[] {
  return [...meeting.links.values()].filter(isMeant).map(({ id }) => ({ type: 'link-revoked', linkId: id }))
}
