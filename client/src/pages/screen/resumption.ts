import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { projectProgramme } from '@openfloor/shared/programme/projection.ts'
import type { PublicView } from '@openfloor/shared/views/public.ts'

/** When the segment after the current one is expected to start; null when there is none. */
export function resumesAt({ meeting, programme }: PublicView, now: Instant): Instant | null {
  const { segments, currentSegmentId } = programme
  const following = segments[segments.findIndex(({ id }) => id === currentSegmentId) + 1]
  if (following === undefined) return null
  const expected = projectProgramme({ ...meeting, ...programme }, now).segments
  return expected.find(({ segmentId }) => segmentId === following.id)?.expectedStartAt ?? null
}
