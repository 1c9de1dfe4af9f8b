import type { Meeting, Role } from '../meeting/state.ts'
import { moderatorsView, type ModeratorsView } from './moderators.ts'
import { personalView, type PersonalView } from './personal.ts'
import { publicView, type PublicView } from './public.ts'
import { rapporteurView, type RapporteurView } from './rapporteur.ts'

/** The parts a view is put together from; each is patched on its own. */
export type Audience = 'public' | 'moderators' | 'rapporteur' | 'personal'

/** What one caller sees. A part is there only if the role has it (`audiencesOf`). */
export interface View {
  readonly public: PublicView
  readonly moderators?: ModeratorsView
  readonly rapporteur?: RapporteurView
  readonly personal?: PersonalView
}

const publicOnly: readonly Audience[] = ['public']
const moderators: readonly Audience[] = ['public', 'moderators']

/** Which parts each role sees: an allow-list. */
export const audiencesOf: Readonly<Record<Role, readonly Audience[]>> = {
  coordinator: ['public', 'moderators', 'rapporteur'],
  moderator: moderators,
  rapporteur: ['public', 'rapporteur'],
  participant: ['public', 'personal'],
  screen: publicOnly,
  door: [],
  system: [],
}

/** The whole view of a role; `personId` is the participant's. */
export function viewOf(meeting: Meeting, role: Role, personId: string | null): View {
  const audiences = audiencesOf[role]
  const personal =
    audiences.includes('personal') && personId !== null ? personalView(meeting, personId) : null
  return {
    public: publicView(meeting),
    ...(audiences.includes('moderators') && { moderators: moderatorsView(meeting) }),
    ...(audiences.includes('rapporteur') && { rapporteur: rapporteurView(meeting) }),
    ...(personal && { personal }),
  }
}
