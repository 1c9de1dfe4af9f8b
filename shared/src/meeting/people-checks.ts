import { limits } from '../limits.ts'
import type { PersonDescription } from './events.ts'
import { refuse, type Refusal } from './refusals.ts'
import type { Meeting } from './state.ts'

/** [R2] What the meeting does not ask for is not kept. */
export function describedPerson(meeting: Meeting, person: PersonDescription): PersonDescription {
  return meeting.settings.askCountry ? person : { ...person, country: null }
}

/** Whether one more person of this description may come in: [R3] known group, room left. */
export function personRefusal(meeting: Meeting, person: PersonDescription): Refusal | null {
  return (
    groupRefusal(meeting, person) ??
    (meeting.people.size >= limits.peoplePerMeeting ? refuse('people-full') : null)
  )
}

export function groupRefusal(meeting: Meeting, { groupId }: PersonDescription): Refusal | null {
  if (groupId === null || meeting.groups.some((group) => group.id === groupId)) return null
  return refuse('unknown-group')
}
