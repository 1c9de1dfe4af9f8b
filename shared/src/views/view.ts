import type { Meeting, Role } from '../meeting/state.ts'
import { moderatorsView, type ModeratorsView } from './moderators.ts'
import { personalView, type PersonalView } from './personal.ts'
import { publicView, type PublicView } from './public.ts'
import { rapporteurView, type RapporteurView } from './rapporteur.ts'
import { screensView, type ScreensView } from './screens.ts'

/** The parts a view is put together from; each is patched on its own. */
export type Audience = 'public' | 'screens' | 'moderators' | 'rapporteur' | 'personal'

/** What one caller sees. A part is there only if the role has it (`audiencesOf`). */
export interface View {
  readonly public: PublicView
  readonly screens?: ScreensView
  readonly moderators?: ModeratorsView
  readonly rapporteur?: RapporteurView
  readonly personal?: PersonalView
}

const moderators: readonly Audience[] = ['public', 'screens', 'moderators']

/** Which parts each role sees: an allow-list. */
export const audiencesOf: Readonly<Record<Role, readonly Audience[]>> = {
  coordinator: [...moderators, 'rapporteur'],
  moderator: moderators,
  rapporteur: ['public', 'rapporteur'],
  participant: ['public', 'personal'],
  screen: ['public', 'screens'],
  lobby: [],
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
    ...(audiences.includes('screens') && { screens: screensView(meeting) }),
    ...(audiences.includes('moderators') && { moderators: moderatorsView(meeting) }),
    ...(audiences.includes('rapporteur') && { rapporteur: rapporteurView(meeting) }),
    ...(personal && { personal }),
  }
}
