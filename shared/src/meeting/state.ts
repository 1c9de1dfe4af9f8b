import type { Clock, Instant } from '../clock/clock.ts'
import type { RequestKind } from '../ordering/row.ts'
import type { OrderPolicy } from '../ordering/policy.ts'
import type { MeetingEvent } from './events.ts'
import type { Table } from './table.ts'

/** Who may do what; `roles.ts` says which command each may send. `system` is the server itself, `door` a visitor with the join code, `lobby` somebody who waits to be let in. */
export type Role =
  'coordinator' | 'moderator' | 'rapporteur' | 'participant' | 'screen' | 'lobby' | 'door' | 'system'

/** Who acts: a role, the link they came by and, where the link is a person's own, that person. */
export interface Actor {
  readonly role: Role
  readonly linkId: string | null
  readonly personId: string | null
}

export type SegmentKind = 'plenary' | 'panel' | 'open-floor' | 'break'

/** A seat on a segment's fixed list of speakers; `limitMs` null means the segment's speaking limit. */
export interface PanelSeat {
  readonly personId: string
  readonly limitMs: number | null
}

/** Of which kind a participant is, where limits differ by it; that of their stakeholder group unless set for the person. */
export type Category = 'member-state' | 'observer' | 'intergovernmental' | 'non-state'

/** In whose name somebody speaks. */
export type Capacity = 'organization' | 'group' | 'joint' | 'constituency'

export interface OnBehalfOf {
  readonly capacity: Capacity
  /** Whom, in words; may be empty for the own organization. */
  readonly name: string
}

/** Speaking limits where they differ from the segment's own; in ms. */
export interface LimitTable {
  readonly byCategory: Readonly<Partial<Record<Category, number>>>
  readonly byCapacity: Readonly<Partial<Record<Exclude<Capacity, 'organization'>, number>>>
  /** A question or follow-up; null: as a statement. */
  readonly questionMs: number | null
  readonly pointOfOrderMs: number
  /** One limit for each right of reply a delegation has in a segment, in their order. */
  readonly rightOfReplyMs: readonly number[]
  /** A panelist's reply; null: an equal share of the time kept for replies. */
  readonly panelReplyMs: number | null
}

/** What happens when a speaker's time is up; `graceMs` counts for `end` only. */
export interface AtZero {
  readonly then: 'count-on' | 'chime' | 'end'
  readonly graceMs: number
}

/** What the plan says of a timed unit of the programme. */
export interface SegmentPlan {
  readonly title: string
  readonly kind: SegmentKind
  readonly durationMs: number
  /** Starts then whatever went before ("the afternoon starts at 13:00"); null: when the one before ends. */
  readonly fixedStartAt: Instant | null
  readonly guidingPoints: readonly string[]
  readonly panel: readonly PanelSeat[]
  readonly speakingLimitMs: number
  /** This segment's own limits, warnings and behaviour at zero; null: the meeting's. */
  readonly limits: LimitTable | null
  readonly warningsMs: readonly number[] | null
  readonly atZero: AtZero | null
  /** Time kept at the end for replies of the session's panelists, as at the Human Rights Council; 0: none. */
  readonly repliesMs: number
}

export interface Segment extends SegmentPlan {
  readonly id: string
  readonly sessionId: string
  /** Runs while the segment is the current one and not paused; its limit is the duration plus extensions. */
  readonly clock: Clock
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  /** When it is planned to end since a delay was accepted in it; null: its start and its duration later. */
  readonly replannedEndAt: Instant | null
  /** Whether hands may be raised. */
  readonly listOpen: boolean
  /** The waiting requests in speaking order. */
  readonly list: readonly string[]
  readonly order: OrderPolicy
  /** The most a statement or question may last here, whatever its limit; null: no more than that limit. */
  readonly limitCapMs: number | null
}

/** A segment as it was planned when the meeting started. */
export interface BaselineSegment {
  readonly segmentId: string
  readonly title: string
  readonly startAt: Instant
  readonly endAt: Instant
}

/** A heading that joins segments, such as "Roundtable I". */
export interface Session {
  readonly id: string
  readonly title: string
}

export interface Region {
  readonly id: string
  readonly name: string
}

export interface StakeholderGroup {
  readonly id: string
  readonly name: string
  readonly category: Category
}

export type Gender = 'woman' | 'man' | 'other'

export interface Person {
  readonly id: string
  readonly name: string
  readonly organization: string
  readonly groupId: string | null
  readonly country: string | null
  readonly regionId: string | null
  /** Only what was volunteered; shown to nobody, counted for moderators. */
  readonly gender: Gender | null
  readonly mode: 'room' | 'remote' | null
  /** How they came: by the join code, named by the coordinator, or entered by a moderator for want of a device. */
  readonly origin: 'joined' | 'roster' | 'entered'
  readonly since: Instant
  /** Removed people stay in the record of what they said, and nowhere else. */
  readonly removedAt: Instant | null
  /** Whose names and texts are gone; the record's arithmetic stays. */
  readonly erasedAt: Instant | null
  /** Since when they take part; null while they wait in the lobby. */
  readonly admittedAt: Instant | null
  /** Removed for good: whoever comes by that browser or link is not let in again. */
  readonly keptOut: boolean
  /** Their latest request for the floor, alive or ended; at most one is alive (rule L2). */
  readonly requestId: string | null
  /** Their latest point of order, which may be raised while a request waits. */
  readonly pointOfOrderId: string | null
  /** Null: their stakeholder group's. */
  readonly category: Category | null
  /** A limit of their own for statements; null: by category. */
  readonly limitMs: number | null
  /** 1 speaks first where the order is by protocol. */
  readonly protocolRank: number | null
}

/** How a request for the floor ended; `waiting` and `speaking` are alive. */
export type RequestStatus =
  'waiting' | 'speaking' | 'spoken' | 'withdrawn' | 'removed' | 'absent' | 'not-reached'

/** A statement in writing instead of a spoken one: a text, or a file by the hash of its content. */
export type WrittenStatement =
  | { readonly form: 'text'; readonly text: string }
  | {
      readonly form: 'file'
      readonly hash: string
      readonly name: string
      readonly mediaType: string
      readonly bytes: number
    }

export type Hold = 'held' | 'unavailable' | null

/** A request for the floor: a raised hand. */
export interface Request {
  readonly id: string
  readonly segmentId: string
  readonly personId: string
  readonly kind: RequestKind
  readonly onBehalfOf: OnBehalfOf
  readonly topic: string
  readonly status: RequestStatus
  readonly at: Instant
  /** Counts up in the order requests came in. */
  readonly receipt: number
  /** The moderator who entered it for the person; null: the person. */
  readonly enteredBy: Actor | null
  /** A moderator put it where it is. */
  readonly pinned: boolean
  /** Passed over for now: by a moderator, or because the person said so. */
  readonly hold: Hold
  /** The limit that was in force when it was asked. */
  readonly askedLimitMs: number
  /** The person was told "you are next". */
  readonly toldNext: boolean
  readonly statement:
    | (WrittenStatement & {
        readonly at: Instant
        /** The moderator who handed it in for the person; null: the person. */
        readonly enteredBy: Actor | null
      })
    | null
}

export type Outcome = 'delivered' | 'yielded' | 'cut-off' | 'absent'

/** One turn on the floor. `outcome` and `endedAt` are null while it lasts. */
export interface Intervention {
  readonly id: string
  readonly segmentId: string
  readonly personId: string
  /** The request it answers; null for a panelist and for somebody who was given the floor unasked. */
  readonly requestId: string | null
  readonly kind: RequestKind
  readonly onBehalfOf: OnBehalfOf
  /** The limit when the floor was given; the clock's has what was added since. */
  readonly limitMs: number
  readonly clock: Clock
  readonly calledAt: Instant
  readonly endedAt: Instant | null
  readonly outcome: Outcome | null
}

export type NoticeAudience = 'everyone' | 'speaker' | 'screens'

/** A message to everybody, to the screens, or to the one who has the floor (`personId`). */
export interface Notice {
  readonly id: string
  readonly to: NoticeAudience
  readonly personId: string | null
  /** Of a notice to the screens: the only one it is for; null: all of them. */
  readonly screenId: string | null
  readonly text: string
  readonly at: Instant
  /** Null: until withdrawn. */
  readonly untilAt: Instant | null
}

/** A notice that moderators send again and again, with its audience and how long it is shown; in ms, null: until withdrawn. */
export interface SavedNotice {
  readonly to: NoticeAudience
  readonly text: string
  readonly durationMs: number | null
}

/** What screens can show; `follow` chooses by the state of the meeting. */
export const screenShows = [
  'follow',
  'timer',
  'list',
  'programme',
  'lower-third',
  'clock',
  'join',
  'notice',
  'blackout',
] as const

export type ScreenShow = (typeof screenShows)[number]

/** A projected display, or several that show the same. */
export interface Screen {
  readonly id: string
  /** Empty for the main screen as long as nobody named it. */
  readonly name: string
  readonly shows: ScreenShow
  /** What it shows again when the blackout of all screens ends; null: there is none, or it was directed since. */
  readonly resumes: ScreenShow | null
  /** When it was last asked to flash its name; null: never. */
  readonly identifiedAt: Instant | null
}

/** [S1] Every meeting has it: what a display shows whose address names no screen, or one that is gone. */
export const mainScreen: Screen = {
  ...{ id: 'main', name: '', shows: 'follow' },
  resumes: null,
  identifiedAt: null,
}

export interface Settings {
  readonly askCountry: boolean
  /** The speaker's clock starts with the floor; otherwise a moderator starts it. */
  readonly startsOnCall: boolean
  /** Time left at which speakers and screens are warned, longest first. */
  readonly warningsMs: readonly number[]
  readonly limits: LimitTable
  readonly atZero: AtZero
  /** From which people choose theirs; empty: not asked. */
  readonly regions: readonly Region[]
  readonly askGender: boolean
  /** Whether people say that they are in the room or remote. */
  readonly askMode: boolean
  readonly savedNotices: readonly SavedNotice[]
  /** Whom the join code brings: `open` anybody, `lobby` whoever a moderator lets in, `roster` nobody: by personal links only. */
  readonly admission: 'open' | 'lobby' | 'roster'
}

/** A secret somebody came by, kept as its SHA-256 (base64url). */
export interface Link {
  readonly id: string
  readonly role: Role
  readonly secretHash: string
  readonly personId: string | null
  /** Of a link to one named moderator or rapporteur; empty: everybody of the role shares it, or it is a person's. */
  readonly name: string
  readonly issuedAt: Instant
}

/** What an action was about, as far as it was about such a thing. */
export interface RecordSubject {
  readonly personId?: string
  readonly segmentId?: string
  readonly ms?: number
  readonly text?: string
  readonly shows?: ScreenShow
  /** How many people or requests, where it was about many. */
  readonly count?: number
}

/** Something a moderator or the server itself did; it stays for good. */
export interface RecordEntry {
  /** The commit's. */
  readonly id: string
  readonly at: Instant
  readonly by: Actor
  readonly command: string
  readonly subject: RecordSubject
  /** The action by which it was taken back. */
  readonly undoneBy: string | null
}

/** Something a moderator did that can be taken back, with the events that take it back. */
export interface UndoableAction {
  readonly id: string
  readonly by: Actor
  readonly at: Instant
  readonly command: string
  /** Applied in this order they restore what was. */
  readonly inverse: readonly MeetingEvent[]
}

export type Phase = 'planned' | 'running' | 'ended'

/** Everything there is to know about a meeting; computed from its commits by `evolve`, never changed in place. */
export interface Meeting {
  readonly id: string
  readonly title: string
  /** IANA name, such as Europe/Zurich. */
  readonly timeZone: string
  /** The planned start. */
  readonly startsAt: Instant
  readonly phase: Phase
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  readonly settings: Settings
  readonly groups: readonly StakeholderGroup[]
  readonly sessions: readonly Session[]
  /** In programme order. */
  readonly segments: readonly Segment[]
  /** The plan as it was when the meeting started, whatever was edited since; null before the start. */
  readonly baseline: readonly BaselineSegment[] | null
  readonly currentSegmentId: string | null
  /** The intervention that has the floor. */
  readonly floorId: string | null
  /** The intervention that a point of order interrupted, and that has the floor after it. */
  readonly interruptedId: string | null
  /** In the order they were called, the latest last. */
  readonly interventionIds: readonly string[]
  readonly interventions: Table<Intervention>
  readonly requests: Table<Request>
  readonly people: Table<Person>
  /** Those that still are good. */
  readonly links: Table<Link>
  /** How many links were revoked so far: when it grows, look at who is connected. */
  readonly revocations: number
  /** How many people were erased so far: when it grows, look for files that nobody names any more. */
  readonly erasures: number
  /** Whether the join code lets anybody in. */
  readonly doorOpen: boolean
  /** Nine digits. */
  readonly joinCode: string
  readonly notices: readonly Notice[]
  /** The main screen first, then in the order they were added. */
  readonly screens: readonly Screen[]
  /** Newest last. */
  readonly undoable: readonly UndoableAction[]
  /** Every action of a moderator, newest last. */
  readonly record: readonly RecordEntry[]
}
