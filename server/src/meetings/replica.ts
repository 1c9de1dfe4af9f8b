import type { Commit, CommitDraft } from '@openfloor/shared/commit.ts'
import { limits } from '@openfloor/shared/limits.ts'
import { decide, evolve } from '@openfloor/shared/meeting/meeting.ts'
import { isRefusal, type Refusal } from '@openfloor/shared/meeting/refusals.ts'
import type { MeetingEvent } from '@openfloor/shared/meeting/events.ts'
import type { Meeting } from '@openfloor/shared/meeting/state.ts'
import type { Appended, Journal } from '../journal/journal.ts'
import type { ServerClock } from '../server-clock.ts'
import { senderKey, type CommandRequest, type Outcome } from './outcome.ts'

/** A meeting as it stands after a commit; before the first one there is none. */
export interface Standing {
  readonly meeting: Meeting | null
  readonly version: number
  readonly epoch: string
  readonly at: number
}

/** What all replicas share. */
export interface ReplicaParts {
  readonly journal: Journal
  readonly clock: ServerClock
  /** A new random id at every call. */
  readonly newId: () => string
}

/** A draft on its way to the journal, and the meeting as it will be. */
interface Flying {
  readonly draft: CommitDraft
  readonly standing: Standing
}

type Attempt = Outcome | 'again'
type Settled = Appended | { readonly status: 'rejected' }

/**
 * One meeting in memory. `durable` is what the journal holds; `tentative` also has the drafts on their way there, and
 * is what the next command is decided on, so that nobody waits for anybody else's disk. When a draft is not stored,
 * those behind it are not either (J6): the round is over, and each of them decides again on what is durable.
 */
export class Replica {
  readonly #meetingId: string
  readonly #parts: ReplicaParts
  readonly #changed: (standing: Standing) => void
  readonly #versions = new Map<string, number>()
  readonly #pending = new Map<string, Promise<Outcome>>()
  #durable: Standing
  #tentative: Standing
  #flying: Flying[] = []
  #lastAppend: Promise<Settled> | null = null
  #round = 0

  /** `changed` hears of every durable commit, in order. */
  constructor(meetingId: string, parts: ReplicaParts, changed: (standing: Standing) => void) {
    this.#meetingId = meetingId
    this.#parts = parts
    this.#changed = changed
    this.#durable = this.#tentative = { meeting: null, version: 0, epoch: parts.newId(), at: 0 }
  }

  get durable(): Standing {
    return this.#durable
  }

  /** Decides in this very turn, on everything accepted so far; answers once it is durable. */
  execute(request: CommandRequest): Promise<Outcome> {
    const key = senderKey(request.actor, request.commandId)
    const before = this.#doneBefore(key)
    if (before) return Promise.resolve(before)
    const pending = this.#pending.get(key)
    if (pending) return pending.then(asRepeated)
    if (this.#pending.size >= limits.queuedCommandsPerMeeting)
      return Promise.resolve({ status: 'unavailable', reason: 'busy' })
    const outcome = this.#run(request, key).finally(() => this.#pending.delete(key))
    this.#pending.set(key, outcome)
    return outcome
  }

  /** Takes in the next commit of the journal; one that is known already changes nothing, a gap is read. */
  async receive(commit: Commit): Promise<void> {
    if (commit.version > this.#durable.version + 1) return this.catchUp()
    this.#take(commit)
  }

  /** Reads what the journal has beyond what is known. */
  async catchUp(): Promise<void> {
    const commits = await this.#parts.journal.read(this.#meetingId, this.#durable.version)
    for (const commit of commits) this.#take(commit)
  }

  async #run(request: CommandRequest, key: string): Promise<Outcome> {
    for (let attempt = 0; attempt <= limits.conflictRetries; attempt++) {
      const outcome = this.#doneBefore(key) ?? (await this.#attempt(request))
      if (outcome !== 'again') return outcome
    }
    return { status: 'unavailable', reason: 'too-contended' }
  }

  #attempt(request: CommandRequest): Promise<Attempt> {
    const basis = this.#tentative
    const now = Math.max(this.#parts.clock.now(), basis.at)
    const { command, actor } = request
    const decision = decide(basis.meeting, command, { now, actor, newId: this.#parts.newId })
    if (isRefusal(decision) || decision.length === 0) return this.#answer(decision, basis)
    return this.#commit({
      meetingId: this.#meetingId,
      epoch: basis.epoch,
      version: basis.version + 1,
      id: this.#parts.newId(),
      at: now,
      by: actor,
      commandId: request.commandId,
      command: command.type,
      events: decision,
    })
  }

  /** A refusal, or nothing to do: true only if what it was decided on becomes durable. */
  async #answer(decision: Refusal | readonly MeetingEvent[], { version }: Standing): Promise<Attempt> {
    const round = this.#round
    await this.#lastAppend
    if (round !== this.#round) return 'again'
    if (isRefusal(decision)) return { status: 'refused', refusal: decision.refused, version }
    return { status: 'done', version, repeated: false }
  }

  async #commit(draft: CommitDraft): Promise<Attempt> {
    this.#tentative = after(this.#tentative, draft)
    this.#flying.push({ draft, standing: this.#tentative })
    const round = this.#round
    const settled = this.#parts.journal.append(draft).then(
      (appended) => this.#settle(appended, round),
      () => this.#settle({ status: 'rejected' }, round),
    )
    this.#lastAppend = settled
    const appended = await settled
    switch (appended.status) {
      case 'durable':
        return { status: 'done', version: appended.commit.version, repeated: false }
      case 'refused':
        return { status: 'unavailable', reason: appended.reason }
      case 'rejected':
        return { status: 'unavailable', reason: 'store-failed' }
      case 'conflict':
        return this.catchUp().then(
          () => 'again',
          () => ({ status: 'unavailable', reason: 'store-failed' }),
        )
    }
  }

  #settle(appended: Settled, round: number): Settled {
    if (appended.status === 'durable') this.#take(appended.commit)
    else if (round === this.#round) this.#startRound()
    return appended
  }

  #startRound(): void {
    this.#round++
    this.#flying = []
    this.#lastAppend = null
    this.#tentative = this.#durable
  }

  #take(commit: Commit): void {
    if (commit.version !== this.#durable.version + 1) return
    const own = this.#landed(commit)
    this.#durable = own ?? after(this.#durable, commit)
    this.#versions.set(senderKey(commit.by, commit.commandId), commit.version)
    this.#changed(this.#durable)
  }

  /**
   * The meeting after a commit of our own that was stored as it was drafted, and null after any other: one of others
   * (drafts in flight are then in vain, and their answers will say so), or one whose time the journal moved.
   */
  #landed(commit: Commit): Standing | null {
    const [first] = this.#flying
    const own = first?.draft.id === commit.id
    if (own) this.#flying.shift()
    if (own && first.draft.at === commit.at) return first.standing
    if (own || !first) this.#startAgainFrom(after(this.#durable, commit))
    return null
  }

  #startAgainFrom(standing: Standing): void {
    let rolling = standing
    this.#flying = this.#flying.map(({ draft }) => {
      rolling = after(rolling, draft)
      return { draft, standing: rolling }
    })
    this.#tentative = rolling
  }

  #doneBefore(key: string): Outcome | undefined {
    const version = this.#versions.get(key)
    return version === undefined ? undefined : { status: 'done', version, repeated: true }
  }
}

function after(standing: Standing, commit: CommitDraft): Standing {
  const { version, epoch, at } = commit
  return { meeting: evolve(standing.meeting, commit), version, epoch, at }
}

function asRepeated(outcome: Outcome): Outcome {
  return outcome.status === 'done' ? { ...outcome, repeated: true } : outcome
}
