import { describe, expect, test } from 'vitest'
import { stopClock } from '../clock/clock.ts'
import {
  behindMin,
  consultation,
  consultationAt,
  done,
  expected,
  morning,
  planned,
  running,
  span,
  states,
  time,
} from './consultation.ts'
import type { Programme } from './plan.ts'
import { projectProgramme } from './projection.ts'

const MINUTE_MS = 60_000
const { opening, panel1, floor1, lunch } = consultation
const asPlanned = [
  'opening 10:00-10:15',
  'panel1 10:15-11:00',
  'floor1 11:00-12:00',
  'lunch 12:00-13:00',
  'panel2 13:00-13:45',
  'floor2 13:45-14:45',
  'closing 14:45-15:00',
]

describe('before the start', () => {
  test('[P1] the plan follows from the start, the durations and the fixed starts', () => {
    const { segments } = projectProgramme(consultationAt(null), time('08:00'))
    const plan = segments.map((row) => `${row.segmentId} ${span(row.plannedStartAt, row.plannedEndAt)}`)
    expect(plan).toEqual(asPlanned)
  })

  test('[P1] a fixed start may leave a gap, and the first segment may have one', () => {
    const segments = [planned('a', 'plenary', 30, '09:30'), planned('b', 'panel', 30, '11:00')]
    const programme: Programme = { ...consultationAt(null), segments }
    const plan = projectProgramme(programme, time('08:00')).segments
    expect(plan.map((row) => span(row.plannedStartAt, row.plannedEndAt))).toEqual([
      '09:30-10:00',
      '11:00-11:30',
    ])
    expect(expected(programme, '08:00')).toEqual(['a 09:30-10:00', 'b 11:00-11:30'])
  })

  test('[P1] [P7] a break is planned no longer than until the next fixed start', () => {
    const segments = [
      ...[planned('a', 'panel', 45), planned('coffee', 'break', 30), planned('b', 'panel', 30, '11:00')],
    ]
    const programme: Programme = { ...consultationAt(null), segments }
    const plan = projectProgramme(programme, time('08:00')).segments
    expect(plan.map((row) => span(row.plannedStartAt, row.plannedEndAt))).toEqual([
      '10:00-10:45',
      '10:45-11:00',
      '11:00-11:30',
    ])
    expect(behindMin({ ...programme, phase: 'planned' }, '10:00')).toBe(0)
  })

  test('[P10] all is expected as planned', () => {
    expect(expected(consultationAt(null), '09:59')).toEqual(asPlanned)
    expect(behindMin(consultationAt(null), '09:59')).toBe(0)
    expect(new Set(states(consultationAt(null), '09:59'))).toEqual(new Set(['coming']))
  })

  test('[P10] [P7] a late start is expected now, and lunch makes up for it', () => {
    const programme = consultationAt(null)
    expect(expected(programme, '10:12').slice(0, 5)).toEqual([
      'opening 10:12-10:27',
      'panel1 10:27-11:12',
      'floor1 11:12-12:12',
      'lunch 12:12-13:00',
      'panel2 13:00-13:45',
    ])
    expect(behindMin(programme, '10:12')).toBe(12)
    expect(projectProgramme(programme, time('10:12')).nextHeld).toEqual({
      segmentId: 'panel2',
      startAt: time('13:00'),
    })
  })
})

test('[P10] so late that a start would move the plan, it is shown as it was planned', () => {
  const twelveHoursLate = time('22:00')
  const programme = consultationAt(null)
  expect(projectProgramme(programme, twelveHoursLate).behindMs).toBe(12 * 60 * 60_000)
  const { segments, behindMs } = projectProgramme(programme, twelveHoursLate + 1)
  expect(segments.map((row) => `${row.segmentId} ${span(row.expectedStartAt, row.expectedEndAt)}`)).toEqual(
    asPlanned,
  )
  expect(behindMs).toBe(0)
})

describe('while it runs', () => {
  const late = consultationAt('floor1', {
    ...morning,
    panel1: done(panel1, '10:15', '11:12'),
    floor1: running(floor1, '11:12'),
  })

  test('[P2] what ran keeps its actual times', () => {
    expect(expected(late, '11:30').slice(0, 2)).toEqual(['opening 10:00-10:15', 'panel1 10:15-11:12'])
    expect(states(late, '11:30').slice(0, 4)).toEqual(['done', 'done', 'current', 'coming'])
  })

  test('[P3] [P7] [P12] an overrun into lunch shortens it and the afternoon holds', () => {
    expect(expected(late, '11:30').slice(2)).toEqual([
      'floor1 11:12-12:12',
      'lunch 12:12-13:00',
      'panel2 13:00-13:45',
      'floor2 13:45-14:45',
      'closing 14:45-15:00',
    ])
    expect(behindMin(late, '11:30')).toBe(12)
    expect(projectProgramme(late, time('11:30')).nextHeld?.segmentId).toBe('panel2')
  })

  test('[P3] past its limit the current one is expected to end now', () => {
    expect(expected(late, '12:40').slice(2, 5)).toEqual([
      'floor1 11:12-12:40',
      'lunch 12:40-13:00',
      'panel2 13:00-13:45',
    ])
    expect(behindMin(late, '12:40')).toBe(40)
  })

  test('[P6] [P7] [P12] once lunch is used up the fixed start is pushed, and no start is held', () => {
    expect(expected(late, '13:05').slice(2)).toEqual([
      'floor1 11:12-13:05',
      'lunch 13:05-13:05',
      'panel2 13:05-13:50',
      'floor2 13:50-14:50',
      'closing 14:50-15:05',
    ])
    expect(projectProgramme(late, time('13:05')).nextHeld).toBeNull()
  })

  test('[P7] the break that is on is expected to end for the fixed start, and never before now', () => {
    const programme = consultationAt('lunch', { ...morning, lunch: running(lunch, '12:12') })
    expect(expected(programme, '12:20').slice(3, 5)).toEqual(['lunch 12:12-13:00', 'panel2 13:00-13:45'])
    expect(expected(programme, '13:04').slice(3, 5)).toEqual(['lunch 12:12-13:04', 'panel2 13:04-13:49'])
  })

  test('[P5] [P6] time won pulls what follows, and a fixed start waits', () => {
    const programme = consultationAt('floor1', {
      ...morning,
      panel1: done(panel1, '10:15', '10:50'),
      floor1: running(floor1, '10:50'),
    })
    expect(expected(programme, '11:00').slice(2, 5)).toEqual([
      'floor1 10:50-11:50',
      'lunch 11:50-12:50',
      'panel2 13:00-13:45',
    ])
    expect(behindMin(programme, '11:00')).toBe(-10)
  })

  test('[P3] a pause counts for as long as it lasts', () => {
    const since = running(floor1, '11:00')
    const programme = consultationAt('floor1', {
      ...morning,
      floor1: { ...since, clock: stopClock(since.clock, time('11:20')) },
    })
    expect(expected(programme, '11:20')[2]).toBe('floor1 11:00-12:00')
    expect(expected(programme, '11:28')[2]).toBe('floor1 11:00-12:08')
    expect(behindMin(programme, '11:28')).toBe(8)
  })

  test('[P1] [P3] an extension moves what is expected and not the plan', () => {
    const since = running(opening, '10:00')
    const longer = { ...since.clock, limitMs: since.clock.limitMs + 5 * MINUTE_MS }
    const programme = consultationAt('opening', { opening: { ...since, clock: longer } })
    expect(expected(programme, '10:05').slice(0, 2)).toEqual(['opening 10:00-10:20', 'panel1 10:20-11:05'])
    expect(projectProgramme(programme, time('10:05')).segments[0]?.plannedEndAt).toBe(time('10:15'))
    expect(behindMin(programme, '10:05')).toBe(5)
  })

  test('[P5] times before the current start, from a clock a little slow, do not shorten it', () => {
    const programme = consultationAt('opening', { opening: running(opening, '10:01') })
    expect(expected(programme, '10:00').slice(0, 2)).toEqual(['opening 10:01-10:16', 'panel1 10:16-11:01'])
  })
})
