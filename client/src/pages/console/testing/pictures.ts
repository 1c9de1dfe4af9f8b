import type { Role } from '@openfloor/shared/meeting/state.ts'
import { projectProgramme } from '@openfloor/shared/programme/projection.ts'
import { hasDelay } from '@openfloor/shared/programme/replan.ts'
import type { Story } from '@openfloor/shared/testing/story.ts'
import { viewOf } from '@openfloor/shared/views/view.ts'
import { pictureOf, type Picture } from '../picture.ts'

/** For tests: what a console shows of a story. */
export function pictured(
  story: Story,
  role: Role = 'moderator',
  chosenSegmentId: string | null = null,
): Picture {
  const { meeting, now } = story
  const isLate = meeting.phase === 'running' && hasDelay(projectProgramme(meeting, now))
  const picture = pictureOf(viewOf(meeting, role, null), role, chosenSegmentId, isLate)
  if (!picture) throw new Error(`a ${role} sees no console`)
  return picture
}
