import { createContext } from 'svelte'
import type { Instant } from '@openfloor/shared/clock/clock.ts'
import type { WrittenCommand, SentCommand } from '@openfloor/shared/commands.ts'
import type { Role } from '@openfloor/shared/meeting/state.ts'
import type { CommandResult } from '@openfloor/shared/protocol.ts'
import type { Presence } from '@openfloor/shared/views/presence.ts'
import type { View } from '@openfloor/shared/views/view.ts'
import type { Ticking } from './ticking.svelte.ts'

/**
 * `connecting`: no view yet. `lobby`: a moderator has yet to let this person in. `silent`: nothing was heard for `limits.silenceMs`; the page says so and goes on counting
 * while it reconnects. `signed-out`: the server does not know this browser in that role. `outdated-page`: reload it.
 */
export type SessionStatus = 'connecting' | 'lobby' | 'live' | 'silent' | 'signed-out' | 'outdated-page'

/** A meeting as one page sees it. All getters are reactive: read them in templates and `$derived`. */
export interface WatchingSession {
  readonly meetingId: string
  /** Null until the first view, then never null again. */
  readonly view: View | null
  readonly status: SessionStatus
  /** The server's time for clocks: `session.ticking.nowFor(clock)` in a `$derived`. */
  readonly ticking: Ticking
  /** The server's time now; not reactive. NaN before the first view. */
  now(): Instant
  /** Tries to connect at once. */
  reconnect(): void
  /** Ends the connection; the page is left. */
  close(): void
}

/** A meeting in which one can act. */
export interface MeetingSession extends WatchingSession {
  readonly role: Role
  /** How many are connected; only moderators are told. */
  readonly presence: Presence | null
  /** Settles when the server has answered, however often it takes to ask; never rejects. */
  send(command: WrittenCommand): Promise<CommandResult>
  /** Sent and not answered yet, oldest first. */
  readonly pendingCommands: readonly SentCommand[]
  readonly pendingCount: number
  /** Whether a command of that type is not answered yet. */
  pending(type: WrittenCommand['type']): boolean
}

/** The session of the page, for its components. */
export const [getSession, setSession] = createContext<MeetingSession>()
