import type { Commit } from '../commit.ts'
import type { Command } from '../commands.ts'
import type { Context, Decision } from './decision.ts'
import type { Meeting } from './state.ts'

/** What a command comes to in a meeting: events, or a refusal. `meeting` is null where there is none yet. Pure. */
export function decide(_meeting: Meeting | null, _command: Command, _context: Context): Decision {
  throw new Error('being written')
}

/** The meeting after a commit. Pure, and total for every commit that `decide` can bring about. */
export function evolve(_meeting: Meeting | null, _commit: Omit<Commit, 'previousHash'>): Meeting {
  throw new Error('being written')
}
