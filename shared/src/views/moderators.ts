import type { Clock, Instant } from '../clock/clock.ts'
import { limits } from '../limits.ts'
import type {
  Hold,
  Meeting,
  Notice,
  OnBehalfOf,
  Outcome,
  Person,
  Role,
  Segment,
  Settings,
} from '../meeting/state.ts'
import { noticesToSpeaker } from '../meeting/queries.ts'
import { canUndo } from '../meeting/meeting.ts'
import { orderedBy, spokenTotals, type SpokenTotal } from '../meeting/waiting-rows.ts'
import type { Reason } from '../ordering/reason.ts'
import type { RequestKind } from '../ordering/row.ts'
import type { Table } from '../meeting/table.ts'
import { balanceOf, type Balance } from './balance.ts'
import { notReachedRows, type NotReachedRow } from './rapporteur.ts'
import { recordRow, type RecordRow } from './record-rows.ts'
import { listRow, publicPerson, type ListRow, type PublicPerson } from './public.ts'

export interface ModeratorRow extends ListRow {
  readonly at: Instant
  readonly country: string | null
  /** The role of who entered it for somebody without a device; null: the person. */
  readonly enteredBy: Role | null
  readonly pinned: boolean
  readonly hold: Hold
  /** What the person has spoken in the meeting so far. */
  readonly spoken: SpokenTotal
  /** Why it stands where it stands. */
  readonly reasons: readonly Reason[]
}

export interface InterventionRow extends PublicPerson {
  readonly interventionId: string
  readonly segmentId: string
  readonly clock: Clock
  readonly calledAt: Instant
  readonly endedAt: Instant | null
  readonly outcome: Outcome | null
  readonly kind: RequestKind
  readonly onBehalfOf: OnBehalfOf
  /** The limit when the floor was given. */
  readonly limitMs: number
}

/** A person as moderators know them: the gender is counted and never shown. */
export type KnownPerson = Omit<Person, 'gender'>

/** What moderators and the coordinator see beside the public view. */
export interface ModeratorsView {
  /** The whole list of every segment in which somebody waits or the list is open. */
  readonly lists: Readonly<Record<string, readonly ModeratorRow[]>>
  /** Name this as `after` when giving the floor. */
  readonly lastInterventionId: string | null
  /** Newest first, of the whole meeting. */
  readonly recent: readonly InterventionRow[]
  /** The action that `undo` would take back; null when there is none, or when others have acted on it since. */
  readonly undo: {
    readonly actionId: string
    readonly command: string
    readonly role: Role
    readonly at: Instant
  } | null
  readonly people: Readonly<Record<string, KnownPerson>>
  readonly balance: Balance
  /** Actions of moderators, newest first. */
  readonly record: readonly RecordRow[]
  /** Who was not reached, or absent when called, and what they handed in instead. */
  readonly notReached: readonly NotReachedRow[]
  readonly speakerNotices: readonly Notice[]
  readonly settings: Settings
}

/** The view of moderators, without presence, which is the transport's to know. */
export function moderatorsView(meeting: Meeting): ModeratorsView {
  return {
    lists: Object.fromEntries(
      meeting.segments
        .filter((segment) => segment.listOpen || segment.list.length > 0)
        .map((segment) => [segment.id, moderatorRows(meeting, segment)]),
    ),
    lastInterventionId: meeting.interventionIds.at(-1) ?? null,
    recent: meeting.interventionIds
      .slice(-limits.recentInterventionsShown)
      .reverse()
      .map((id) => interventionRow(meeting, id)),
    undo: undoSection(meeting),
    people: peopleSection(meeting.people),
    balance: balanceOf(meeting),
    record: meeting.record
      .slice(-limits.recordRowsShown)
      .reverse()
      .map((entry) => recordRow(meeting, entry)),
    notReached: notReachedRows(meeting),
    speakerNotices: noticesToSpeaker(meeting),
    settings: meeting.settings,
  }
}

const silent: SpokenTotal = { interventions: 0, spokenMs: 0 }

function moderatorRows(meeting: Meeting, segment: Segment): ModeratorRow[] {
  const totals = spokenTotals(meeting)
  const reasons = new Map(
    orderedBy(meeting, segment, segment.order).map(({ id, reasons }) => [id, reasons] as const),
  )
  return segment.list.map((requestId) => {
    const { at, enteredBy, personId, pinned, hold } = meeting.requests.get(requestId)!
    const country = meeting.people.get(personId)?.country ?? null
    return {
      ...listRow(meeting, segment, requestId),
      ...{ at, country, enteredBy: enteredBy?.role ?? null, pinned, hold },
      spoken: totals.get(personId) ?? silent,
      reasons: reasons.get(requestId) ?? [],
    }
  })
}

function interventionRow(meeting: Meeting, interventionId: string): InterventionRow {
  const { id: _id, requestId: _request, ...intervention } = meeting.interventions.get(interventionId)!
  return { interventionId, ...publicPerson(meeting, intervention.personId), ...intervention }
}

function undoSection(meeting: Meeting): ModeratorsView['undo'] {
  const action = canUndo(meeting) ? meeting.undoable.at(-1) : undefined
  return action ? { actionId: action.id, command: action.command, role: action.by.role, at: action.at } : null
}

const peopleById = new WeakMap<Table<Person>, Readonly<Record<string, KnownPerson>>>()

/** One object a table: most frames change nobody, and thousands of keys are not copied for them. */
function peopleSection(people: Table<Person>): Readonly<Record<string, KnownPerson>> {
  const known = peopleById.get(people)
  if (known) return known
  const section: Record<string, KnownPerson> = {}
  for (const { gender: _gender, ...person } of people.values())
    if (person.removedAt === null) section[person.id] = person
  peopleById.set(people, section)
  return section
}
