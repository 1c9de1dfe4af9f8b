import type { Instant } from './clock/clock.ts'
import type { CommandType } from './commands.ts'
import type { MeetingEvent } from './meeting/events.ts'
import type { Actor } from './meeting/state.ts'

/**
 * The events of one accepted command. `version` counts 1, 2, 3… within a meeting and is the concurrency check, the
 * reconnect cursor and the gap detector. `epoch` changes when history itself had to change.
 * `previousHash` is the hash of the commit before it, so that a hole or a flipped bit is found and named.
 */
export interface Commit {
  readonly meetingId: string
  readonly epoch: string
  readonly version: number
  readonly id: string
  /** Never earlier than the commit before it. */
  readonly at: Instant
  readonly by: Actor
  readonly commandId: string
  readonly command: CommandType
  readonly events: readonly MeetingEvent[]
  readonly previousHash: string
}

/** A commit as `execute` proposes it; the journal adds the hash and may raise `at`. */
export type CommitDraft = Omit<Commit, 'previousHash'>
