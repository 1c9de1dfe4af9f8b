import type { Instant } from '../clock/clock.ts'
import type { MeetingEvent } from './events.ts'
import { isRefusal, type Refusal } from './refusals.ts'
import type { Actor, Meeting } from './state.ts'

/** What a decision may know of the world: who asks, what time it is, and fresh ids. */
export interface Context {
  readonly now: Instant
  readonly actor: Actor
  /** A new random id at every call. */
  readonly newId: () => string
}

export type Decision = readonly MeetingEvent[] | Refusal

/** The first refusal among checks, or null when all of them pass. */
export function firstRefusal(...checks: (Refusal | null)[]): Refusal | null {
  return checks.find((check) => check !== null) ?? null
}

/** A decider's one feature: commands of its types in, events or a refusal out. */
export type Decide<Command> = (meeting: Meeting, command: Command, context: Context) => Decision

export { isRefusal }
