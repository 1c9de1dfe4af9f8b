import type { Instant } from '../clock/clock.ts'
import type { Command, CommandType } from '../commands.ts'
import type { CommitDraft } from '../commit.ts'
import type { Decision } from '../meeting/decision.ts'
import { decide, evolve } from '../meeting/meeting.ts'
import { isRefusal } from '../meeting/refusals.ts'
import type { Actor, Meeting } from '../meeting/state.ts'

/** A meeting as it was told so far: every commit, and what they come to. */
export interface Chronicle {
  readonly now: Instant
  readonly commits: readonly CommitDraft[]
  readonly meeting: Meeting | null
}

/** Before anything was said. */
export function untold(now: Instant): Chronicle {
  return { now, commits: [], meeting: null }
}

/**
 * What comes of a command, and the chronicle after it. New ids are named after the command and counted: the first
 * raised hand is `raise-hand-1`; the second id of one command has a `b` behind it.
 */
export function send(
  chronicle: Chronicle,
  by: Actor,
  command: Command,
): { readonly decision: Decision; readonly chronicle: Chronicle } {
  const { now, commits, meeting } = chronicle
  const ids = newIds(chronicle, command.type)
  const newId = () => ids.next().value!
  const decision = decide(meeting, command, { now, actor: by, newId })
  if (isRefusal(decision) || decision.length === 0) return { decision, chronicle }
  const version = commits.length + 1
  const commit: CommitDraft = {
    ...{ meetingId: 'consultation', epoch: 'first', version, id: `action-${version}`, at: now, by },
    ...{ commandId: `command-${version}`, command: command.type, events: decision },
  }
  const told = { now, commits: [...commits, commit], meeting: evolve(meeting, commit) }
  return { decision, chronicle: told }
}

/** The ids that the next command of this type gives away. */
export function newIds({ commits }: Chronicle, type: CommandType) {
  const count = commits.filter(({ command }) => command === type).length + 1
  return ['', ...'bcdefghijklmnopqrstuvwxyz'].map((suffix) => `${type}-${count}${suffix}`).values()
}

/** The same meeting from its commits alone. */
export function replay(commits: readonly CommitDraft[]): Meeting | null {
  return commits.reduce<Meeting | null>(evolve, null)
}
