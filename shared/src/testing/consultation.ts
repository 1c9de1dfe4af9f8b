import type { Instant } from '../clock/clock.ts'
import type { CommandOf, MeetingDraft } from '../commands.ts'
import type { Actor, Role, SegmentKind } from '../meeting/state.ts'

export const SECOND_MS = 1_000
export const MINUTE_MS = 60 * SECOND_MS

/** When the consultation is planned to start. */
export const STARTS_AT: Instant = Date.parse('2020-11-09T09:00:00Z')

/** Somebody in a role who is nobody of the roster. */
export function inRole(role: Role): Actor {
  return { role, linkId: `link-${role}`, personId: null }
}

/** A participant by the id of the person they are. */
export function participant(personId: string): Actor {
  return { role: 'participant', linkId: `link-${personId}`, personId }
}

export const moderator = inRole('moderator')
export const coordinator = inRole('coordinator')
export const system = inRole('system')
export const door = inRole('door')

/** Participants; chen and dalia also sit on the panel. */
export const amina = participant('amina')
export const boris = participant('boris')
export const chen = participant('chen')
export const dalia = participant('dalia')

type SegmentDraft = MeetingDraft['segments'][number]

function segmentDraft(id: string, sessionId: string, kind: SegmentKind, minutes: number): SegmentDraft {
  return {
    ...{ id, sessionId, kind, title: `Title of ${id}`, durationMs: minutes * MINUTE_MS },
    ...{ fixedStartAt: null, guidingPoints: [], speakingLimitMs: 3 * MINUTE_MS },
    ...{ limits: null, warningsMs: null, atZero: null, repliesMs: 0 },
  }
}

/** The consultation of 9 November 2020, less one panel. */
export const draft: MeetingDraft = {
  title: 'Consultation',
  timeZone: 'Europe/Zurich',
  startsAt: STARTS_AT,
  groups: [
    { id: 'migrants', name: 'Migrants', category: 'non-state' },
    { id: 'unions', name: 'Trade unions', category: 'non-state' },
  ],
  sessions: ['beginning', 'morning', 'noon', 'later', 'end'].map((id) => ({ id, title: `Session ${id}` })),
  segments: [
    segmentDraft('opening', 'beginning', 'plenary', 15),
    segmentDraft('panel', 'morning', 'panel', 45),
    segmentDraft('floor', 'morning', 'open-floor', 60),
    segmentDraft('lunch', 'noon', 'break', 60),
    {
      ...segmentDraft('afternoon', 'later', 'open-floor', 105),
      fixedStartAt: STARTS_AT + 180 * MINUTE_MS,
    },
    segmentDraft('closing', 'end', 'plenary', 15),
  ],
}

/** The plan of a segment of the draft, as a command to edit it has it. */
export function planOf(segmentId: string): Omit<SegmentDraft, 'id' | 'sessionId'> {
  const { id: _id, sessionId: _session, ...plan } = draft.segments.find(({ id }) => id === segmentId)!
  return plan
}

const unsaid = { regionId: null, gender: null, mode: null }

/** A person as they describe themselves. */
export function described(name: string) {
  return { name, organization: `Organization of ${name}`, groupId: 'migrants', country: null, ...unsaid }
}

/** Creates the consultation with its four people, the panel and a link for each role. */
export const createConsultation: CommandOf<'create-meeting'> = {
  type: 'create-meeting',
  meetingId: 'consultation',
  draft,
  people: ['amina', 'boris', 'chen', 'dalia'].map((id) => ({ personId: id, person: described(id) })),
  panels: [
    {
      segmentId: 'panel',
      panel: [
        { personId: 'chen', limitMs: null },
        { personId: 'dalia', limitMs: 5 * MINUTE_MS },
      ],
    },
  ],
  joinCode: '123456789',
  links: (['coordinator', 'moderator', 'rapporteur', 'screen'] as const).map((role) => ({
    ...{ linkId: `link-${role}`, role, secretHash: `secret-hash-of-${role}` },
  })),
}
