import { ownOrganization } from '@openfloor/shared/meeting/speaking-limits.ts'
import { firstCome } from '@openfloor/shared/ordering/policy.ts'
import {
  startClock,
  stopClock,
  stoppedClock,
  type Clock,
  type Instant,
} from '@openfloor/shared/clock/clock.ts'
import type { ListRow, PublicPerson, PublicSegment, PublicView } from '@openfloor/shared/views/public.ts'

const MINUTE_MS = 60_000

/** For tests: `HH:MM` or `HH:MM:SS` in Zurich on the day of the consultation. */
export function time(text: string): Instant {
  return Date.parse(`2020-11-09T${text}+01:00`)
}

/** For tests: a person of that name, known by it. */
export function person(name: string, organization = ''): PublicPerson {
  return { personId: name, name, organization, groupId: null }
}

/** For tests: rows of the list, in this order. */
export function rows(...names: string[]): ListRow[] {
  return names.map((name) => ({
    ...person(name),
    requestId: `request of ${name}`,
    topic: '',
    kind: 'statement',
    onBehalfOf: ownOrganization,
    limitMs: 180_000,
    onHold: false,
  }))
}

/** For tests: a segment that was only planned. */
export function segment(
  id: string,
  kind: PublicSegment['kind'],
  minutes: number,
  more: Partial<PublicSegment> = {},
): PublicSegment {
  const durationMs = minutes * MINUTE_MS
  const plan = { guidingPoints: [], panel: [], speakingLimitMs: 180_000, fixedStartAt: null, durationMs }
  const own = { limits: null, warningsMs: null, atZero: null, repliesMs: 0, repliers: [] }
  const list = { order: firstCome, limitCapMs: null }
  const run = {
    clock: stoppedClock(durationMs),
    startedAt: null,
    endedAt: null,
    replannedEndAt: null,
    listOpen: false,
    waiting: 0,
  }
  return {
    id,
    sessionId: `session of ${id}`,
    title: `title of ${id}`,
    kind,
    ...plan,
    ...own,
    ...list,
    ...run,
    ...more,
  }
}

/** A morning with a panel, an open floor and lunch, and a panel in the afternoon at 13:00. */
const segments: readonly PublicSegment[] = [
  segment('panel', 'panel', 45, {
    panel: [
      { ...person('Ada'), limitMs: 180_000, spoken: 1 },
      { ...person('Bo'), limitMs: 180_000, spoken: 0 },
      { ...person('Cy'), limitMs: 180_000, spoken: 0 },
    ],
  }),
  segment('floor', 'open-floor', 60),
  segment('lunch', 'break', 60),
  segment('afternoon', 'plenary', 45, { fixedStartAt: time('13:00') }),
]

const meeting: PublicView['meeting'] = {
  id: 'm1',
  title: 'Consultation',
  timeZone: 'Europe/Zurich',
  startsAt: time('10:00'),
  phase: 'running',
  startedAt: time('10:00'),
  endedAt: null,
  joinCode: '123456789',
  askCountry: false,
  atZero: { then: 'count-on', graceMs: 0 },
  regions: [],
  askGender: false,
  askMode: false,
  rightsOfReply: 2,
  warningsMs: [60_000, 30_000, 10_000],
  groups: [],
}

/** For tests: the meeting as it is before its start. */
export const planned: PublicView = {
  meeting: { ...meeting, phase: 'planned', startedAt: null },
  programme: {
    currentSegmentId: null,
    sessions: segments.map(({ sessionId }) => ({ id: sessionId, title: sessionId })),
    segments,
  },
  floor: null,
  list: null,
  notices: [],
}

/** For tests: the meeting in that segment since then. */
export function running(currentSegmentId: string, since: string, more: Partial<PublicView> = {}): PublicView {
  const startedAt = time(since)
  const programme: PublicView['programme'] = {
    ...planned.programme,
    currentSegmentId,
    segments: segments.map((each) =>
      each.id === currentSegmentId ? { ...each, startedAt, clock: startClock(each.clock, startedAt) } : each,
    ),
  }
  return { ...planned, meeting, programme, ...more }
}

/** For tests: that person has the floor with this clock. */
export function floorOf(name: string, clock: Clock, organization = ''): PublicView['floor'] {
  return {
    ...person(name, organization),
    ...{ interventionId: 'i1', segmentId: 'floor', requestId: null, topic: '', interrupted: null },
    ...{ kind: 'statement', onBehalfOf: ownOrganization, clock, calledAt: time('11:00') },
  }
}

/** For tests: a clock of three minutes with this left at that moment. */
export function left(ms: number, at: Instant): Clock {
  return startClock(stoppedClock(180_000), at - (180_000 - ms))
}

/** For tests: the same clock, paused then. */
export function paused(clock: Clock, at: Instant): Clock {
  return stopClock(clock, at)
}
