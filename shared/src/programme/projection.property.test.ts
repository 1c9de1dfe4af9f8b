import { limits } from '../limits.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Programme, ProgrammeSegment } from './plan.ts'
import { projectProgramme } from './projection.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const instant = fc.integer({ min: 0, max: 2 * DAY_MS })
const durationMs = fc.integer({ min: 60_000, max: 4 * HOUR_MS })

const run = fc.record({
  startedAt: fc.option(instant),
  endedAt: fc.option(instant),
  accumulatedMs: fc.integer({ min: 0, max: 2 * HOUR_MS }),
  extendedMs: fc.integer({ min: -HOUR_MS, max: HOUR_MS }),
})

/** Any segment at all, also records that no meeting would make. */
const segment = fc
  .tuple(
    fc.constantFrom<ProgrammeSegment['kind'][]>('plenary', 'panel', 'open-floor', 'break'),
    durationMs,
    fc.option(instant),
    run,
  )
  .map(([kind, plannedMs, fixedStartAt, { startedAt, endedAt, accumulatedMs, extendedMs }]) => {
    const clock = { startedAt: null, accumulatedMs, limitMs: plannedMs + extendedMs }
    const replannedEndAt = null
    return { id: '', kind, durationMs: plannedMs, fixedStartAt, replannedEndAt, clock, startedAt, endedAt }
  })

const segments = fc
  .array(segment, { minLength: 1, maxLength: 20 })
  .map((list) => list.map((each, index): ProgrammeSegment => ({ ...each, id: `s${index}` })))

/** A running programme whose current segment runs or is paused, and a time that is not before its start. */
const runningProgramme = fc
  .record({
    segments,
    place: fc.nat(),
    startsAt: instant,
    startedAt: instant,
    paused: fc.boolean(),
    laterMs: instant,
  })
  .map(({ segments: list, place, startsAt, startedAt, paused, laterMs }) => {
    const currentIndex = place % list.length
    const withCurrent = list.map((each, index) =>
      index === currentIndex
        ? {
            ...each,
            startedAt,
            endedAt: null,
            clock: { ...each.clock, startedAt: paused ? null : startedAt },
          }
        : each,
    )
    const programme: Programme = {
      startsAt,
      phase: 'running',
      currentSegmentId: `s${currentIndex}`,
      segments: withCurrent,
    }
    return { programme, currentIndex, now: startedAt + laterMs }
  })

test('[P3] the current segment is never expected to end before now', () => {
  fc.assert(
    fc.property(runningProgramme, ({ programme, currentIndex, now }) => {
      expect(projectProgramme(programme, now).segments[currentIndex]?.expectedEndAt).toBeGreaterThanOrEqual(
        now,
      )
    }),
  )
})

test('[P5] [P6] from the current one on each starts when the one before ends, or at its later fixed start', () => {
  fc.assert(
    fc.property(runningProgramme, ({ programme, currentIndex, now }) => {
      const rows = projectProgramme(programme, now).segments
      for (let index = currentIndex + 1; index < rows.length; index += 1) {
        const freeAt = rows[index - 1]!.expectedEndAt
        const fixedStartAt = programme.segments[index]!.fixedStartAt ?? freeAt
        expect(rows[index]!.expectedStartAt).toBe(Math.max(freeAt, fixedStartAt))
        expect(rows[index]!.expectedStartAt).toBeGreaterThanOrEqual(rows[index - 1]!.expectedStartAt)
        expect(rows[index]!.expectedEndAt).toBeGreaterThanOrEqual(rows[index]!.expectedStartAt)
      }
    }),
  )
})

test('[P7] a fixed start is pushed only when every break between it and the last fixed one is used up', () => {
  fc.assert(
    fc.property(runningProgramme, ({ programme, currentIndex, now }) => {
      const rows = projectProgramme(programme, now).segments
      for (let index = currentIndex + 1; index < rows.length; index += 1) {
        const { fixedStartAt } = programme.segments[index]!
        if (fixedStartAt === null || rows[index]!.expectedStartAt === fixedStartAt) continue
        for (let before = index - 1; before > currentIndex; before -= 1) {
          const { kind, fixedStartAt: heldAt } = programme.segments[before]!
          if (kind === 'break') expect(rows[before]!.expectedEndAt).toBe(rows[before]!.expectedStartAt)
          if (heldAt !== null) break
        }
      }
    }),
  )
})

test('[P10] before the start nothing is expected before now', () => {
  fc.assert(
    fc.property(segments, instant, instant, (list, startsAt, now) => {
      const programme: Programme = { startsAt, phase: 'planned', currentSegmentId: null, segments: list }
      fc.pre(now - startsAt <= limits.planShiftThresholdMs)
      for (const row of projectProgramme(programme, now).segments) {
        expect(row.expectedStartAt).toBeGreaterThanOrEqual(now)
        expect(row.state).toBe('coming')
      }
    }),
  )
})

/** A running programme as it comes from the planning page: fresh clocks to come, and room before each fixed start. */
const plannedWithRoom = runningProgramme.map(({ programme, currentIndex, now }) => {
  let freeAt = programme.startsAt
  const planned = programme.segments.map((each, index): ProgrammeSegment => {
    const fixedStartAt = each.fixedStartAt === null ? null : freeAt + (each.fixedStartAt % HOUR_MS)
    freeAt = (fixedStartAt ?? freeAt) + each.durationMs
    const clock = { startedAt: null, accumulatedMs: 0, limitMs: each.durationMs }
    return index > currentIndex
      ? { ...each, fixedStartAt, clock, startedAt: null, endedAt: null }
      : { ...each, fixedStartAt }
  })
  return { programme: { ...programme, segments: planned }, currentIndex, now }
})

/**
 * The delay is one figure, that of the current segment. Each segment to come is late by what remains of that delay, not
 * by a delay of its own on top: so rows are never to be added up, and without extensions the delay of the day's end is at
 * most the one of now.
 */
test('[P11] the delay never grows on the way to the end, and is no sum of the rows', () => {
  fc.assert(
    fc.property(plannedWithRoom, ({ programme, currentIndex, now }) => {
      const { segments: rows, behindMs } = projectProgramme(programme, now)
      const current = rows[currentIndex]!
      expect(behindMs).toBe(current.expectedEndAt - current.plannedEndAt)
      let lateMs = behindMs
      for (const row of rows.slice(currentIndex + 1)) {
        for (const rowLateMs of [
          row.expectedStartAt - row.plannedStartAt,
          row.expectedEndAt - row.plannedEndAt,
        ]) {
          expect(rowLateMs).toBeLessThanOrEqual(Math.max(0, lateMs))
          lateMs = rowLateMs
        }
      }
    }),
    { numRuns: 500 },
  )
})
