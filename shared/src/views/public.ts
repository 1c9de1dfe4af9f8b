import type { Clock, Instant } from '../clock/clock.ts'
import { limits } from '../limits.ts'
import type { Meeting, NoticeAudience, Phase, Segment, Session, StakeholderGroup } from '../meeting/state.ts'
import { currentSegment, floorIntervention, getPerson, limitFor } from '../meeting/queries.ts'

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
  readonly waiting: number
}

export interface PublicFloor extends PublicPerson {
  readonly interventionId: string
  readonly segmentId: string
  readonly requestId: string | null
  readonly topic: string
  readonly clock: Clock
  readonly calledAt: Instant
}

export interface ListRow extends PublicPerson {
  readonly requestId: string
  readonly topic: string
  readonly limitMs: number
}

export interface PublicList {
  readonly segmentId: string
  readonly open: boolean
  readonly waiting: number
  /** The first rows (at most `limits.publicListRows`). */
  readonly head: readonly ListRow[]
}

export interface PublicNotice {
  readonly id: string
  readonly to: Exclude<NoticeAudience, 'speaker'>
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
    readonly warningsMs: readonly number[]
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
    topic: request.topic,
    limitMs: limitFor(segment, request.personId),
  }
}

function meetingSection(meeting: Meeting): PublicView['meeting'] {
  const { id, title, timeZone, startsAt, phase, startedAt, endedAt, joinCode, groups } = meeting
  const { askCountry, warningsMs } = meeting.settings
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
    warningsMs,
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
      limitMs: limitFor(segment, seat.personId),
      spoken: spokenIn(meeting, segment.id, seat.personId),
    })),
  }
}

function spokenIn(meeting: Meeting, segmentId: string, personId: string): number {
  return meeting.interventionIds.filter((id) => {
    const intervention = meeting.interventions.get(id)!
    return (
      intervention.segmentId === segmentId &&
      intervention.personId === personId &&
      intervention.endedAt !== null
    )
  }).length
}

function floorSection(meeting: Meeting): PublicFloor | null {
  const intervention = floorIntervention(meeting)
  if (!intervention) return null
  const { id, segmentId, personId, requestId, clock, calledAt } = intervention
  const topic = requestId === null ? '' : meeting.requests.get(requestId)!.topic
  return {
    interventionId: id,
    segmentId,
    ...publicPerson(meeting, personId),
    requestId,
    topic,
    clock,
    calledAt,
  }
}

function listSection(meeting: Meeting): PublicList | null {
  const segment = currentSegment(meeting)
  if (!segment || segment.kind === 'break') return null
  return {
    segmentId: segment.id,
    open: segment.listOpen,
    waiting: segment.list.length,
    head: segment.list.slice(0, limits.publicListRows).map((id) => listRow(meeting, segment, id)),
  }
}

function noticeSection(meeting: Meeting): PublicView['notices'] {
  return meeting.notices.flatMap(({ id, to, text, at, untilAt }) =>
    to === 'speaker' ? [] : [{ id, to, text, at, untilAt }],
  )
}
