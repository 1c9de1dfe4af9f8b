import { limits } from '../limits.ts'
import type { PersonDescription } from './events.ts'
import { refuse, type Refusal } from './refusals.ts'
import type { Meeting } from './state.ts'

/** Somebody of whom nothing but the name is known. */
export const undescribed = {
  ...{ organization: '', groupId: null, country: null, regionId: null, gender: null, mode: null },
} as const

/** [R2] What the meeting does not ask for is not kept. */
export function describedPerson(meeting: Meeting, person: PersonDescription): PersonDescription {
  const { askCountry, regions, askGender, askMode } = meeting.settings
  const { country, regionId, gender, mode } = person
  return {
    ...person,
    country: askCountry ? country : null,
    regionId: regions.length > 0 ? regionId : null,
    gender: askGender ? gender : null,
    mode: askMode ? mode : null,
  }
}

/** Whether one more person of this description may come in: [R3] known group, room left. */
export function personRefusal(meeting: Meeting, person: PersonDescription): Refusal | null {
  return (
    groupRefusal(meeting, person) ??
    regionRefusal(meeting, person) ??
    (meeting.people.size >= limits.peoplePerMeeting ? refuse('people-full') : null)
  )
}

export function groupRefusal(meeting: Meeting, { groupId }: PersonDescription): Refusal | null {
  if (groupId === null || meeting.groups.some((group) => group.id === groupId)) return null
  return refuse('unknown-group')
}

export function regionRefusal({ settings }: Meeting, { regionId }: PersonDescription): Refusal | null {
  if (regionId === null || settings.regions.some((region) => region.id === regionId)) return null
  return refuse('unknown-region')
}
