import { limits } from '../limits.ts'
import type { Context, Decision, Deciders, Evolution } from './decision.ts'
import type { MeetingEvent, PersonDescription } from './events.ts'
import type { LinkDraft } from './internal-commands.ts'
import { describedPerson, groupRefusal, personRefusal, regionRefusal } from './people-checks.ts'
import { getPerson } from './queries.ts'
import { refuse, type Refusal } from './refusals.ts'
import { withoutWords } from './erasure.ts'
import type { Meeting, Person } from './state.ts'

/** Who is in the meeting and by which links (rules R). */
export const rosterDeciders = {
  'join-meeting': (meeting, { personId, person, link }) => {
    const { admission } = meeting.settings
    if (admission === 'roster' || !meeting.doorOpen) return refuse('door-closed')
    const described = describedPerson(meeting, person)
    if (meeting.people.has(personId)) return refuse('duplicate-id')
    const refusal = personRefusal(meeting, described)
    if (refusal) return refusal
    return withLink(meeting, personId, link, [
      { type: 'person-added', personId, person: described, origin: 'joined' },
      ...(admission === 'lobby' ? [{ type: 'person-kept-waiting', personId } as const] : []),
    ])
  },
  'issue-personal-link': (meeting, { personId, link }) => {
    const person = meeting.people.get(personId)
    if (!person || person.removedAt !== null) return refuse('unknown-person')
    return withLink(meeting, personId, link, [])
  },
  /** [S9] Nobody can show the first one again, for only its hash is kept. */
  'issue-screen-link': (meeting, { link }) => withLink(meeting, null, { ...link, role: 'screen' }, []),
  'add-person': (meeting, { person }, { newId }: Context) => {
    const described = describedPerson(meeting, person)
    const refusal = personRefusal(meeting, described)
    return refusal ?? [{ type: 'person-added', personId: newId(), person: described, origin: 'roster' }]
  },
  'edit-person': (meeting, { personId, person }) => {
    const before = meeting.people.get(personId)
    if (!before || before.removedAt !== null) return refuse('unknown-person')
    const described = describedPerson(meeting, { ...person, gender: before.gender })
    const refusal = editRefusal(meeting, before, described)
    if (refusal) return refusal
    return isSameDescription(before, described)
      ? []
      : [{ type: 'person-edited', personId, person: described }]
  },
  'set-speaker-terms': (meeting, { type: _type, personId, ...terms }) => {
    const before = meeting.people.get(personId)
    if (!before || before.removedAt !== null) return refuse('unknown-person')
    const { category, limitMs, protocolRank } = terms
    const isSame =
      before.category === category && before.limitMs === limitMs && before.protocolRank === protocolRank
    return isSame ? [] : [{ type: 'speaker-terms-set', personId, ...terms }]
  },
  'remove-person': (meeting, { personId, keepOut }) => {
    const person = meeting.people.get(personId)
    if (!person || person.removedAt !== null) return refuse('unknown-person')
    return removal(meeting, person, keepOut)
  },
  'erase-person': (meeting, { personId }, { actor }) => {
    const person = meeting.people.get(personId)
    if (!person) return refuse('unknown-person')
    if (actor.role === 'participant' && actor.personId !== personId) return refuse('not-yours')
    if (person.erasedAt !== null) return []
    const removed = person.removedAt === null ? removal(meeting, person) : []
    return [...removed, { type: 'person-erased', personId }]
  },
} satisfies Deciders<
  | 'join-meeting'
  | 'issue-personal-link'
  | 'issue-screen-link'
  | 'add-person'
  | 'edit-person'
  | 'remove-person'
  | 'erase-person'
  | 'set-speaker-terms'
>

export const rosterEvolution = {
  'person-added': (meeting, { personId, person, origin }, at) => ({
    ...meeting,
    people: meeting.people.set(personId, {
      ...person,
      ...{
        id: personId,
        origin,
        since: at,
        removedAt: null,
        erasedAt: null,
        ...{ admittedAt: at, keptOut: false },
        requestId: null,
        pointOfOrderId: null,
      },
      ...{ category: null, limitMs: null, protocolRank: null },
    }),
  }),
  'person-edited': (meeting, { personId, person }) => ({
    ...meeting,
    people: meeting.people.set(personId, { ...getPerson(meeting, personId), ...person }),
  }),
  'person-removed': (meeting, { personId, keptOut }, at) => ({
    ...meeting,
    people: meeting.people.set(personId, { ...getPerson(meeting, personId), removedAt: at, keptOut }),
  }),
  'person-erased': (meeting, { personId }, at) => withoutWords(meeting, personId, at),
  'speaker-terms-set': (meeting, { type: _type, personId, ...terms }) => ({
    ...meeting,
    people: meeting.people.set(personId, { ...getPerson(meeting, personId), ...terms }),
  }),
} satisfies Evolution<
  'person-added' | 'person-edited' | 'person-removed' | 'person-erased' | 'speaker-terms-set'
>

function withLink(
  meeting: Meeting,
  personId: string | null,
  link: LinkDraft,
  before: readonly MeetingEvent[],
): Decision {
  if (meeting.links.size >= limits.linksPerMeeting) return refuse('people-full')
  if (meeting.links.has(link.linkId)) return refuse('duplicate-id')
  return [...before, { type: 'link-issued', ...link, personId, name: '' }]
}

/** [R4] Who is removed while speaking is cut off; their request and their seats go with them, their record stays. */
function removal(meeting: Meeting, person: Person, keptOut = false): MeetingEvent[] {
  const { id: personId, requestId, pointOfOrderId } = person
  const waiting = [requestId, pointOfOrderId]
    .filter((id) => id !== null)
    .filter((id) => meeting.requests.get(id)?.status === 'waiting')
  return [
    ...cutOff(meeting, personId),
    ...waiting.map((id) => ({ type: 'request-removed', requestId: id }) as const),
    ...meeting.segments.flatMap((segment) => {
      const panel = segment.panel.filter((seat) => seat.personId !== personId)
      return panel.length === segment.panel.length
        ? []
        : [{ type: 'panel-set', segmentId: segment.id, panel } as const]
    }),
    { type: 'person-removed', personId, keptOut },
  ]
}

/** Who speaks, or was interrupted, speaks no more; whom they interrupted gets the floor back. */
function cutOff(meeting: Meeting, personId: string): MeetingEvent[] {
  const { floorId, interruptedId } = meeting
  const running = meeting.settings.startsOnCall
  const isTheirs = (id: string) => meeting.interventions.get(id)!.personId === personId
  const ended = [floorId, interruptedId].filter((id) => id !== null).filter(isTheirs)
  const returns = floorId !== null && interruptedId !== null && isTheirs(floorId) && !isTheirs(interruptedId)
  return [
    ...ended.map((id) => ({ type: 'intervention-ended', interventionId: id, outcome: 'cut-off' }) as const),
    ...(returns ? [{ type: 'floor-returned', interventionId: interruptedId, running } as const] : []),
  ]
}

/** [R3] A group or region that is given up stays with those who are in it; nobody new comes in. */
function editRefusal(meeting: Meeting, before: Person, after: PersonDescription): Refusal | null {
  const group = after.groupId === before.groupId ? null : groupRefusal(meeting, after)
  return group ?? (after.regionId === before.regionId ? null : regionRefusal(meeting, after))
}

function isSameDescription(before: Person, after: PersonDescription): boolean {
  const keys = ['name', 'organization', 'groupId', 'country', 'regionId', 'gender', 'mode'] as const
  return keys.every((key) => before[key] === after[key])
}
