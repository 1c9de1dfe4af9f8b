import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import type { Commit, CommitDraft } from '@openfloor/shared/commit.ts'
import { AppendQueue } from './append-queue.ts'
import { decodeCommit } from './commit-hash.ts'
import { JournalUnavailable } from './errors.ts'
import type { Appended, Forgotten, Journal } from './journal.ts'
import { textOf } from './sqlite-errors.ts'
import { rowsPerRead, storeFiles } from './sqlite-store.ts'
import { StoreThread } from './store-thread.ts'

/**
 * Opens the journal in `folder`, which is made if it is not there, and holds it against every other process.
 * Rejects with CorruptJournal (J9) or JournalUnavailable, whose messages say what to do.
 */
export async function openSqliteJournal(folder: string): Promise<SqliteJournal> {
  assertWritable(folder)
  const thread = new StoreThread(folder)
  await thread.opened
  return new SqliteJournal(thread)
}

/** The embedded journal: SQLite in a thread of its own, one transaction and one fsync for all drafts that wait. */
export class SqliteJournal implements Journal {
  readonly #thread: StoreThread
  readonly #queue: AppendQueue

  /** Use `openSqliteJournal`. */
  constructor(thread: StoreThread) {
    this.#thread = thread
    this.#queue = new AppendQueue((drafts) => thread.ask({ ask: 'append', drafts }))
    void thread.ended.then((reason) => this.#queue.fail(reason))
  }

  get failed(): Promise<Error> {
    return this.#queue.failed
  }

  meetings(): Promise<readonly string[]> {
    return this.#thread.ask({ ask: 'meetings' })
  }

  async read(meetingId: string, afterVersion: number): Promise<readonly Commit[]> {
    const commits: Commit[] = []
    for (;;) {
      const page = await this.#readPage(meetingId, afterVersion + commits.length)
      for (const body of page) commits.push(decodeCommit(body))
      if (page.length < rowsPerRead) return commits
    }
  }

  append(draft: CommitDraft): Promise<Appended> {
    return this.#queue.append(draft)
  }

  async forget(meetingId: string): Promise<Forgotten> {
    try {
      return await this.#thread.ask({ ask: 'forget', meetingId })
    } catch (error) {
      if (error instanceof Error) this.#queue.fail(error)
      throw error
    }
  }

  follow(listener: (commit: Commit) => void): () => void {
    return this.#queue.follow(listener)
  }

  async close(): Promise<void> {
    await this.#queue.close()
    await this.#thread.close()
  }

  async #readPage(meetingId: string, afterVersion: number): Promise<readonly string[]> {
    try {
      return await this.#thread.ask({ ask: 'read', meetingId, afterVersion })
    } catch (error) {
      if (error instanceof Error) this.#queue.fail(error)
      throw error
    }
  }
}

/** Tries it with the witness: to open and close the database would give up the lock of a journal in this process. */
function assertWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    closeSync(openSync(join(folder, storeFiles.tails), 'a', 0o600))
  } catch (error) {
    const cause = textOf(error)
    throw new JournalUnavailable(
      `Cannot write in ${folder} (${cause}): give the server's user the right to, or set DATA_DIR to another folder.`,
    )
  }
}
