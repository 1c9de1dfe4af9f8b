import type { ProjectedSegment } from '@openfloor/shared/programme/projection.ts'
import { dateOf, dayNumber } from '@openfloor/shared/clock/time-of-day.ts'

/**
 * Where a programme goes over several days, the date above each row with which another begins, and above the first; null
 * above all others, and everywhere in a programme of one day.
 */
export function dayHeadings(
  rows: readonly Pick<ProjectedSegment, 'expectedStartAt'>[],
  timeZone: string,
  locale: string,
): readonly (string | null)[] {
  const days = rows.map(({ expectedStartAt }) => dayNumber(expectedStartAt, timeZone))
  if (new Set(days).size < 2) return rows.map(() => null)
  return rows.map(({ expectedStartAt }, index) =>
    days[index] === days[index - 1] ? null : dateOf(expectedStartAt, timeZone, locale),
  )
}
