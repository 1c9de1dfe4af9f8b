import type { Commit, CommitDraft } from '@openfloor/shared/commit.ts'
import { AppendQueue } from './append-queue.ts'
import type { Reach, StoredCommit, Tail } from './chain.ts'
import { verifyNext, verifyReach } from './chain.ts'
import { decodeCommit } from './commit-hash.ts'
import type { Appended, Forgotten, Journal } from './journal.ts'
import { unseal, type PersonKey } from './sealing.ts'
import { answersTo, stage, type Basis, type Staged } from './staging.ts'

/** What outlives a MemoryJournal: give it to the next one, and that one has been opened again. */
export interface MemoryStore {
  readonly commits: Map<string, StoredCommit[]>
  readonly reaches: Map<string, Reach>
  /** By meeting and person. */
  readonly keys: Map<string, Map<string, PersonKey>>
}

export function emptyMemoryStore(): MemoryStore {
  return { commits: new Map(), reaches: new Map(), keys: new Map() }
}

export interface MemoryJournalOptions {
  readonly store?: MemoryStore
  /**
   * The disk, asked before each batch is stored: it may take its time, be `full`, or throw what makes the store
   * untrustworthy (J10). Without it every batch is stored at once.
   */
  readonly disk?: (drafts: readonly CommitDraft[]) => Promise<'written' | 'full'>
}

/** A journal in memory, for tests and the simulation: the whole contract, save that nothing survives the process. */
export class MemoryJournal implements Journal, Basis {
  readonly #store: MemoryStore
  readonly #tails: Map<string, Tail>
  readonly #disk: NonNullable<MemoryJournalOptions['disk']>
  readonly #queue: AppendQueue

  /** Throws CorruptJournal if `store` is damaged. */
  constructor(options: MemoryJournalOptions = {}) {
    this.#store = options.store ?? emptyMemoryStore()
    this.#tails = verified(this.#store)
    this.#disk = options.disk ?? (() => Promise.resolve('written'))
    this.#queue = new AppendQueue((drafts) => this.#write(drafts))
  }

  get failed(): Promise<Error> {
    return this.#queue.failed
  }

  meetings(): Promise<readonly string[]> {
    return Promise.resolve([...this.#store.commits.keys()])
  }

  read(meetingId: string, afterVersion: number): Promise<readonly Commit[]> {
    const rows = this.#store.commits.get(meetingId) ?? []
    return Promise.resolve(rows.slice(afterVersion).map(({ body }) => unseal(decodeCommit(body), this)))
  }

  append(draft: CommitDraft): Promise<Appended> {
    return this.#queue.append(draft)
  }

  keyOf(meetingId: string, personId: string): PersonKey | null {
    return this.#store.keys.get(meetingId)?.get(personId) ?? null
  }

  tailOf(meetingId: string): Tail | undefined {
    return this.#tails.get(meetingId)
  }

  forget(meetingId: string): Promise<Forgotten> {
    const { commits, reaches, keys } = this.#store
    for (const each of [commits, reaches, keys, this.#tails]) each.delete(meetingId)
    return Promise.resolve('forgotten')
  }

  follow(listener: (commit: Commit) => void): () => void {
    return this.#queue.follow(listener)
  }

  close(): Promise<void> {
    return this.#queue.close()
  }

  async #write(drafts: readonly CommitDraft[]): Promise<readonly Appended[]> {
    const full = (await this.#disk(drafts)) === 'full'
    const staged = stage(drafts, this)
    if (full) return answersTo(staged, full)
    for (const entry of staged.commits) if (entry !== null) this.#keep(entry.row)
    this.#keepKeys(staged)
    for (const [meetingId, tail] of staged.tails) {
      this.#tails.set(meetingId, tail)
      this.#store.reaches.set(meetingId, tail)
    }
    return answersTo(staged, full)
  }

  #keepKeys({ keys: { made, erased } }: Staged): void {
    const { keys } = this.#store
    for (const { meetingId, personId, key } of made)
      keys.set(meetingId, (keys.get(meetingId) ?? new Map<string, PersonKey>()).set(personId, key))
    for (const { meetingId, personId } of erased) keys.get(meetingId)?.delete(personId)
  }

  #keep(row: StoredCommit): void {
    const rows = this.#store.commits.get(row.meetingId)
    if (rows === undefined) this.#store.commits.set(row.meetingId, [row])
    else rows.push(row)
  }
}

function verified(store: MemoryStore): Map<string, Tail> {
  const tails = new Map<string, Tail>()
  for (const [meetingId, rows] of store.commits) {
    for (const row of rows) tails.set(meetingId, verifyNext(tails.get(meetingId), row))
  }
  for (const [meetingId, reach] of store.reaches) verifyReach(meetingId, tails.get(meetingId), reach)
  return tails
}
