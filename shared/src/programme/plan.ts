import type { Instant } from '../clock/clock.ts'
import type { Meeting, Segment } from '../meeting/state.ts'

/** What the projection needs of a segment: its plan and its run. */
export type ProgrammeSegment = Pick<
  Segment,
  'id' | 'kind' | 'durationMs' | 'fixedStartAt' | 'replannedEndAt' | 'clock' | 'startedAt' | 'endedAt'
>

/** What the projection needs of a meeting; a `Meeting` is one. */
export interface Programme extends Pick<Meeting, 'startsAt' | 'phase' | 'currentSegmentId'> {
  /** In programme order. */
  readonly segments: readonly ProgrammeSegment[]
}

/** From when to when; both ends are equal where nothing takes place. */
export interface Span {
  readonly startAt: Instant
  readonly endAt: Instant
}

/**
 * Rule P1: a segment is planned to start at its fixed start, else when the one before is planned to end, the first
 * when the meeting is; and to last its duration, a break less where the next fixed start needs it (P7). Extensions and
 * delays do not change the plan. Rule P16: one in which the delay was accepted is planned to end as was expected then.
 */
export function plannedSpans({
  segments,
  startsAt,
}: Pick<Programme, 'segments' | 'startsAt'>): readonly Span[] {
  const mustEndBy = deadlines(segments, ({ durationMs }) => durationMs)
  let freeAt = startsAt
  return segments.map((segment, index) => {
    const startAt = segment.fixedStartAt ?? freeAt
    const endAt = startAt + segment.durationMs
    freeAt = segment.replannedEndAt ?? heldEnd(segment, startAt, endAt, mustEndBy[index] ?? Infinity)
    return { startAt, endAt: freeAt }
  })
}

/**
 * By when each segment must end for the next fixed start to hold, if all between the two take their full length;
 * Infinity where no fixed start follows.
 */
export function deadlines(
  segments: readonly ProgrammeSegment[],
  lengthMs: (segment: ProgrammeSegment) => number,
): readonly Instant[] {
  let mustEndBy = Infinity
  return segments
    .toReversed()
    .map((segment) => {
      const own = mustEndBy
      mustEndBy = segment.fixedStartAt ?? own - lengthMs(segment)
      return own
    })
    .reverse()
}

/**
 * Rule P7: a break gives up as much of its time as the next fixed start needs to hold, down to none; of several breaks
 * before it the earliest gives first.
 */
export function heldEnd(
  { kind }: Pick<ProgrammeSegment, 'kind'>,
  fromAt: Instant,
  endAt: Instant,
  mustEndBy: Instant,
): Instant {
  return kind === 'break' ? Math.max(fromAt, Math.min(endAt, mustEndBy)) : endAt
}
