import type { Instant } from '../clock/clock.ts'
import type { Meeting, Segment } from '../meeting/state.ts'

/** What the projection needs of a segment: its plan and its run. */
export type ProgrammeSegment = Pick<
  Segment,
  'id' | 'kind' | 'durationMs' | 'fixedStartAt' | 'clock' | 'startedAt' | 'endedAt'
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
 * when the meeting is; and to last its duration. Extensions and delays do not change the plan.
 */
export function plannedSpans(programme: Programme): readonly Span[] {
  let nextStartAt = programme.startsAt
  return programme.segments.map(({ fixedStartAt, durationMs }) => {
    const startAt = fixedStartAt ?? nextStartAt
    nextStartAt = startAt + durationMs
    return { startAt, endAt: nextStartAt }
  })
}
