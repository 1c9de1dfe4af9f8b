import type { Instant } from '../clock/clock.ts'
import { instantOfWall, wallOf } from '../clock/time-of-day.ts'
import type { EventOf } from './events.ts'
import type { Meeting } from './state.ts'

/**
 * [M9] The plan moved to another start: fixed starts keep their time of day and their days from the start, also where
 * the clocks change between the two, or the zone is another. Decided once, since zones change with the machine's tables.
 */
export function scheduled(
  { startsAt: oldStartsAt, timeZone: oldZone, segments }: Pick<Meeting, 'startsAt' | 'timeZone' | 'segments'>,
  startsAt: Instant,
  timeZone: string,
): EventOf<'meeting-scheduled'> {
  const byMs = wallOf(startsAt, timeZone) - wallOf(oldStartsAt, oldZone)
  const fixedStarts = segments.flatMap(({ id: segmentId, fixedStartAt }) =>
    fixedStartAt === null
      ? []
      : [{ segmentId, startAt: instantOfWall(wallOf(fixedStartAt, oldZone) + byMs, timeZone) }],
  )
  return { type: 'meeting-scheduled', startsAt, timeZone, fixedStarts: inOrder(fixedStarts, startsAt) }
}

/** [E5] Where clocks are put back, a later time of day may be an earlier moment: it waits for the one before. */
function inOrder(starts: EventOf<'meeting-scheduled'>['fixedStarts'], startsAt: Instant) {
  let latest = startsAt
  return starts.map(({ segmentId, startAt }) => {
    latest = Math.max(latest, startAt)
    return { segmentId, startAt: latest }
  })
}
