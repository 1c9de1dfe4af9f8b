import type { Clock, Instant } from '../clock/clock.ts'
import { limits } from '../limits.ts'
import type { Meeting, Notice, Outcome, Person, Role, Segment, Settings } from '../meeting/state.ts'
import { noticesToSpeaker } from '../meeting/queries.ts'
import { canUndo } from '../meeting/meeting.ts'
import type { Table } from '../meeting/table.ts'
import { listRow, publicPerson, type ListRow, type PublicPerson } from './public.ts'

export interface ModeratorRow extends ListRow {
  readonly at: Instant
  readonly country: string | null
  /** Entered by a moderator for somebody without a device. */
  readonly entered: boolean
}

export interface InterventionRow extends PublicPerson {
  readonly interventionId: string
  readonly segmentId: string
  readonly clock: Clock
  readonly calledAt: Instant
  readonly endedAt: Instant | null
  readonly outcome: Outcome | null
}

/** How many are connected now. */
export interface Presence {
  readonly participants: number
  readonly moderators: number
  readonly screens: number
}

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
  readonly people: Readonly<Record<string, Person>>
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
    speakerNotices: noticesToSpeaker(meeting),
    settings: meeting.settings,
  }
}

function moderatorRows(meeting: Meeting, segment: Segment): ModeratorRow[] {
  return segment.list.map((requestId) => {
    const { at, entered, personId } = meeting.requests.get(requestId)!
    const country = meeting.people.get(personId)?.country ?? null
    return { ...listRow(meeting, segment, requestId), at, country, entered }
  })
}

function interventionRow(meeting: Meeting, interventionId: string): InterventionRow {
  const { segmentId, personId, clock, calledAt, endedAt, outcome } =
    meeting.interventions.get(interventionId)!
  return { interventionId, segmentId, ...publicPerson(meeting, personId), clock, calledAt, endedAt, outcome }
}

function undoSection(meeting: Meeting): ModeratorsView['undo'] {
  const action = canUndo(meeting) ? meeting.undoable.at(-1) : undefined
  return action ? { actionId: action.id, command: action.command, role: action.by.role, at: action.at } : null
}

const peopleById = new WeakMap<Table<Person>, Readonly<Record<string, Person>>>()

/** One object a table: most frames change nobody, and thousands of keys are not copied for them. */
function peopleSection(people: Table<Person>): Readonly<Record<string, Person>> {
  const known = peopleById.get(people)
  if (known) return known
  const section: Record<string, Person> = {}
  for (const person of people.values()) if (person.removedAt === null) section[person.id] = person
  peopleById.set(people, section)
  return section
}
