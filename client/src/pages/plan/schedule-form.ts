import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { instantOfLocal, localOf } from '@openfloor/shared/clock/time-of-day.ts'
import { dateProblem, timeProblem } from './segment-form.ts'
import { findTimeZone } from './time-zones.ts'
import { problemsIn, type Reading } from './typed-text.ts'

/** When a meeting starts, as the texts of its form. */
export type ScheduleFields = {
  readonly date: string
  readonly time: string
  readonly timeZone: string
}

/** When a meeting starts, as it is sent. */
export interface Schedule {
  readonly startsAt: Instant
  readonly timeZone: string
}

/** The texts of the form. */
export function scheduleFields({ startsAt, timeZone }: Schedule): ScheduleFields {
  return { ...localOf(startsAt, timeZone), timeZone }
}

/** Reads the form; another zone keeps the date and time as they are written. */
export function readSchedule(
  fields: ScheduleFields,
  zoneNames: readonly string[],
): Reading<Schedule, keyof ScheduleFields> {
  const timeZone = findTimeZone(fields.timeZone, zoneNames)
  const local = instantOfLocal(fields, timeZone ?? 'UTC')
  const date = dateProblem(fields.date)
  const problems = problemsIn<keyof ScheduleFields>({
    date,
    time: date ? undefined : timeProblem(local),
    timeZone: timeZone === null ? { code: 'no-time-zone' } : undefined,
  })
  if (problems || timeZone === null || local.status !== 'ok')
    return { status: 'invalid', problems: problems ?? {} }
  return { status: 'ok', value: { startsAt: local.at, timeZone } }
}
