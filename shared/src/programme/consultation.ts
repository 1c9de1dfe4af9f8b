import { startClock, stopClock, stoppedClock } from '../clock/clock.ts'
import type { Instant } from '../clock/clock.ts'
import type { SegmentKind } from '../meeting/state.ts'
import type { Programme, ProgrammeSegment } from './plan.ts'
import { projectProgramme } from './projection.ts'

const MINUTE_MS = 60_000

/** For tests: `HH:MM` on the day of the consultation. */
export function time(text: string): Instant {
  return Date.parse(`2020-11-09T${text}Z`)
}

/** For tests: a segment that was only planned. */
export function planned(
  id: string,
  kind: SegmentKind,
  minutes: number,
  fixedStart: string | null = null,
): ProgrammeSegment {
  const durationMs = minutes * MINUTE_MS
  return {
    id,
    kind,
    durationMs,
    fixedStartAt: fixedStart === null ? null : time(fixedStart),
    replannedEndAt: null,
    clock: stoppedClock(durationMs),
    startedAt: null,
    endedAt: null,
  }
}

/** For tests: the segment running since then. */
export function running(segment: ProgrammeSegment, since: string): ProgrammeSegment {
  const startedAt = time(since)
  return { ...segment, startedAt, endedAt: null, clock: startClock(segment.clock, startedAt) }
}

/** For tests: the segment, left at the end of that time. */
export function done(segment: ProgrammeSegment, since: string, until: string): ProgrammeSegment {
  const endedAt = time(until)
  const run = running(segment, since)
  return { ...run, endedAt, clock: stopClock(run.clock, endedAt) }
}

/** For tests: the programme of the consultation of 9 November 2020, as the concept note has it. */
export const consultation = {
  opening: planned('opening', 'plenary', 15),
  panel1: planned('panel1', 'panel', 45),
  floor1: planned('floor1', 'open-floor', 60),
  lunch: planned('lunch', 'break', 60),
  panel2: planned('panel2', 'panel', 45, '13:00'),
  floor2: planned('floor2', 'open-floor', 60),
  closing: planned('closing', 'plenary', 15),
}

/** For tests: the consultation with some segments as they ran; `current` null is before the start. */
export function consultationAt(
  current: keyof typeof consultation | null,
  runs: Partial<typeof consultation> = {},
): Programme {
  return {
    startsAt: time('10:00'),
    phase: current === null ? 'planned' : 'running',
    currentSegmentId: current,
    segments: Object.values({ ...consultation, ...runs }),
  }
}

/** For tests: the morning's segments when they ran as planned. */
export const morning = {
  opening: done(consultation.opening, '10:00', '10:15'),
  panel1: done(consultation.panel1, '10:15', '11:00'),
  floor1: done(consultation.floor1, '11:00', '12:00'),
}

/** For tests: `10:00-10:15`. */
export function span(startAt: number, endAt: number): string {
  return `${new Date(startAt).toISOString().slice(11, 16)}-${new Date(endAt).toISOString().slice(11, 16)}`
}

/** For tests: the expected times as a table reads: `opening 10:00-10:15`. */
export function expected(programme: Programme, now: string): string[] {
  return projectProgramme(programme, time(now)).segments.map(
    (row) => `${row.segmentId} ${span(row.expectedStartAt, row.expectedEndAt)}`,
  )
}

/** For tests: the states in programme order. */
export function states(programme: Programme, now: string): string[] {
  return projectProgramme(programme, time(now)).segments.map(({ state }) => state)
}

/** For tests: `behindMs` in minutes. */
export function behindMin(programme: Programme, now: string): number {
  return projectProgramme(programme, time(now)).behindMs / MINUTE_MS
}
