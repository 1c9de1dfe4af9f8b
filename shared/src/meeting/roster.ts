import { limits } from '../limits.ts'
import type { Context, Decision, Deciders, Evolution } from './decision.ts'
import type { MeetingEvent } from './events.ts'
import type { LinkDraft } from './internal-commands.ts'
import { describedPerson, groupRefusal, personRefusal } from './people-checks.ts'
import { floorIntervention, getPerson } from './queries.ts'
import { refuse } from './refusals.ts'
import type { Meeting, Person } from './state.ts'

/** Who is in the meeting and by which links (rules R). */
export const rosterDeciders = {
  'join-meeting': (meeting, { personId, person, link }) => {
    const described = describedPerson(meeting, person)
    if (meeting.people.has(personId)) return refuse('duplicate-id')
    const refusal = personRefusal(meeting, described)
    if (refusal) return refusal
    return withLink(meeting, personId, link, [
      { type: 'person-added', personId, person: described, origin: 'joined' },
    ])
  },
  'issue-personal-link': (meeting, { personId, link }) => {
    const person = meeting.people.get(personId)
    if (!person || person.removedAt !== null) return refuse('unknown-person')
    return withLink(meeting, personId, link, [])
  },
  'add-person': (meeting, { person }, { newId }: Context) => {
    const described = describedPerson(meeting, person)
    const refusal = personRefusal(meeting, described)
    return refusal ?? [{ type: 'person-added', personId: newId(), person: described, origin: 'roster' }]
  },
  'edit-person': (meeting, { personId, person }) => {
    const before = meeting.people.get(personId)
    if (!before || before.removedAt !== null) return refuse('unknown-person')
    const described = describedPerson(meeting, person)
    const refusal = described.groupId === before.groupId ? null : groupRefusal(meeting, described)
    return refusal ?? [{ type: 'person-edited', personId, person: described }]
  },
  'remove-person': (meeting, { personId }) => {
    const person = meeting.people.get(personId)
    if (!person || person.removedAt !== null) return refuse('unknown-person')
    return removal(meeting, person)
  },
} satisfies Deciders<'join-meeting' | 'issue-personal-link' | 'add-person' | 'edit-person' | 'remove-person'>

export const rosterEvolution = {
  'person-added': (meeting, { personId, person, origin }, at) => ({
    ...meeting,
    people: meeting.people.set(personId, {
      ...person,
      ...{ id: personId, origin, since: at, removedAt: null, requestId: null },
    }),
  }),
  'person-edited': (meeting, { personId, person }) => ({
    ...meeting,
    people: meeting.people.set(personId, { ...getPerson(meeting, personId), ...person }),
  }),
  'person-removed': (meeting, { personId }, at) => ({
    ...meeting,
    people: meeting.people.set(personId, { ...getPerson(meeting, personId), removedAt: at }),
  }),
  'link-issued': (meeting, { linkId, role, secretHash, personId }) => ({
    ...meeting,
    links: meeting.links.set(linkId, { id: linkId, role, secretHash, personId }),
  }),
} satisfies Evolution<'person-added' | 'person-edited' | 'person-removed' | 'link-issued'>

function withLink(
  meeting: Meeting,
  personId: string,
  link: LinkDraft,
  before: readonly MeetingEvent[],
): Decision {
  if (meeting.links.size >= limits.linksPerMeeting) return refuse('people-full')
  if (meeting.links.has(link.linkId)) return refuse('duplicate-id')
  return [...before, { type: 'link-issued', ...link, personId }]
}

/** [R4] Who is removed while speaking is cut off; their request and their seats go with them, their record stays. */
function removal(meeting: Meeting, { id: personId, requestId }: Person): MeetingEvent[] {
  const speaking = floorIntervention(meeting)
  const waiting = requestId !== null && meeting.requests.get(requestId)?.status === 'waiting'
  return [
    ...(speaking?.personId === personId
      ? [{ type: 'intervention-ended', interventionId: speaking.id, outcome: 'cut-off' } as const]
      : []),
    ...(waiting ? [{ type: 'request-removed', requestId } as const] : []),
    ...meeting.segments.flatMap((segment) => {
      const panel = segment.panel.filter((seat) => seat.personId !== personId)
      return panel.length === segment.panel.length
        ? []
        : [{ type: 'panel-set', segmentId: segment.id, panel } as const]
    }),
    { type: 'person-removed', personId },
  ]
}
