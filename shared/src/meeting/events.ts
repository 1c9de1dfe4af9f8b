import type { Clock, Instant } from '../clock/clock.ts'
import type { PlanChange } from '../programme/replan.ts'
import type { ListMove } from '../ordering/moves.ts'
import type { OrderPolicy } from '../ordering/policy.ts'
import type { RequestKind } from '../ordering/row.ts'
import type {
  Actor,
  Category,
  Hold,
  NoticeAudience,
  OnBehalfOf,
  Outcome,
  PanelSeat,
  Person,
  Role,
  Screen,
  ScreenShow,
  SegmentPlan,
  Session,
  Settings,
  StakeholderGroup,
  WrittenStatement,
} from './state.ts'

/** A segment as it is first planned. */
export interface PlannedSegment extends SegmentPlan {
  readonly id: string
  readonly sessionId: string
}

/** How a person is described when they come in; the texts are personal data. */
export type PersonDescription = Pick<
  Person,
  'name' | 'organization' | 'groupId' | 'country' | 'regionId' | 'gender' | 'mode'
>

/**
 * What can happen in a meeting. No event carries the time: it is the commit's, stamped by the journal, so that all
 * nodes agree on it. Events that name or describe a person carry `personId` beside the text, for erasure.
 */
export type MeetingEvent =
  | {
      readonly type: 'meeting-created'
      readonly meetingId: string
      readonly title: string
      readonly timeZone: string
      readonly startsAt: Instant
      readonly settings: Settings
      readonly groups: readonly StakeholderGroup[]
      readonly sessions: readonly Session[]
      readonly segments: readonly PlannedSegment[]
      readonly joinCode: string
    }
  | { readonly type: 'meeting-renamed'; readonly title: string }
  /** The plan moved; fixed starts move along, to where they are from then on. */
  | {
      readonly type: 'meeting-scheduled'
      readonly startsAt: Instant
      readonly timeZone: string
      readonly fixedStarts: readonly FixedStart[]
    }
  | { readonly type: 'settings-changed'; readonly settings: Settings }
  | { readonly type: 'stakeholder-groups-changed'; readonly groups: readonly StakeholderGroup[] }
  | { readonly type: 'session-added'; readonly session: Session }
  | { readonly type: 'session-renamed'; readonly sessionId: string; readonly title: string }
  | { readonly type: 'session-removed'; readonly sessionId: string }
  /** `after` null: at the head of the programme. */
  | { readonly type: 'segment-added'; readonly segment: PlannedSegment; readonly after: string | null }
  | { readonly type: 'segment-edited'; readonly segmentId: string; readonly plan: SegmentPlan }
  | {
      readonly type: 'segment-moved'
      readonly segmentId: string
      readonly after: string | null
      readonly sessionId: string
    }
  | { readonly type: 'segment-removed'; readonly segmentId: string }
  | { readonly type: 'panel-set'; readonly segmentId: string; readonly panel: readonly PanelSeat[] }
  /** The delay became part of the plan: by how much the current segment was behind, and what it changed. */
  | {
      readonly type: 'programme-replanned'
      readonly segmentId: string
      readonly byMs: number
      readonly changes: readonly PlanChange[]
    }
  | { readonly type: 'meeting-started' }
  | { readonly type: 'meeting-ended' }
  /** The end taken back. */
  | { readonly type: 'meeting-reopened' }
  | { readonly type: 'segment-entered'; readonly segmentId: string }
  | { readonly type: 'segment-left'; readonly segmentId: string }
  /** A step of the programme taken back: the clock is as if it had never been left, or never been entered. */
  | {
      readonly type: 'segment-restored'
      readonly segmentId: string
      readonly was: SegmentRun
      readonly currentSegmentId: string | null
    }
  | { readonly type: 'segment-paused'; readonly segmentId: string }
  | { readonly type: 'segment-resumed'; readonly segmentId: string }
  | { readonly type: 'segment-extended'; readonly segmentId: string; readonly byMs: number }
  | { readonly type: 'speaking-limit-set'; readonly segmentId: string; readonly limitMs: number }
  | { readonly type: 'list-opened'; readonly segmentId: string }
  | { readonly type: 'list-closed'; readonly segmentId: string }
  | {
      readonly type: 'person-added'
      readonly personId: string
      readonly person: PersonDescription
      readonly origin: Person['origin']
    }
  | { readonly type: 'person-edited'; readonly personId: string; readonly person: PersonDescription }
  | { readonly type: 'person-removed'; readonly personId: string; readonly keptOut: boolean }
  /** Names and texts of the person are gone for good; the journal destroys the key that they were sealed with. */
  | { readonly type: 'person-erased'; readonly personId: string }
  | {
      readonly type: 'link-issued'
      readonly linkId: string
      readonly role: Role
      readonly secretHash: string
      readonly personId: string | null
      readonly name: string
    }
  | { readonly type: 'link-revoked'; readonly linkId: string }
  | { readonly type: 'door-set'; readonly open: boolean }
  | { readonly type: 'join-code-renewed'; readonly joinCode: string }
  /** The person waits in the lobby until a moderator lets them in. */
  | { readonly type: 'person-kept-waiting'; readonly personId: string }
  | { readonly type: 'person-admitted'; readonly personId: string }
  | {
      readonly type: 'hand-raised'
      readonly requestId: string
      readonly segmentId: string
      readonly personId: string
      readonly kind: RequestKind
      readonly onBehalfOf: OnBehalfOf
      readonly topic: string
      readonly enteredBy: Actor | null
    }
  | { readonly type: 'hand-lowered'; readonly requestId: string }
  /** All hands of a list lowered at once by a moderator, in its order. */
  | { readonly type: 'list-cleared'; readonly segmentId: string; readonly requestIds: readonly string[] }
  | { readonly type: 'request-removed'; readonly requestId: string }
  /** The segment was left while these waited: the whole list, in its order. */
  | { readonly type: 'list-not-reached'; readonly segmentId: string; readonly requestIds: readonly string[] }
  /** These wait again, at the head of the list. */
  | { readonly type: 'list-restored'; readonly segmentId: string; readonly requestIds: readonly string[] }
  | {
      readonly type: 'request-moved'
      readonly requestId: string
      readonly after: string | null
      readonly pinned: boolean
    }
  | { readonly type: 'request-hold-changed'; readonly requestId: string; readonly hold: Hold }
  | { readonly type: 'order-policy-set'; readonly segmentId: string; readonly policy: OrderPolicy }
  /** The list by its policy, as the fewest moves that lead there. */
  | { readonly type: 'list-ordered'; readonly segmentId: string; readonly moves: readonly ListMove[] }
  | { readonly type: 'limit-cap-set'; readonly segmentId: string; readonly limitMs: number | null }
  | {
      readonly type: 'statement-filed'
      readonly requestId: string
      readonly personId: string
      readonly statement: WrittenStatement
      /** The moderator who handed it in for the person; null: the person. */
      readonly enteredBy: Actor | null
    }
  | {
      readonly type: 'speaker-terms-set'
      readonly personId: string
      readonly category: Category | null
      readonly limitMs: number | null
      readonly protocolRank: number | null
    }
  /** Back on the list behind `after`, waiting as before. */
  | { readonly type: 'request-restored'; readonly requestId: string; readonly after: string | null }
  | {
      readonly type: 'floor-given'
      readonly interventionId: string
      readonly segmentId: string
      readonly personId: string
      readonly requestId: string | null
      readonly kind: RequestKind
      readonly onBehalfOf: OnBehalfOf
      readonly limitMs: number
      readonly running: boolean
    }
  /** A point of order stops the speaker, who gets the floor back with the time that was left. */
  | { readonly type: 'intervention-interrupted'; readonly interventionId: string }
  | { readonly type: 'floor-returned'; readonly interventionId: string; readonly running: boolean }
  /** The end of an interruption, or of who was interrupted, taken back. */
  | { readonly type: 'interruption-restored'; readonly interventionId: string; readonly clock: Clock }
  /** The floor was given by mistake: no intervention took place. */
  | { readonly type: 'floor-taken-back'; readonly interventionId: string }
  | { readonly type: 'intervention-started'; readonly interventionId: string }
  | { readonly type: 'intervention-paused'; readonly interventionId: string }
  | { readonly type: 'intervention-resumed'; readonly interventionId: string }
  | { readonly type: 'intervention-extended'; readonly interventionId: string; readonly byMs: number }
  | { readonly type: 'intervention-ended'; readonly interventionId: string; readonly outcome: Outcome }
  /** An end taken back: the clock is as if it had never been stopped. */
  | { readonly type: 'intervention-reopened'; readonly interventionId: string; readonly clock: Clock }
  | {
      readonly type: 'notice-sent'
      readonly noticeId: string
      readonly to: NoticeAudience
      readonly personId: string | null
      readonly screenId: string | null
      readonly text: string
      /** Null: until withdrawn. */
      readonly durationMs: number | null
    }
  | { readonly type: 'notice-withdrawn'; readonly noticeId: string }
  | { readonly type: 'screen-added'; readonly screen: Pick<Screen, 'id' | 'name' | 'shows'> }
  | { readonly type: 'screen-renamed'; readonly screenId: string; readonly name: string }
  | { readonly type: 'screen-removed'; readonly screenId: string }
  | { readonly type: 'screen-directed'; readonly screenId: string; readonly shows: ScreenShow }
  | { readonly type: 'screens-blacked-out' }
  /** Each screen shows again what it showed before. */
  | { readonly type: 'screens-resumed' }
  /** Null: all of them. */
  | { readonly type: 'screen-identified'; readonly screenId: string | null }
  | { readonly type: 'action-undone'; readonly actionId: string }

/** A segment that starts then whatever went before. */
export interface FixedStart {
  readonly segmentId: string
  readonly startAt: Instant
}

/** What a segment's run looks like: all that entering and leaving it changes. */
export interface SegmentRun {
  readonly clock: Clock
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
  readonly listOpen: boolean
}

/** The event of one type. */
export type EventOf<Type extends MeetingEvent['type']> = Extract<MeetingEvent, { type: Type }>
