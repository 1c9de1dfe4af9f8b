import type { Instant } from '../clock/clock.ts'
import { limits } from '../limits.ts'
import { leftMs } from './expected.ts'
import type { Programme, ProgrammeSegment } from './plan.ts'
import { projectProgramme, type Projection } from './projection.ts'

const MINUTE_MS = 60_000

/** What of a segment's plan accepting a delay may change. */
export type PlanTimes = Pick<ProgrammeSegment, 'durationMs' | 'fixedStartAt' | 'replannedEndAt'>

/** A segment's times before and after. */
export interface PlanChange {
  readonly segmentId: string
  readonly from: PlanTimes
  readonly to: PlanTimes
}

/** Whether what runs or is to come is expected to end a minute or more later than planned: less is on time. */
export function hasDelay({ segments }: Projection): boolean {
  return segments.some(
    ({ state, expectedEndAt, plannedEndAt }) =>
      (state === 'current' || state === 'coming') && expectedEndAt - plannedEndAt >= MINUTE_MS,
  )
}

/**
 * Rule P16: what must change in a running programme for what is still to come to be planned as it is expected now.
 * Fixed starts that still hold stay; those that are missed move to the next full minute of when they are expected.
 */
export function replanned(programme: Programme, now: Instant): readonly PlanChange[] {
  const moved = withStartsMoved(withLengthsPlanned(programme, now), now)
  const current = projectProgramme(moved, now).segments.find(({ state }) => state === 'current')
  return moved.segments.flatMap((segment, index) => {
    const isCurrent = segment.id === current?.segmentId
    const from = timesOf(programme.segments[index]!)
    const to = isCurrent ? { ...timesOf(segment), replannedEndAt: current.expectedEndAt } : timesOf(segment)
    return areSame(from, to) ? [] : [{ segmentId: segment.id, from, to }]
  })
}

/** What is to come is planned for what is left of its clock: the plan takes in extensions. */
function withLengthsPlanned(programme: Programme, now: Instant): Programme {
  const { segments, currentSegmentId } = programme
  const currentIndex = segments.findIndex(({ id }) => id === currentSegmentId)
  const planned = segments.map((segment, index) => {
    if (index <= currentIndex) return segment
    const durationMs = Math.max(limits.segmentMinMs, leftMs(segment, now))
    return { ...segment, durationMs, replannedEndAt: null }
  })
  return { ...programme, segments: planned }
}

/** One after the other, for each that moves may push the next. */
function withStartsMoved(programme: Programme, now: Instant): Programme {
  const rows = projectProgramme(programme, now).segments
  const at = rows.findIndex(({ state, expectedStartAt }, index) => {
    const fixedStartAt = programme.segments[index]!.fixedStartAt
    return state === 'coming' && fixedStartAt !== null && expectedStartAt > fixedStartAt
  })
  const missed = programme.segments[at]
  if (missed === undefined) return programme
  const fixedStartAt = Math.ceil(rows[at]!.expectedStartAt / MINUTE_MS) * MINUTE_MS
  const segments = programme.segments.with(at, { ...missed, fixedStartAt })
  return withStartsMoved({ ...programme, segments }, now)
}

function timesOf({ durationMs, fixedStartAt, replannedEndAt }: ProgrammeSegment): PlanTimes {
  return { durationMs, fixedStartAt, replannedEndAt }
}

/** Whether two plans of a segment say the same. */
export function areSame(a: PlanTimes, b: PlanTimes): boolean {
  return (
    a.durationMs === b.durationMs &&
    a.fixedStartAt === b.fixedStartAt &&
    a.replannedEndAt === b.replannedEndAt
  )
}
