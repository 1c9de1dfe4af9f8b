import type { Instant } from '../clock/clock.ts'
import { limits } from '../limits.ts'
import { comingSpans, currentSpan, leftMs, pastSpans } from './expected.ts'
import { deadlines, plannedSpans } from './plan.ts'
import type { Programme, Span } from './plan.ts'

export type SegmentState = 'done' | 'current' | 'coming' | 'passed-over'

/** When a segment was planned and when it took place or is expected to. */
export interface ProjectedSegment {
  readonly segmentId: string
  readonly plannedStartAt: Instant
  readonly plannedEndAt: Instant
  readonly expectedStartAt: Instant
  readonly expectedEndAt: Instant
  readonly state: SegmentState
}

/** A segment that still starts at its fixed time. */
export interface HeldStart {
  readonly segmentId: string
  readonly startAt: Instant
}

/** The whole programme as it is expected to go. */
export interface Projection {
  /** In programme order. */
  readonly segments: readonly ProjectedSegment[]
  /**
   * Rule P11: how much later than planned the current segment is expected to end, in ms; negative is ahead. Before
   * the start: how much later than planned the first is expected to start. After the end: how late the last ended.
   */
  readonly behindMs: number
  /** Rule P12: the next segment with a fixed start that is expected to start then, whatever the delay before it. */
  readonly nextHeld: HeldStart | null
}

/**
 * Planned and expected times of every segment: plan, record and `now` in, nothing kept. The rules P1 to P12 and P16 stand
 * beside the functions that follow them; P4, a start on another day, is the decider's (it moves the plan itself).
 */
export function projectProgramme(programme: Programme, now: Instant): Projection {
  const currentIndex = currentIndexOf(programme)
  const planned = plannedSpans(programme)
  const expected = expectedSpans(programme, planned, currentIndex, now)
  const segments = programme.segments.map((segment, index): ProjectedSegment => {
    const plan = spanAt(planned, index)
    const expectation = spanAt(expected, index)
    return {
      segmentId: segment.id,
      plannedStartAt: plan.startAt,
      plannedEndAt: plan.endAt,
      expectedStartAt: expectation.startAt,
      expectedEndAt: expectation.endAt,
      state: stateOf(index, currentIndex, segment.startedAt),
    }
  })
  return { segments, behindMs: behindMs(segments, programme.phase), nextHeld: nextHeld(programme, segments) }
}

/** The place of the current segment: -1 before the first, and behind the last once the meeting has ended. */
function currentIndexOf({ phase, segments, currentSegmentId }: Programme): number {
  if (phase === 'ended') return segments.length
  return phase === 'planned' ? -1 : segments.findIndex((segment) => segment.id === currentSegmentId)
}

function expectedSpans(
  programme: Programme,
  planned: readonly Span[],
  currentIndex: number,
  now: Instant,
): readonly Span[] {
  const { segments } = programme
  const mustEndBy = deadlines(segments, (segment) => leftMs(segment, now))
  const current = segments[currentIndex]
  if (current === undefined) {
    if (programme.phase === 'ended') return pastSpans(segments, recordEnd(programme), now)
    return comingSpans(segments, mustEndBy, expectedOpening(programme, planned, now), now)
  }
  const span = currentSpan(current, mustEndBy[currentIndex] ?? Infinity, now)
  const before = pastSpans(segments.slice(0, currentIndex), span.startAt, now)
  const after = comingSpans(
    segments.slice(currentIndex + 1),
    mustEndBy.slice(currentIndex + 1),
    span.endAt,
    now,
  )
  return [...before, span, ...after]
}

/**
 * Rule P10: before the start all is expected as planned, but nothing to start before now. So late that a start would
 * move the plan (M2), it is shown as it was planned: no segment is expected to be years behind.
 */
function expectedOpening({ startsAt }: Programme, planned: readonly Span[], now: Instant): Instant {
  const openingAt = planned[0]?.startAt ?? now
  return now - startsAt > limits.planShiftThresholdMs ? openingAt : Math.max(openingAt, now)
}

/** When the last segment that ran ended. */
function recordEnd({ segments, startsAt }: Programme): Instant {
  const ends = segments.flatMap(({ endedAt }) => endedAt ?? [])
  return ends.length === 0 ? startsAt : Math.max(...ends)
}

function stateOf(index: number, currentIndex: number, startedAt: Instant | null): SegmentState {
  if (index === currentIndex) return 'current'
  if (index > currentIndex) return 'coming'
  return startedAt === null ? 'passed-over' : 'done'
}

function behindMs(segments: readonly ProjectedSegment[], phase: Programme['phase']): number {
  const first = segments[0]
  if (phase === 'planned') return first === undefined ? 0 : first.expectedStartAt - first.plannedStartAt
  const measured = segments.find(({ state }) => state === 'current') ?? segments.at(-1)
  return measured === undefined ? 0 : measured.expectedEndAt - measured.plannedEndAt
}

function nextHeld(programme: Programme, segments: readonly ProjectedSegment[]): HeldStart | null {
  const held = segments.find(
    ({ state, expectedStartAt }, index) =>
      state === 'coming' && expectedStartAt === programme.segments[index]?.fixedStartAt,
  )
  return held === undefined ? null : { segmentId: held.segmentId, startAt: held.expectedStartAt }
}

function spanAt(spans: readonly Span[], index: number): Span {
  const span = spans[index]
  if (span === undefined) throw new Error(`no times for segment ${index} of the programme`)
  return span
}
