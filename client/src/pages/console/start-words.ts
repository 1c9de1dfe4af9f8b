import { dateOf, timeOfDay } from '@openfloor/shared/clock/time-of-day.ts'
import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { limits } from '@openfloor/shared/limits.ts'
import { m } from '../../paraglide/messages.js'
import type { Picture } from './picture.ts'

/** What starting the meeting now does, a sentence each. */
export function startLines(picture: Picture, now: Instant, locale: string): string[] {
  const { meeting } = picture.public
  const first = picture.segments[0]
  const movesPlan = Math.abs(now - meeting.startsAt) > limits.planShiftThresholdMs
  const date = dateOf(now, meeting.timeZone, locale)
  const time = timeOfDay(now, meeting.timeZone, locale)
  return [
    ...(first ? [m.console_start_clock({ title: first.title })] : []),
    m.console_start_screens(),
    ...(movesPlan ? [m.console_start_moves_plan({ date, time })] : []),
  ]
}
