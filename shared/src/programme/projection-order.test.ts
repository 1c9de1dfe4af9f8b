import { describe, expect, test } from 'vitest'
import {
  behindMin,
  consultation,
  consultationAt,
  done,
  expected,
  morning,
  planned,
  running,
  states,
  time,
} from './consultation.ts'
import type { Programme } from './plan.ts'
import { projectProgramme } from './projection.ts'

const MINUTE_MS = 60_000
const { opening, panel1, lunch, panel2, floor2 } = consultation

describe('out of order', () => {
  test('[P8] what was passed over takes no time, at the start of the next one that ran', () => {
    const programme = consultationAt('lunch', {
      panel1: done(panel1, '10:05', '10:50'),
      lunch: running(lunch, '10:50'),
    })
    expect(expected(programme, '11:00').slice(0, 5)).toEqual([
      'opening 10:05-10:05',
      'panel1 10:05-10:50',
      'floor1 10:50-10:50',
      'lunch 10:50-11:50',
      'panel2 13:00-13:45',
    ])
    expect(states(programme, '11:00').slice(0, 4)).toEqual(['passed-over', 'done', 'passed-over', 'current'])
  })

  test('[P9] after a step back what ran comes again with what is left of it', () => {
    const programme = consultationAt('opening', {
      opening: running(done(opening, '10:00', '10:10'), '10:40'),
      panel1: done(panel1, '10:10', '10:40'),
    })
    expect(expected(programme, '10:40').slice(0, 3)).toEqual([
      'opening 10:40-10:45',
      'panel1 10:45-11:00',
      'floor1 11:00-12:00',
    ])
    expect(states(programme, '10:40').slice(0, 2)).toEqual(['current', 'coming'])
  })
})

describe('other programmes', () => {
  test('[P7] of several breaks the earliest gives first, also with a segment between it and the fixed start', () => {
    const segments = [
      running(planned('a', 'panel', 60), '10:20'),
      planned('coffee', 'break', 15),
      planned('b', 'panel', 45),
      planned('lunch', 'break', 60),
      planned('c', 'panel', 60, '13:00'),
    ]
    const programme: Programme = {
      ...consultationAt(null),
      phase: 'running',
      currentSegmentId: 'a',
      segments,
    }
    expect(expected(programme, '10:30')).toEqual([
      'a 10:20-11:20',
      'coffee 11:20-11:20',
      'b 11:20-12:05',
      'lunch 12:05-13:00',
      'c 13:00-14:00',
    ])
  })

  test('over midnight', () => {
    const segments = [
      running(planned('a', 'panel', 60), '23:30'),
      planned('night', 'break', 600),
      { ...planned('b', 'panel', 60), fixedStartAt: time('09:00') + 24 * 60 * MINUTE_MS },
    ]
    const programme: Programme = {
      startsAt: time('23:00'),
      phase: 'running',
      currentSegmentId: 'a',
      segments,
    }
    expect(expected(programme, '23:45')).toEqual(['a 23:30-00:30', 'night 00:30-09:00', 'b 09:00-10:00'])
    expect(behindMin(programme, '23:45')).toBe(30)
  })
})

describe('after the end', () => {
  test('[P2] [P8] [P11] actual times stand, and what was not reached lies at the end', () => {
    const runs = {
      ...morning,
      lunch: done(lunch, '12:00', '13:00'),
      panel2: done(panel2, '13:00', '13:45'),
      floor2: done(floor2, '13:45', '14:50'),
    }
    const programme: Programme = { ...consultationAt('floor2', runs), phase: 'ended' }
    expect(expected(programme, '18:00').slice(4)).toEqual([
      'panel2 13:00-13:45',
      'floor2 13:45-14:50',
      'closing 14:50-14:50',
    ])
    expect(states(programme, '18:00').slice(4)).toEqual(['done', 'done', 'passed-over'])
    expect(behindMin(programme, '18:00')).toBe(-10)
    expect(projectProgramme(programme, time('18:00')).nextHeld).toBeNull()
  })

  test('a programme without segments has nothing to expect', () => {
    const programme: Programme = { ...consultationAt(null), segments: [] }
    expect(projectProgramme(programme, time('10:00'))).toEqual({ segments: [], behindMs: 0, nextHeld: null })
  })
})
