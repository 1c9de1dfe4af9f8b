import { limits } from '@openfloor/shared/limits.ts'
import type { PersonDescription } from '@openfloor/shared/meeting/events.ts'
import type { StakeholderGroup } from '@openfloor/shared/meeting/state.ts'
import { cleanLine, lengthProblem, lineProblem, problemsIn, type Reading } from './typed-text.ts'

/** A person as the texts of a form; no group is an empty text. */
export type PersonFields = {
  readonly name: string
  readonly organization: string
  readonly groupId: string
  readonly country: string
  readonly regionId: string
  readonly mode: string
}

/** A form for somebody new. */
export const noPerson: PersonFields = {
  ...{ name: '', organization: '', groupId: '', country: '', regionId: '', mode: '' },
}

/** A description by somebody else: the gender is the person's own to say. */
export type TheirDescription = Omit<PersonDescription, 'gender'>

/** The texts of the form; a group that is no longer one of the meeting's is none. */
export function personFields(
  person: TheirDescription,
  groups: readonly Pick<StakeholderGroup, 'id'>[],
): PersonFields {
  const { name, organization, groupId, country, regionId, mode } = person
  const isKnown = groups.some(({ id }) => id === groupId)
  return {
    ...{ name, organization, groupId: isKnown ? (groupId ?? '') : '', country: country ?? '' },
    ...{ regionId: regionId ?? '', mode: mode ?? '' },
  }
}

/** Reads the form. */
export function readPerson(fields: PersonFields): Reading<TheirDescription, keyof PersonFields> {
  const name = cleanLine(fields.name)
  const organization = cleanLine(fields.organization)
  const country = cleanLine(fields.country)
  const problems = problemsIn<keyof PersonFields>({
    name: lineProblem(name, limits.nameChars),
    organization: lengthProblem(organization, limits.organizationChars),
    groupId: undefined,
    regionId: undefined,
    mode: undefined,
    country: lengthProblem(country, limits.countryChars),
  })
  if (problems) return { status: 'invalid', problems }
  return {
    status: 'ok',
    value: {
      ...{ name, organization, groupId: fields.groupId || null, country: country || null },
      ...{ regionId: fields.regionId || null, mode: modeOf(fields.mode) },
    },
  }
}

function modeOf(text: string): TheirDescription['mode'] {
  return text === 'room' || text === 'remote' ? text : null
}
