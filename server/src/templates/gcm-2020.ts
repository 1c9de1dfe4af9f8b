import { knownGroups, type KnownGroupId } from '@openfloor/shared/meeting/known-groups.ts'
import { undescribed } from '@openfloor/shared/meeting/people-checks.ts'
import type { MeetingDraft } from '@openfloor/shared/commands.ts'
import type { PersonDescription } from '@openfloor/shared/meeting/events.ts'
import type { CommandOf } from '@openfloor/shared/commands.ts'

const MINUTE_MS = 60_000
/** 9 November 2020, 10:00 in Zurich. */
const startsAt = Date.UTC(2020, 10, 9, 9, 0)

/** A meeting to begin with: its programme, and who is on it. */
export type MeetingTemplate = Pick<CommandOf<'create-meeting'>, 'draft' | 'people' | 'panels'>

type GroupDraft = NonNullable<MeetingDraft['groups']>[number]
type SegmentDraft = MeetingDraft['segments'][number]

/** Of the UNECE; who speaks is balanced over them. */
const regions = [
  { id: 'west', name: 'Western Europe' },
  { id: 'north', name: 'Northern Europe' },
  { id: 'south', name: 'Southern Europe' },
  { id: 'east', name: 'Eastern Europe' },
  { id: 'south-east', name: 'South-Eastern Europe' },
  { id: 'caucasus-central-asia', name: 'Caucasus and Central Asia' },
  { id: 'north-america', name: 'North America' },
]

/**
 * The informal multi-stakeholder consultation of 9 November 2020 for the regional review of the Global Compact for
 * Migration in the UNECE region, as its concept note of 22 October 2020 has it. Names stand in for people who were yet
 * to be selected.
 */
export const gcm2020: MeetingTemplate = {
  draft: {
    title: 'Informal Multi-stakeholder Consultation: Regional Review of the Global Compact for Migration',
    timeZone: 'Europe/Zurich',
    startsAt,
    settings: { askGender: true, regions },
    groups: [
      group('migrants', 'non-state'),
      group('civil-society', 'non-state'),
      group('diaspora', 'non-state'),
      group('faith-based', 'non-state'),
      group('local-authorities', 'non-state'),
      group('private-sector', 'non-state'),
      group('trade-unions', 'non-state'),
      group('parliamentarians', 'non-state'),
      group('nhri', 'non-state'),
      group('red-cross', 'non-state'),
      group('academia', 'non-state'),
      group('media', 'non-state'),
      group('member-states', 'member-state'),
      group('igo', 'intergovernmental'),
      group('un', 'intergovernmental'),
    ],
    sessions: [
      { id: 'opening', title: 'Opening' },
      {
        id: 'roundtable-1',
        title:
          'Roundtable I: Progress and challenges in the implementation of the Compact in the UNECE region',
      },
      { id: 'lunch', title: 'Lunch break' },
      {
        id: 'roundtable-2',
        title:
          'Roundtable II: Best practices for stakeholder engagement in implementation, follow-up and review',
      },
      { id: 'closing', title: 'Closing' },
    ],
    segments: [
      segment('opening-plenary', 'opening', 'plenary', 'Opening plenary', 15),
      {
        ...segment('panel-1', 'roundtable-1', 'panel', 'Moderated panel', 45),
        guidingPoints: [
          'Key thematic priority areas for the region',
          'Examples of implementation',
          'Challenges and recommendations',
        ],
      },
      segment('open-floor-1', 'roundtable-1', 'open-floor', 'Open floor for discussion', 60),
      { ...segment('lunch-break', 'lunch', 'break', 'Lunch', 60), fixedStartAt: after(120) },
      { ...segment('panel-2', 'roundtable-2', 'panel', 'Moderated panel', 45), fixedStartAt: after(180) },
      segment('open-floor-2', 'roundtable-2', 'open-floor', 'Open floor for discussion', 60),
      segment('closing-plenary', 'closing', 'plenary', 'Closing plenary', 15),
    ],
  },
  people: [
    person('network-coordinator', 'The Network Coordinator', 'United Nations Network on Migration'),
    person('network', 'The Network', 'United Nations Network on Migration'),
    person('rapporteur', 'Rapporteur (stakeholder)'),
    ...panelistIds(1).map((id, index) => person(id, `Panelist ${index + 1}`)),
    ...panelistIds(2).map((id, index) => person(id, `Panelist ${index + 6}`)),
  ],
  panels: [
    panel('opening-plenary', ['network-coordinator', 'rapporteur'], 5),
    panel('panel-1', panelistIds(1), 7),
    panel('panel-2', panelistIds(2), 7),
    panel('closing-plenary', ['network', 'rapporteur'], 5),
  ],
}

function after(minutes: number): number {
  return startsAt + minutes * MINUTE_MS
}

function group(id: KnownGroupId, category: GroupDraft['category']): GroupDraft {
  return { id, name: knownGroups[id], category }
}

function segment(
  id: string,
  sessionId: string,
  kind: SegmentDraft['kind'],
  title: string,
  minutes: number,
): SegmentDraft {
  return {
    ...{ id, sessionId, kind, title },
    durationMs: minutes * MINUTE_MS,
    fixedStartAt: null,
    guidingPoints: [],
    speakingLimitMs: 3 * MINUTE_MS,
    ...{ limits: null, warningsMs: null, atZero: null, repliesMs: 0 },
  }
}

function person(
  personId: string,
  name: string,
  organization = '',
): { readonly personId: string; readonly person: PersonDescription } {
  return { personId, person: { ...undescribed, name, organization } }
}

/** Five seats a panel: the note says four to five panelists. */
function panelistIds(panelNumber: number): readonly string[] {
  return [1, 2, 3, 4, 5].map((seat) => `panelist-${panelNumber}-${seat}`)
}

/** Limits that leave the moderator of a panel ten of its 45 minutes. */
function panel(segmentId: string, personIds: readonly string[], minutes: number) {
  return { segmentId, panel: personIds.map((personId) => ({ personId, limitMs: minutes * MINUTE_MS })) }
}
