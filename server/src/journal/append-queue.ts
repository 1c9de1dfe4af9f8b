import type { Commit, CommitDraft } from '@openfloor/shared/commit.ts'
import type { Appended } from './journal.ts'

/** Writes drafts durably, all or none, and answers for each; rejects only if the store can no longer be trusted. */
export type WriteBatch = (drafts: readonly CommitDraft[]) => Promise<readonly Appended[]>

interface Waiting {
  readonly draft: CommitDraft
  readonly resolve: (appended: Appended) => void
  readonly reject: (error: Error) => void
}

/** Bounds one transaction, and with it the wait of whoever comes next. */
const draftsPerBatch = 1_000

/**
 * The order of appends, answers and followers, for every kind of store: one batch is written at a time, and whatever
 * was appended meanwhile is the next one (J6, J7, J10). A follower must not throw.
 */
export class AppendQueue {
  readonly failed: Promise<Error>
  readonly #settleFailed: (error: Error) => void
  readonly #write: WriteBatch
  readonly #followers = new Set<(commit: Commit) => void>()
  #waiting: Waiting[] = []
  #writing: readonly Waiting[] = []
  #running: Promise<void> | null = null
  #closedBy: Error | null = null

  constructor(write: WriteBatch) {
    this.#write = write
    const { promise, resolve } = Promise.withResolvers<Error>()
    this.failed = promise
    this.#settleFailed = resolve
  }

  append(draft: CommitDraft): Promise<Appended> {
    if (this.#closedBy !== null) return Promise.reject(this.#closedBy)
    return new Promise((resolve, reject) => {
      this.#waiting.push({ draft, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  follow(listener: (commit: Commit) => void): () => void {
    const entry = (commit: Commit) => listener(commit)
    this.#followers.add(entry)
    return () => this.#followers.delete(entry)
  }

  /** The store can no longer be trusted: everything pending and everything later is rejected with `reason`. */
  fail(reason: Error): void {
    if (this.#closedBy !== null && this.#running === null) return
    this.#closedBy = reason
    this.#settleFailed(reason)
    const pending = [...this.#writing, ...this.#waiting]
    this.#writing = this.#waiting = []
    for (const { reject } of pending) reject(reason)
  }

  /** Takes no more appends, and waits for those in flight. */
  async close(): Promise<void> {
    this.#closedBy ??= new Error('The journal is closed.')
    await this.#running
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      this.#writing = this.#waiting.splice(0, draftsPerBatch)
      try {
        const answers = await this.#write(this.#writing.map(({ draft }) => draft))
        this.#answer(answers)
      } catch (error) {
        this.fail(error instanceof Error ? error : new Error(String(error)))
      }
    }
    this.#running = null
  }

  #answer(answers: readonly Appended[]): void {
    const written = this.#writing
    const broken = new Map<string, Appended>()
    written.forEach(({ draft, resolve }, index) => {
      const appended = answers[index]
      if (appended === undefined) throw new Error('The store did not answer for every draft.')
      if (appended.status === 'durable') this.#tell(appended.commit)
      else broken.set(draft.meetingId, appended)
      resolve(appended)
    })
    this.#writing = []
    this.#dropBehind(broken)
  }

  #tell(commit: Commit): void {
    for (const follower of [...this.#followers]) follower(commit)
  }

  /** What was appended behind a draft that was not stored assumed that it would be (J6). */
  #dropBehind(broken: ReadonlyMap<string, Appended>): void {
    if (broken.size === 0) return
    this.#waiting = this.#waiting.filter(({ draft, resolve }) => {
      const appended = broken.get(draft.meetingId)
      if (appended !== undefined) resolve(appended)
      return appended === undefined
    })
  }
}
