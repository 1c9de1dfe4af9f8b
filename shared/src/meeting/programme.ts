import { limits } from '../limits.ts'
import type { Decision, Deciders, Evolution } from './decision.ts'
import { plannedSegment } from './planned-segment.ts'
import { fixedStartsAscend, insertAfter, overlapsMs, segmentsContiguous } from './plan-checks.ts'
import { segmentById, withSegment } from './queries.ts'
import { refuse, type Refusal } from './refusals.ts'
import type { Meeting, PanelSeat, Segment } from './state.ts'

const idOf = ({ id }: { readonly id: string }): string => id

/** Editing the plan, before and during the meeting (rules E). */
export const programmeDeciders = {
  'add-session': (meeting, { title }, { newId }) => {
    if (meeting.sessions.length >= limits.sessionsPerMeeting) return refuse('sessions-full')
    return [{ type: 'session-added', session: { id: newId(), title } }]
  },
  'rename-session': (meeting, { sessionId, title }) => {
    const session = meeting.sessions.find(({ id }) => id === sessionId)
    if (!session) return refuse('unknown-session')
    return session.title === title ? [] : [{ type: 'session-renamed', sessionId, title }]
  },
  'remove-session': (meeting, { sessionId }) => {
    if (!hasSession(meeting, sessionId)) return refuse('unknown-session')
    if (meeting.segments.some((segment) => segment.sessionId === sessionId))
      return refuse('session-not-empty')
    return [{ type: 'session-removed', sessionId }]
  },
  'add-segment': (meeting, { sessionId, segment, after }, { newId }) => {
    if (!hasSession(meeting, sessionId)) return refuse('unknown-session')
    if (after !== null && !segmentById(meeting, after)) return refuse('unknown-segment')
    if (meeting.segments.length >= limits.segmentsPerMeeting) return refuse('programme-full')
    const planned = { ...segment, id: newId(), sessionId, panel: [] }
    const segments = insertAfter(meeting.segments, plannedSegment(planned), after, idOf)
    return planRefusal(meeting, segments) ?? [{ type: 'segment-added', segment: planned, after }]
  },
  'edit-segment': (meeting, { segmentId, segment: changes }) => {
    const segment = segmentById(meeting, segmentId)
    if (!segment) return refuse('unknown-segment')
    const plan = { ...planOf(segment), ...changes }
    if (plan.kind !== segment.kind && hasRecord(segment)) return refuse('segment-has-record')
    const edited = { ...plan, panel: plan.kind === 'break' ? [] : segment.panel }
    const segments = withSegment(meeting, segmentId, (before) => ({ ...before, ...edited })).segments
    return planRefusal(meeting, segments) ?? [{ type: 'segment-edited', segmentId, plan: edited }]
  },
  'move-segment': (meeting, command) => decideMove(meeting, command),
  'remove-segment': (meeting, { segmentId }) => {
    const segment = segmentById(meeting, segmentId)
    if (!segment) return refuse('unknown-segment')
    if (hasRecord(segment)) return refuse('segment-has-record')
    const segments = meeting.segments.filter((other) => other !== segment)
    return planRefusal(meeting, segments) ?? [{ type: 'segment-removed', segmentId }]
  },
  'set-panel': (meeting, { segmentId, panel }) => {
    const segment = segmentById(meeting, segmentId)
    if (!segment) return refuse('unknown-segment')
    if (segment.kind === 'break') return refuse('segment-is-break')
    return seatRefusal(meeting, panel) ?? [{ type: 'panel-set', segmentId, panel }]
  },
} satisfies Deciders<
  | 'add-session'
  | 'rename-session'
  | 'remove-session'
  | 'add-segment'
  | 'edit-segment'
  | 'move-segment'
  | 'remove-segment'
  | 'set-panel'
>

export const programmeEvolution = {
  'session-added': (meeting, { session }) => ({ ...meeting, sessions: [...meeting.sessions, session] }),
  'session-renamed': (meeting, { sessionId, title }) => ({
    ...meeting,
    sessions: meeting.sessions.map((session) => (session.id === sessionId ? { ...session, title } : session)),
  }),
  'session-removed': (meeting, { sessionId }) => ({
    ...meeting,
    sessions: meeting.sessions.filter((session) => session.id !== sessionId),
  }),
  'segment-added': (meeting, { segment, after }) => ({
    ...meeting,
    segments: insertAfter(meeting.segments, plannedSegment(segment), after, idOf),
  }),
  'segment-edited': (meeting, { segmentId, plan }) =>
    withSegment(meeting, segmentId, (segment) => {
      const limitMs = Math.max(
        limits.segmentMinMs,
        segment.clock.limitMs + plan.durationMs - segment.durationMs,
      )
      const listOpen = segment.listOpen && plan.kind !== 'break'
      const replannedEndAt =
        segment.replannedEndAt && segment.replannedEndAt + plan.durationMs - segment.durationMs
      return { ...segment, ...plan, listOpen, replannedEndAt, clock: { ...segment.clock, limitMs } }
    }),
  'segment-moved': (meeting, { segmentId, after, sessionId }) => ({
    ...meeting,
    segments: moved(meeting, segmentId, after, sessionId),
  }),
  'segment-removed': (meeting, { segmentId }) => ({
    ...meeting,
    segments: meeting.segments.filter((segment) => segment.id !== segmentId),
  }),
  'panel-set': (meeting, { segmentId, panel }) =>
    withSegment(meeting, segmentId, (segment) => ({ ...segment, panel })),
} satisfies Evolution<
  | 'session-added'
  | 'session-renamed'
  | 'session-removed'
  | 'segment-added'
  | 'segment-edited'
  | 'segment-moved'
  | 'segment-removed'
  | 'panel-set'
>

interface Move {
  readonly segmentId: string
  readonly after: string | null
  readonly sessionId: string
}

function decideMove(meeting: Meeting, { segmentId, after, sessionId }: Move): Decision {
  const segment = segmentById(meeting, segmentId)
  if (!segment) return refuse('unknown-segment')
  if (after === segmentId || (after !== null && !segmentById(meeting, after)))
    return refuse('unknown-segment')
  if (!hasSession(meeting, sessionId)) return refuse('unknown-session')
  if (segment.startedAt !== null) return refuse('segment-has-record')
  const segments = moved(meeting, segmentId, after, sessionId)
  const refusal = planRefusal(meeting, segments)
  if (refusal) return refusal
  const isThere =
    segment.sessionId === sessionId && segments.every(({ id }, at) => id === meeting.segments[at]!.id)
  return isThere ? [] : [{ type: 'segment-moved', segmentId, after, sessionId }]
}

function moved(meeting: Meeting, segmentId: string, after: string | null, sessionId: string): Segment[] {
  const segment = { ...segmentById(meeting, segmentId)!, sessionId }
  const others = meeting.segments.filter((other) => other.id !== segmentId)
  return insertAfter(others, segment, after, idOf)
}

function planOf(segment: Segment) {
  const { title, kind, durationMs, fixedStartAt, guidingPoints, speakingLimitMs } = segment
  const { limits: table, warningsMs, atZero, repliesMs } = segment
  return {
    ...{ title, kind, durationMs, fixedStartAt, guidingPoints, speakingLimitMs },
    ...{ limits: table, warningsMs, atZero, repliesMs },
  }
}

function hasSession(meeting: Meeting, sessionId: string): boolean {
  return meeting.sessions.some((session) => session.id === sessionId)
}

/** [E3] What has been entered, or has somebody waiting, stays in the programme as what it is. */
function hasRecord(segment: Segment): boolean {
  return segment.startedAt !== null || segment.list.length > 0
}

function planRefusal(meeting: Meeting, segments: readonly Segment[]): Refusal | null {
  if (!segmentsContiguous(segments)) return refuse('session-not-contiguous')
  if (!fixedStartsAscend(meeting.startsAt, segments)) return refuse('fixed-start-out-of-order')
  const before = overlapsMs(meeting)
  const after = [...overlapsMs({ ...meeting, segments })]
  const isWorse = after.some(([segmentId, ms]) => ms > (before.get(segmentId) ?? 0))
  return isWorse ? refuse('segments-overlap') : null
}

function seatRefusal(meeting: Meeting, panel: readonly PanelSeat[]): Refusal | null {
  const people = panel.map((seat) => meeting.people.get(seat.personId))
  if (people.some((person) => !person || person.removedAt !== null)) return refuse('unknown-person')
  return new Set(people).size === people.length ? null : refuse('duplicate-seat')
}
