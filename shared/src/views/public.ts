import type { Clock, Instant } from '../clock/clock.ts'
import { limits } from '../limits.ts'
import { currentSegment, floorIntervention, getPerson } from '../meeting/queries.ts'
import {
  interventionsIn,
  limitFor,
  limitOfPerson,
  ownOrganization,
  repliers,
} from '../meeting/speaking-limits.ts'
import type {
  AtZero,
  Intervention,
  Meeting,
  OnBehalfOf,
  Phase,
  Region,
  Segment,
  Session,
  StakeholderGroup,
} from '../meeting/state.ts'
import type { RequestKind } from '../ordering/row.ts'
import { meanChangeoverMs } from '../programme/changeover.ts'

/** A person as everybody may know them. */
export interface PublicPerson {
  readonly personId: string
  readonly name: string
  readonly organization: string
  readonly groupId: string | null
}

export interface PublicSeat extends PublicPerson {
  /** The seat's own limit, else the segment's. */
  readonly limitMs: number
  /** Interventions in this segment that have ended. */
  readonly spoken: number
}

export interface PublicSegment extends Omit<Segment, 'list' | 'panel'> {
  readonly panel: readonly PublicSeat[]
  /** The session's panelists where time is kept for their replies, with their limit and replies given; else empty. */
  readonly repliers: readonly PublicSeat[]
  readonly waiting: number
}

export interface PublicFloor extends PublicPerson {
  readonly interventionId: string
  readonly segmentId: string
  readonly requestId: string | null
  readonly kind: RequestKind
  readonly onBehalfOf: OnBehalfOf
  readonly topic: string
  readonly clock: Clock
  readonly calledAt: Instant
  /** Whom this point of order interrupted, and who has the floor again after it, with the time that was left. */
  readonly interrupted: (PublicPerson & { readonly interventionId: string; readonly clock: Clock }) | null
}

export interface ListRow extends PublicPerson {
  readonly requestId: string
  readonly kind: RequestKind
  readonly onBehalfOf: OnBehalfOf
  readonly topic: string
  readonly limitMs: number
  /** Passed over for now. */
  readonly onHold: boolean
}

export interface PublicList {
  readonly segmentId: string
  readonly open: boolean
  readonly waiting: number
  /** What a change of speaker takes on average. */
  readonly changeoverMs: number
  /** The first rows (at most `limits.publicListRows`). */
  readonly head: readonly ListRow[]
}

export interface PublicNotice {
  readonly id: string
  readonly to: 'everyone'
  readonly text: string
  readonly at: Instant
  readonly untilAt: Instant | null
}

/** What everybody may see: participants, screens, the feed. No counts of people, no e-mail, no whole list. */
export interface PublicView {
  readonly meeting: {
    readonly id: string
    readonly title: string
    readonly timeZone: string
    readonly startsAt: Instant
    readonly phase: Phase
    readonly startedAt: Instant | null
    readonly endedAt: Instant | null
    readonly joinCode: string
    readonly askCountry: boolean
    /** As they are in the segment that runs. */
    readonly warningsMs: readonly number[]
    readonly atZero: AtZero
    /** From which people choose theirs; empty: not asked. */
    readonly regions: readonly Region[]
    readonly askGender: boolean
    readonly askMode: boolean
    /** Rights of reply that a delegation has in a segment, unless the segment has its own limits. */
    readonly rightsOfReply: number
    readonly groups: readonly StakeholderGroup[]
  }
  readonly programme: {
    readonly currentSegmentId: string | null
    readonly sessions: readonly Session[]
    readonly segments: readonly PublicSegment[]
  }
  /** Who has the floor. */
  readonly floor: PublicFloor | null
  /** The current segment's list; null before the start, after the end and in a break. */
  readonly list: PublicList | null
  /** To everybody, newest first. */
  readonly notices: readonly PublicNotice[]
}

/** The view of everybody. */
export function publicView(meeting: Meeting): PublicView {
  return {
    meeting: meetingSection(meeting),
    programme: {
      currentSegmentId: meeting.currentSegmentId,
      sessions: meeting.sessions,
      segments: meeting.segments.map((segment) => segmentRow(meeting, segment)),
    },
    floor: floorSection(meeting),
    list: listSection(meeting),
    notices: noticeSection(meeting),
  }
}

/** A person as everybody may know them. */
export function publicPerson(meeting: Meeting, personId: string): PublicPerson {
  const { name, organization, groupId } = getPerson(meeting, personId)
  return { personId, name, organization, groupId }
}

/** A waiting request as everybody may see it. */
export function listRow(meeting: Meeting, segment: Segment, requestId: string): ListRow {
  const request = meeting.requests.get(requestId)!
  return {
    requestId,
    ...publicPerson(meeting, request.personId),
    kind: request.kind,
    onBehalfOf: request.onBehalfOf,
    topic: request.topic,
    limitMs: limitFor(meeting, segment, request),
    onHold: request.hold !== null,
  }
}

function meetingSection(meeting: Meeting): PublicView['meeting'] {
  const { id, title, timeZone, startsAt, phase, startedAt, endedAt, joinCode, groups } = meeting
  const running = currentSegment(meeting)
  const { askCountry, warningsMs, atZero, regions, askGender, askMode, limits: table } = meeting.settings
  return {
    id,
    title,
    timeZone,
    startsAt,
    phase,
    startedAt,
    endedAt,
    joinCode,
    askCountry,
    warningsMs: running?.warningsMs ?? warningsMs,
    atZero: running?.atZero ?? atZero,
    ...{ regions, askGender, askMode, rightsOfReply: table.rightOfReplyMs.length },
    groups,
  }
}

function segmentRow(meeting: Meeting, segment: Segment): PublicSegment {
  const { list, panel, ...row } = segment
  return {
    ...row,
    waiting: list.length,
    panel: panel.map((seat) => ({
      ...publicPerson(meeting, seat.personId),
      limitMs: limitOfPerson(meeting, segment, seat.personId),
      spoken: spokenIn(meeting, segment.id, seat.personId, 'statement'),
    })),
    repliers: segment.repliesMs === 0 ? [] : replierRows(meeting, segment),
  }
}

function replierRows(meeting: Meeting, segment: Segment): PublicSeat[] {
  return repliers(meeting, segment).map(({ personId }) => ({
    ...publicPerson(meeting, personId),
    limitMs: limitFor(meeting, segment, { personId, kind: 'panel-reply', onBehalfOf: ownOrganization }),
    spoken: spokenIn(meeting, segment.id, personId, 'panel-reply'),
  }))
}

function spokenIn(meeting: Meeting, segmentId: string, personId: string, kind: RequestKind): number {
  return interventionsIn(meeting, segmentId).filter(
    (past) =>
      past.personId === personId &&
      past.endedAt !== null &&
      past.outcome !== 'absent' &&
      (past.kind === 'panel-reply') === (kind === 'panel-reply'),
  ).length
}

function floorSection(meeting: Meeting): PublicFloor | null {
  const intervention = floorIntervention(meeting)
  if (!intervention) return null
  const { id, segmentId, personId, requestId, kind, onBehalfOf, clock, calledAt } = intervention
  const topic = requestId === null ? '' : meeting.requests.get(requestId)!.topic
  return {
    ...{ interventionId: id, segmentId, ...publicPerson(meeting, personId) },
    ...{ requestId, kind, onBehalfOf, topic, clock, calledAt },
    interrupted: meeting.interruptedId === null ? null : interruptedRow(meeting, meeting.interruptedId),
  }
}

function interruptedRow(meeting: Meeting, interventionId: string): PublicFloor['interrupted'] {
  const { personId, clock }: Intervention = meeting.interventions.get(interventionId)!
  return { ...publicPerson(meeting, personId), interventionId, clock }
}

function listSection(meeting: Meeting): PublicList | null {
  const segment = currentSegment(meeting)
  if (!segment || segment.kind === 'break') return null
  return {
    segmentId: segment.id,
    open: segment.listOpen,
    waiting: segment.list.length,
    changeoverMs: meanChangeoverMs(interventionsIn(meeting, segment.id)),
    head: segment.list.slice(0, limits.publicListRows).map((id) => listRow(meeting, segment, id)),
  }
}

function noticeSection(meeting: Meeting): PublicView['notices'] {
  return meeting.notices.flatMap(({ id, to, text, at, untilAt }) =>
    to === 'everyone' ? [{ id, to, text, at, untilAt }] : [],
  )
}
