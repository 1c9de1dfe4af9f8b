import { isRunning, type Clock, type Instant } from '@openfloor/shared/clock/clock.ts'
import { limits } from '@openfloor/shared/limits.ts'
import type { Session } from '@openfloor/shared/meeting/state.ts'
import { projectProgramme, type Projection } from '@openfloor/shared/programme/projection.ts'
import type { PublicSegment, PublicView } from '@openfloor/shared/views/public.ts'

/** Where the meeting is. `between`: it runs, but no segment is current. */
export type Standing =
  | { readonly kind: 'before' | 'between' | 'ended' }
  | {
      readonly kind: 'segment' | 'break'
      readonly segment: PublicSegment
      readonly session: Session | undefined
    }

export function standingOf({ meeting, programme }: PublicView): Standing {
  if (meeting.phase === 'planned') return { kind: 'before' }
  if (meeting.phase === 'ended') return { kind: 'ended' }
  const segment = programme.segments.find(({ id }) => id === programme.currentSegmentId)
  if (!segment) return { kind: 'between' }
  const session = programme.sessions.find(({ id }) => id === segment.sessionId)
  return { kind: segment.kind === 'break' ? 'break' : 'segment', segment, session }
}

/**
 * Planned and expected times of everybody's view. A plan half a day away will move to the minute of the start (rule M2):
 * until then it is shown as it is.
 */
export function projectionOf({ meeting, programme }: PublicView, now: Instant): Projection {
  const { startsAt, phase } = meeting
  const isAway = phase === 'planned' && Math.abs(now - startsAt) > limits.planShiftThresholdMs
  return projectProgramme({ startsAt, phase, ...programme }, isAway ? startsAt : now)
}

/** The next segment that is still to come, and when it is expected to start. */
export function nextSegment(
  { programme }: PublicView,
  { segments }: Projection,
): { readonly segment: PublicSegment; readonly startAt: Instant } | null {
  const index = segments.findIndex(({ state }) => state === 'coming')
  const segment = programme.segments[index]
  const startAt = segments[index]?.expectedStartAt
  return segment && startAt !== undefined ? { segment, startAt } : null
}

/** A break as a clock to its end: to when the next segment is expected, or its own where nothing follows. */
export function breakClock({ clock, startedAt }: PublicSegment, resumesAt: Instant | undefined): Clock {
  if (resumesAt === undefined || startedAt === null || !isRunning(clock)) return clock
  return { startedAt, accumulatedMs: 0, limitMs: Math.max(1, resumesAt - startedAt) }
}

/** When a segment is expected to start; undefined for one that is not in the programme. */
export function expectedStartOf({ segments }: Projection, segmentId: string): Instant | undefined {
  return segments.find((row) => row.segmentId === segmentId)?.expectedStartAt
}
