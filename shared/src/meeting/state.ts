import type { Clock, Instant } from '../clock/clock.ts'
import type { MeetingEvent } from './events.ts'
import type { Table } from './table.ts'

/** Who may do what; `roles.ts` says which command each may send. `system` is the server itself, `door` a visitor with the join code. */
export type Role = 'coordinator' | 'moderator' | 'rapporteur' | 'participant' | 'screen' | 'door' | 'system'

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
}

export interface Segment extends SegmentPlan {
  readonly id: string
  readonly sessionId: string
  /** Runs while the segment is the current one and not paused; its limit is the duration plus extensions. */
  readonly clock: Clock
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  /** Whether hands may be raised. */
  readonly listOpen: boolean
  /** The waiting requests in speaking order. */
  readonly list: readonly string[]
}

/** A heading that joins segments, such as "Roundtable I". */
export interface Session {
  readonly id: string
  readonly title: string
}

export interface StakeholderGroup {
  readonly id: string
  readonly name: string
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly organization: string
  readonly groupId: string | null
  readonly country: string | null
  /** How they came: by the join code, named by the coordinator, or entered by a moderator for want of a device. */
  readonly origin: 'joined' | 'roster' | 'entered'
  readonly since: Instant
  /** Removed people stay in the record of what they said, and nowhere else. */
  readonly removedAt: Instant | null
  /** Their latest request for the floor, alive or ended; at most one is alive (rule L2). */
  readonly requestId: string | null
}

/** How a request for the floor ended; `waiting` and `speaking` are alive. */
export type RequestStatus = 'waiting' | 'speaking' | 'spoken' | 'withdrawn' | 'removed' | 'not-reached'

/** A request for the floor: a raised hand. */
export interface Request {
  readonly id: string
  readonly segmentId: string
  readonly personId: string
  readonly topic: string
  readonly status: RequestStatus
  readonly at: Instant
  /** True when a moderator entered it for the person. */
  readonly entered: boolean
}

export type Outcome = 'delivered' | 'yielded' | 'cut-off'

/** One turn on the floor. `outcome` and `endedAt` are null while it lasts. */
export interface Intervention {
  readonly id: string
  readonly segmentId: string
  readonly personId: string
  /** The request it answers; null for a panelist and for somebody who was given the floor unasked. */
  readonly requestId: string | null
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
  readonly text: string
  readonly at: Instant
  /** Null: until withdrawn. */
  readonly untilAt: Instant | null
}

export interface Settings {
  readonly askCountry: boolean
  /** The speaker's clock starts with the floor; otherwise a moderator starts it. */
  readonly startsOnCall: boolean
  /** Time left at which speakers and screens are warned, longest first. */
  readonly warningsMs: readonly number[]
}

/** A secret somebody came by, kept as its SHA-256 (base64url). */
export interface Link {
  readonly id: string
  readonly role: Role
  readonly secretHash: string
  readonly personId: string | null
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
  readonly currentSegmentId: string | null
  /** The intervention that has the floor. */
  readonly floorId: string | null
  /** In the order they were called, the latest last. */
  readonly interventionIds: readonly string[]
  readonly interventions: Table<Intervention>
  readonly requests: Table<Request>
  readonly people: Table<Person>
  readonly links: Table<Link>
  /** Nine digits. */
  readonly joinCode: string
  readonly notices: readonly Notice[]
  /** Newest last. */
  readonly undoable: readonly UndoableAction[]
}
