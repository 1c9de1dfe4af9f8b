import type { Role } from '@openfloor/shared/meeting/state.ts'
import type { Story } from '@openfloor/shared/testing/story.ts'
import { viewOf } from '@openfloor/shared/views/view.ts'
import { pictureOf, type Picture } from '../picture.ts'

/** For tests: what a console shows of a story. */
export function pictured(
  story: Story,
  role: Role = 'moderator',
  chosenSegmentId: string | null = null,
): Picture {
  const picture = pictureOf(viewOf(story.meeting, role, null), role, chosenSegmentId)
  if (!picture) throw new Error(`a ${role} sees no console`)
  return picture
}
