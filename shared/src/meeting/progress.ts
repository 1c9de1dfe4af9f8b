import { startClock, stopClock } from '../clock/clock.ts'
import { limits } from '../limits.ts'
import { plannedSpans } from '../programme/plan.ts'
import type { Context, Decision, Deciders, Evolution } from './decision.ts'
import type { MeetingEvent } from './events.ts'
import { scheduled } from './plan-shift.ts'
import { currentSegment, segmentById, withSegment } from './queries.ts'
import { refuse, type Refusal } from './refusals.ts'
import type { BaselineSegment, Meeting, Segment } from './state.ts'

const MINUTE_MS = 60_000

/** Running the programme: start, one segment after another, end (rules M). */
export const progressDeciders = {
  'start-meeting': (meeting, _command, context) => decideStart(meeting, context),
  'advance-segment': (meeting, { from, to }) => {
    const refusal = notRunning(meeting)
    if (refusal) return refusal
    const next = segmentById(meeting, to)
    if (!next || !segmentById(meeting, from)) return refuse('unknown-segment')
    if (meeting.currentSegmentId !== from) return refuse('picture-outdated')
    if (to === from) return refuse('segment-is-current')
    return [...leaving(meeting, from), ...entering(next)]
  },
  'end-meeting': (meeting, { from }) => {
    const refusal = notRunning(meeting)
    if (refusal) return refusal
    if (meeting.currentSegmentId !== from) return refuse('picture-outdated')
    const others = meeting.segments.filter((segment) => segment.id !== from)
    return [
      ...leaving(meeting, from),
      ...others.flatMap((segment) => [...notReached(segment), ...closing(segment)]),
      { type: 'meeting-ended' },
    ]
  },
  'pause-segment': (meeting, { segmentId }) => {
    const refusal = notCurrent(meeting, segmentId)
    if (refusal) return refusal
    if (currentSegment(meeting)!.clock.startedAt === null) return refuse('segment-already-paused')
    return [{ type: 'segment-paused', segmentId }]
  },
  'resume-segment': (meeting, { segmentId }) => {
    const refusal = notCurrent(meeting, segmentId)
    if (refusal) return refusal
    if (currentSegment(meeting)!.clock.startedAt !== null) return refuse('segment-not-paused')
    return [{ type: 'segment-resumed', segmentId }]
  },
  'extend-segment': (meeting, { segmentId, byMs }) => {
    const segment = segmentById(meeting, segmentId)
    if (!segment) return refuse('unknown-segment')
    const limitMs = segment.clock.limitMs + byMs
    if (limitMs < limits.segmentMinMs) return refuse('segment-too-short')
    if (limitMs > limits.segmentMaxMs) return refuse('segment-too-long')
    return [{ type: 'segment-extended', segmentId, byMs }]
  },
} satisfies Deciders<
  'start-meeting' | 'advance-segment' | 'end-meeting' | 'pause-segment' | 'resume-segment' | 'extend-segment'
>

export const progressEvolution = {
  'meeting-started': (meeting, _event, at) => ({
    ...meeting,
    phase: 'running',
    startedAt: at,
    baseline: baselineOf(meeting),
  }),
  'meeting-ended': (meeting, _event, at) => ({ ...meeting, phase: 'ended', endedAt: at }),
  'meeting-reopened': (meeting) => ({ ...meeting, phase: 'running', endedAt: null }),
  'segment-entered': (meeting, { segmentId }, at) => ({
    ...withSegment(meeting, segmentId, (segment) => ({
      ...segment,
      clock: startClock(segment.clock, at),
      startedAt: segment.startedAt ?? at,
      endedAt: null,
    })),
    currentSegmentId: segmentId,
  }),
  'segment-left': (meeting, { segmentId }, at) => ({
    ...withSegment(meeting, segmentId, (segment) => ({
      ...segment,
      clock: stopClock(segment.clock, at),
      endedAt: at,
      listOpen: false,
    })),
    currentSegmentId: null,
  }),
  'segment-restored': (meeting, { segmentId, was, currentSegmentId }) => ({
    ...withSegment(meeting, segmentId, (segment) => ({
      ...segment,
      ...was,
      // Entering and leaving do not change the limit; an extension since then is not taken back.
      clock: { ...was.clock, limitMs: segment.clock.limitMs },
    })),
    currentSegmentId,
  }),
  'segment-paused': (meeting, { segmentId }, at) =>
    withSegment(meeting, segmentId, (segment) => ({ ...segment, clock: stopClock(segment.clock, at) })),
  'segment-resumed': (meeting, { segmentId }, at) =>
    withSegment(meeting, segmentId, (segment) => ({ ...segment, clock: startClock(segment.clock, at) })),
  'segment-extended': (meeting, { segmentId, byMs }) =>
    withSegment(meeting, segmentId, (segment) => ({
      ...segment,
      clock: { ...segment.clock, limitMs: segment.clock.limitMs + byMs },
    })),
} satisfies Evolution<
  | 'meeting-started'
  | 'meeting-ended'
  | 'meeting-reopened'
  | 'segment-entered'
  | 'segment-left'
  | 'segment-restored'
  | 'segment-paused'
  | 'segment-resumed'
  | 'segment-extended'
>

function decideStart(meeting: Meeting, { now }: Context): Decision {
  if (meeting.phase === 'ended') return refuse('meeting-ended')
  if (meeting.phase === 'running') return refuse('meeting-already-started')
  const first = meeting.segments[0]
  if (!first) return refuse('programme-empty')
  return [...planMovedToNow(meeting, now), { type: 'meeting-started' }, ...entering(first)]
}

/**
 * [M2] A meeting started more than half a day from its plan is a rehearsal or was postponed: the plan, fixed starts
 * included, moves to the minute of the start. Anything nearer counts as early or late.
 */
function planMovedToNow(meeting: Meeting, now: number): MeetingEvent[] {
  if (Math.abs(now - meeting.startsAt) <= limits.planShiftThresholdMs) return []
  const startsAt = Math.floor(now / MINUTE_MS) * MINUTE_MS
  return [scheduled(meeting, startsAt, meeting.timeZone)]
}

/** [M12] The plan at the start, with titles: what is removed later is told of too. */
function baselineOf(meeting: Meeting): readonly BaselineSegment[] {
  const spans = plannedSpans(meeting)
  return meeting.segments.map(({ id: segmentId, title }, index) => ({ segmentId, title, ...spans[index]! }))
}

/** [M4] An open floor's list opens when the segment is first entered. */
function entering(segment: Segment): MeetingEvent[] {
  const opens = segment.kind === 'open-floor' && segment.startedAt === null && !segment.listOpen
  return [
    { type: 'segment-entered', segmentId: segment.id },
    ...(opens ? [{ type: 'list-opened', segmentId: segment.id } as const] : []),
  ]
}

/** [M5] Who speaks is ended as delivered, who waits is not reached, the list closes, the clock stops. */
function leaving(meeting: Meeting, segmentId: string): MeetingEvent[] {
  const speaking = [meeting.interruptedId, meeting.floorId].filter((id) => id !== null)
  return [
    ...speaking.map(
      (interventionId) => ({ type: 'intervention-ended', interventionId, outcome: 'delivered' }) as const,
    ),
    ...notReached(segmentById(meeting, segmentId)!),
    { type: 'segment-left', segmentId },
  ]
}

function notReached(segment: Segment): MeetingEvent[] {
  if (segment.list.length === 0) return []
  return [{ type: 'list-not-reached', segmentId: segment.id, requestIds: segment.list }]
}

function closing(segment: Segment): MeetingEvent[] {
  return segment.listOpen ? [{ type: 'list-closed', segmentId: segment.id }] : []
}

function notRunning(meeting: Meeting): Refusal | null {
  if (meeting.phase === 'planned') return refuse('meeting-not-started')
  return meeting.phase === 'ended' ? refuse('meeting-ended') : null
}

function notCurrent(meeting: Meeting, segmentId: string): Refusal | null {
  if (!segmentById(meeting, segmentId)) return refuse('unknown-segment')
  return notRunning(meeting) ?? (meeting.currentSegmentId === segmentId ? null : refuse('picture-outdated'))
}
