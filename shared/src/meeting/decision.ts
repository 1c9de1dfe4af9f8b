import type { Instant } from '../clock/clock.ts'
import type { CommandOf, CommandType } from '../commands.ts'
import type { EventOf, MeetingEvent } from './events.ts'
import type { Refusal } from './refusals.ts'
import type { Actor, Meeting } from './state.ts'

/** What a decision may know of the world: who asks, what time it is, and fresh ids. */
export interface Context {
  readonly now: Instant
  readonly actor: Actor
  /** A new random id at every call. */
  readonly newId: () => string
}

/** What happens then, in order; empty when the wish is fulfilled already. Or why not. */
export type Decision = readonly MeetingEvent[] | Refusal

/** One feature's answers to its commands, by type of command. */
export type Deciders<Type extends CommandType> = {
  readonly [T in Type]: (meeting: Meeting, command: CommandOf<T>, context: Context) => Decision
}

/** What one feature's events do to a meeting, by type of event; `at` is the commit's time. */
export type Evolution<Type extends MeetingEvent['type']> = {
  readonly [T in Type]: (meeting: Meeting, event: EventOf<T>, at: Instant) => Meeting
}
