import type { CommandOf } from '../commands.ts'
import type { Decision, Deciders, Evolution } from './decision.ts'
import type { EventOf, MeetingEvent } from './events.ts'
import { refuse } from './refusals.ts'
import { limitPresets } from './limit-presets.ts'
import { plannedSegment } from './planned-segment.ts'
import { fixedStartsAscend, overlapsMs, segmentsContiguous } from './plan-checks.ts'
import { scheduled } from './plan-shift.ts'
import { mainScreen, type Meeting, type Settings } from './state.ts'
import { Table } from './table.ts'

const defaultSettings: Settings = {
  askCountry: false,
  startsOnCall: true,
  warningsMs: [60_000, 30_000, 10_000],
  limits: limitPresets.equal,
  atZero: { then: 'count-on', graceMs: 0 },
  regions: [],
  askGender: false,
  askMode: false,
  admission: 'open',
  savedNotices: [
    { to: 'speaker', text: '1 minute left', durationMs: 60_000 },
    { to: 'speaker', text: 'Please conclude', durationMs: 60_000 },
    { to: 'speaker', text: 'Please speak more slowly for the interpreters', durationMs: 60_000 },
  ],
}

/** The first command of every meeting; it finds no meeting yet. */
export function decideCreation(command: CommandOf<'create-meeting'>): Decision {
  const { meetingId, draft, people, panels, joinCode, links } = command
  const sessionIds = draft.sessions.map((session) => session.id)
  const segmentIds = draft.segments.map((segment) => segment.id)
  const groupIds = (draft.groups ?? []).map((group) => group.id)
  const regionIds = (draft.settings?.regions ?? []).map((region) => region.id)
  if ([sessionIds, segmentIds, groupIds, regionIds].some(hasRepeats)) return refuse('duplicate-id')
  if (draft.segments.some((segment) => !sessionIds.includes(segment.sessionId)))
    return refuse('unknown-session')
  if (!segmentsContiguous(draft.segments)) return refuse('session-not-contiguous')
  if (!fixedStartsAscend(draft.startsAt, draft.segments)) return refuse('fixed-start-out-of-order')
  if (overlapsMs({ ...draft, phase: 'planned' }).size > 0) return refuse('segments-overlap')
  const { title, timeZone, startsAt, sessions } = draft
  const created: MeetingEvent = {
    type: 'meeting-created',
    ...{ meetingId, title, timeZone, startsAt, sessions, joinCode },
    settings: withWarningsInOrder({ ...defaultSettings, ...draft.settings }),
    groups: draft.groups ?? [],
    segments: draft.segments.map((segment) => ({ ...segment, panel: [] })),
  }
  return [
    created,
    ...people.map(
      ({ personId, person }) => ({ type: 'person-added', personId, person, origin: 'roster' }) as const,
    ),
    ...panels.map(({ segmentId, panel }) => ({ type: 'panel-set', segmentId, panel }) as const),
    ...links.map((link) => ({ type: 'link-issued', ...link, personId: null, name: '' }) as const),
  ]
}

/** The meeting that `meeting-created` brings about. */
export function createMeeting(event: EventOf<'meeting-created'>): Meeting {
  const { meetingId, title, timeZone, startsAt, settings, groups, sessions, joinCode } = event
  return {
    ...{ id: meetingId, title, timeZone, startsAt, settings, groups, sessions, joinCode },
    phase: 'planned',
    startedAt: null,
    endedAt: null,
    segments: event.segments.map(plannedSegment),
    baseline: null,
    currentSegmentId: null,
    floorId: null,
    interruptedId: null,
    interventionIds: [],
    interventions: Table.empty(),
    requests: Table.empty(),
    people: Table.empty(),
    links: Table.empty(),
    ...{ revocations: 0, erasures: 0, doorOpen: true },
    notices: [],
    screens: [mainScreen],
    undoable: [],
    record: [],
  }
}

export const creationDeciders = {
  'rename-meeting': (meeting, { title }) =>
    title === meeting.title ? [] : [{ type: 'meeting-renamed', title }],
  'schedule-meeting': (meeting, { startsAt, timeZone }) =>
    startsAt === meeting.startsAt && timeZone === meeting.timeZone
      ? []
      : [scheduled(meeting, startsAt, timeZone)],
  'change-settings': (meeting, { settings: changes }) => {
    if (hasRepeats((changes.regions ?? []).map((region) => region.id))) return refuse('duplicate-id')
    const settings = withWarningsInOrder({ ...meeting.settings, ...changes })
    return isSameJson(settings, meeting.settings) ? [] : [{ type: 'settings-changed', settings }]
  },
  'change-stakeholder-groups': (_meeting, { groups }) => {
    if (hasRepeats(groups.map((group) => group.id))) return refuse('duplicate-id')
    return [{ type: 'stakeholder-groups-changed', groups }]
  },
} satisfies Deciders<'rename-meeting' | 'schedule-meeting' | 'change-settings' | 'change-stakeholder-groups'>

export const creationEvolution = {
  'meeting-created': (_meeting, event) => createMeeting(event),
  'meeting-renamed': (meeting, { title }) => ({ ...meeting, title }),
  'meeting-scheduled': (meeting, { startsAt, timeZone, fixedStarts }) => {
    const byMs = startsAt - meeting.startsAt
    const starts = new Map(fixedStarts.map(({ segmentId, startAt }) => [segmentId, startAt]))
    const segments = meeting.segments.map((segment) => ({
      ...segment,
      fixedStartAt: starts.get(segment.id) ?? null,
      replannedEndAt: segment.replannedEndAt === null ? null : segment.replannedEndAt + byMs,
    }))
    return { ...meeting, startsAt, timeZone, segments }
  },
  'settings-changed': (meeting, { settings }) => ({ ...meeting, settings }),
  'stakeholder-groups-changed': (meeting, { groups }) => ({ ...meeting, groups }),
} satisfies Evolution<
  | 'meeting-created'
  | 'meeting-renamed'
  | 'meeting-scheduled'
  | 'settings-changed'
  | 'stakeholder-groups-changed'
>

/** [M11] Longest first, each once. */
function withWarningsInOrder(settings: Settings): Settings {
  return { ...settings, warningsMs: [...new Set(settings.warningsMs)].sort((a, b) => b - a) }
}

function hasRepeats(ids: readonly string[]): boolean {
  return new Set(ids).size !== ids.length
}

/** Settings are plain values, always written in the same order. */
function isSameJson(a: Settings, b: Settings): boolean {
  return JSON.stringify(a) === JSON.stringify({ ...a, ...b })
}
