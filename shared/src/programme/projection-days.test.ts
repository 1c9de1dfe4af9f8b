import { describe, expect, test } from 'vitest'
import { startClock, stoppedClock } from '../clock/clock.ts'
import { dateOf, instantOfLocal, timeOfDay } from '../clock/time-of-day.ts'
import type { Programme, ProgrammeSegment } from './plan.ts'
import { projectProgramme } from './projection.ts'

const MINUTE_MS = 60_000

/** A time of day in a zone, told by its clocks. */
function at(local: string, timeZone: string): number {
  const [date, time] = local.split(' ')
  const found = instantOfLocal({ date: date!, time: time! }, timeZone)
  if (found.status !== 'ok') throw new Error(`${local} is ${found.status} in ${timeZone}`)
  return found.at
}

/** A meeting of segments that follow one another; lengths in minutes, fixed starts by the clocks of the zone. */
function programme(
  timeZone: string,
  startsAt: string,
  ...plan: readonly (readonly [id: string, minutes: number, fixedStart?: string])[]
): Programme {
  const segments = plan.map(([id, minutes, fixedStart]): ProgrammeSegment => {
    const durationMs = minutes * MINUTE_MS
    return {
      ...{ id, kind: id === 'night' ? 'break' : 'panel', durationMs },
      fixedStartAt: fixedStart === undefined ? null : at(fixedStart, timeZone),
      ...{ replannedEndAt: null, clock: stoppedClock(durationMs), startedAt: null, endedAt: null },
    }
  })
  return { startsAt: at(startsAt, timeZone), phase: 'planned', currentSegmentId: null, segments }
}

/** The first of them running since then. */
function runningSince({ segments, ...rest }: Programme, startedAt: number): Programme {
  const [first, ...others] = segments
  const running = { ...first!, startedAt, clock: startClock(first!.clock, startedAt) }
  return { ...rest, phase: 'running', currentSegmentId: first!.id, segments: [running, ...others] }
}

/** The expected times as the clocks there show them; the date where it is another than that of the start. */
function shown(given: Programme, now: number, timeZone: string): string[] {
  const firstDay = dateOf(given.startsAt, timeZone, 'en')
  const clock = (instant: number) => {
    const date = dateOf(instant, timeZone, 'en')
    return `${date === firstDay ? '' : `${date} `}${timeOfDay(instant, timeZone, 'en')}`
  }
  return projectProgramme(given, now).segments.map(
    ({ segmentId, expectedStartAt, expectedEndAt }) =>
      `${segmentId} ${clock(expectedStartAt)}-${clock(expectedEndAt)}`,
  )
}

const ZURICH = 'Europe/Zurich'
const LORD_HOWE = 'Australia/Lord_Howe'

describe('over midnight and over days', () => {
  test('[P5] [P6] a delay over midnight is made up by the night, and the second day holds', () => {
    const plan = programme(
      ZURICH,
      '2026-06-01 22:00',
      ['a', 60],
      ['b', 90],
      ['night', 450],
      ['c', 30, '2026-06-02 08:00'],
    )
    expect(shown(plan, plan.startsAt, ZURICH)).toEqual([
      'a 22:00-23:00',
      'b 23:00-2 June 2026 00:30',
      'night 2 June 2026 00:30-2 June 2026 08:00',
      'c 2 June 2026 08:00-2 June 2026 08:30',
    ])
    const late = runningSince(plan, at('2026-06-01 22:20', ZURICH))
    expect(shown(late, at('2026-06-01 22:30', ZURICH), ZURICH)).toEqual([
      'a 22:20-23:20',
      'b 23:20-2 June 2026 00:50',
      'night 2 June 2026 00:50-2 June 2026 08:00',
      'c 2 June 2026 08:00-2 June 2026 08:30',
    ])
    expect(projectProgramme(late, at('2026-06-01 22:30', ZURICH)).behindMs).toBe(20 * MINUTE_MS)
  })

  test('[P12] the start that holds may be days away', () => {
    const plan = programme(
      ZURICH,
      '2026-06-01 10:00',
      ['a', 60],
      ['night', 60],
      ['b', 60, '2026-06-03 09:00'],
    )
    const late = runningSince(plan, at('2026-06-01 10:05', ZURICH))
    const { nextHeld } = projectProgramme(late, at('2026-06-01 10:06', ZURICH))
    expect(nextHeld).toEqual({ segmentId: 'b', startAt: at('2026-06-03 09:00', ZURICH) })
  })
})

/*
 * A night in which the clocks change: segments of 60 minutes from before the change on, running 12 minutes late, with
 * a fixed start after it. The lengths stay 60 minutes whatever the clocks show.
 */
describe('summer time', () => {
  test('[P5] [CL7] Zurich, 29 March 2026: from 2:00 the clocks show 3:00', () => {
    const plan = programme(
      ZURICH,
      '2026-03-29 00:30',
      ['a', 60],
      ['b', 60],
      ['c', 60],
      ['d', 30, '2026-03-29 05:00'],
    )
    expect(shown(plan, plan.startsAt, ZURICH)).toEqual([
      'a 00:30-01:30',
      'b 01:30-03:30',
      'c 03:30-04:30',
      'd 05:00-05:30',
    ])
    const late = runningSince(plan, at('2026-03-29 00:42', ZURICH))
    expect(shown(late, at('2026-03-29 01:00', ZURICH), ZURICH)).toEqual([
      'a 00:42-01:42',
      'b 01:42-03:42',
      'c 03:42-04:42',
      'd 05:00-05:30',
    ])
    expect(instantOfLocal({ date: '2026-03-29', time: '02:30' }, ZURICH)).toEqual({ status: 'skipped' })
  })

  test('[P5] [CL7] Zurich, 25 October 2026: at 3:00 the clocks show 2:00 again', () => {
    const plan = programme(
      ZURICH,
      '2026-10-25 01:30',
      ['a', 60],
      ['b', 60],
      ['c', 60],
      ['d', 30, '2026-10-25 04:00'],
    )
    expect(shown(plan, plan.startsAt, ZURICH)).toEqual([
      'a 01:30-02:30',
      'b 02:30-02:30',
      'c 02:30-03:30',
      'd 04:00-04:30',
    ])
    const late = runningSince(plan, at('2026-10-25 01:42', ZURICH))
    expect(shown(late, at('2026-10-25 01:50', ZURICH), ZURICH)).toEqual([
      'a 01:42-02:42',
      'b 02:42-02:42',
      'c 02:42-03:42',
      'd 04:00-04:30',
    ])
    expect(projectProgramme(late, at('2026-10-25 01:50', ZURICH)).behindMs).toBe(12 * MINUTE_MS)
  })

  test('[P5] [CL7] Lord Howe, where summer time is half an hour', () => {
    const autumn = programme(
      LORD_HOWE,
      '2026-04-05 01:00',
      ['a', 60],
      ['b', 60],
      ['c', 30, '2026-04-05 03:00'],
    )
    expect(shown(autumn, autumn.startsAt, LORD_HOWE)).toEqual([
      'a 01:00-01:30',
      'b 01:30-02:30',
      'c 03:00-03:30',
    ])
    const spring = programme(LORD_HOWE, '2026-10-04 01:15', ['a', 60], ['b', 60])
    expect(shown(spring, spring.startsAt, LORD_HOWE)).toEqual(['a 01:15-02:45', 'b 02:45-03:45'])
    expect(instantOfLocal({ date: '2026-10-04', time: '02:15' }, LORD_HOWE)).toEqual({ status: 'skipped' })
  })

  test('[P5] [CL7] St. John’s, half an hour off the others, where 2:00 becomes 3:00', () => {
    const zone = 'America/St_Johns'
    const plan = programme(zone, '2026-03-08 01:00', ['a', 90], ['b', 30])
    expect(shown(plan, plan.startsAt, zone)).toEqual(['a 01:00-03:30', 'b 03:30-04:00'])
    expect(plan.startsAt).toBe(Date.parse('2026-03-08T04:30:00Z'))
  })

  test('[P5] [CL7] Kathmandu, which has none and is 5 h 45 min ahead of UTC', () => {
    const zone = 'Asia/Kathmandu'
    const plan = programme(zone, '2026-03-29 23:30', ['a', 45], ['b', 60])
    expect(shown(plan, plan.startsAt, zone)).toEqual([
      'a 23:30-30 March 2026 00:15',
      'b 30 March 2026 00:15-30 March 2026 01:15',
    ])
    expect(plan.startsAt).toBe(Date.parse('2026-03-29T17:45:00Z'))
  })
})
