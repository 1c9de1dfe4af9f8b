import { copyFileSync, constants, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { CommitDraft } from '@openfloor/shared/commit.ts'
import { verifyRow, type Reach, type StoredCommit, type Tail } from './chain.ts'
import { CorruptJournal, JournalUnavailable } from './errors.ts'
import type { Appended } from './journal.ts'
import { isDamaged, isFull, isLocked, textOf } from './sqlite-errors.ts'
import { verifyStore } from './sqlite-verify.ts'
import { answersTo, stage, type Staged } from './staging.ts'
import { readWitness, TailWitness } from './tail-witness.ts'

/** The files of a store within its folder. */
export const storeFiles = {
  database: 'journal.sqlite',
  log: 'journal.sqlite-wal',
  tails: 'journal.tails',
} as const

/** The version of the tables, in SQLite's `user_version`. */
export const formatVersion = 1

/** Commits on one page of a read, which bounds how long appends wait behind it. */
export const rowsPerRead = 500

/** Commits after which the write-ahead log is copied into the database. */
const commitsPerCheckpoint = 1_000

const tables = `
  CREATE TABLE commits (
    meeting TEXT NOT NULL, version INTEGER NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (meeting, version)
  ) STRICT;
  CREATE TABLE tails (
    meeting TEXT NOT NULL PRIMARY KEY, version INTEGER NOT NULL, hash TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${formatVersion};`

/** The journal's tables in one SQLite database, held exclusively. Every method blocks: it runs in the worker alone. */
export class SqliteStore {
  readonly #database: DatabaseSync
  readonly #tails: Map<string, Tail>
  readonly #witness: TailWitness
  readonly #insert: StatementSync
  readonly #note: StatementSync
  readonly #select: StatementSync
  #sinceCheckpoint = 0

  /** Verifies everything in `folder`. Throws CorruptJournal or JournalUnavailable. */
  constructor(folder: string) {
    const path = (file: string) => join(folder, file)
    const known = readWitness(path(storeFiles.tails))
    if (sizeOf(path(storeFiles.database)) === 0) assertNew(known)
    this.#database = lock(folder)
    try {
      this.#tails = prepare(this.#database, folder, known)
      this.#witness = new TailWitness(path(storeFiles.tails), this.#tails)
      this.#insert = this.#database.prepare('INSERT INTO commits VALUES (?, ?, ?, ?)')
      this.#note = this.#database.prepare('INSERT OR REPLACE INTO tails VALUES (?, ?, ?)')
      this.#select = this.#database.prepare(
        `SELECT meeting AS meetingId, version, hash, body FROM commits
         WHERE meeting = ? AND version > ? ORDER BY version LIMIT ${rowsPerRead}`,
      )
    } catch (error) {
      keepLog(path(storeFiles.log))
      this.#database.close()
      throw error
    }
  }

  meetings(): readonly string[] {
    return [...this.#tails.keys()]
  }

  /** At most `rowsPerRead` bodies above `afterVersion`. Throws CorruptJournal. */
  read(meetingId: string, afterVersion: number): readonly string[] {
    const rows = this.#select.all(meetingId, afterVersion) as unknown as StoredCommit[]
    rows.forEach((row, index) => verifyRow(row, afterVersion + 1 + index))
    const expected = Math.min(
      rowsPerRead,
      Math.max(0, (this.#tails.get(meetingId)?.version ?? 0) - afterVersion),
    )
    if (rows.length === expected) return rows.map(({ body }) => body)
    throw new CorruptJournal({ meetingId, version: afterVersion + rows.length + 1, what: 'is missing' })
  }

  /** Writes drafts in one transaction; returns once they are on the disk. A throw means: trust nothing any more. */
  append(drafts: readonly CommitDraft[]): readonly Appended[] {
    const staged = stage(drafts, (meetingId) => this.#tails.get(meetingId))
    if (staged.tails.size === 0) return answersTo(staged, false)
    if (!this.#write(staged)) return answersTo(staged, true)
    for (const [meetingId, tail] of staged.tails) this.#tails.set(meetingId, tail)
    this.#witness.note(staged.tails)
    this.#sinceCheckpoint += drafts.length
    return answersTo(staged, false)
  }

  /** Copies the write-ahead log into the database when it has grown; tries again later if the disk is full. */
  tidy(): void {
    if (this.#sinceCheckpoint < commitsPerCheckpoint) return
    try {
      this.#database.exec('PRAGMA wal_checkpoint(PASSIVE)')
      this.#sinceCheckpoint = 0
    } catch (error) {
      if (!isFull(error)) throw error
    }
  }

  close(): void {
    this.#database.close()
    this.#witness.close()
  }

  /** False, and nothing written, if there is no room. */
  #write({ commits, tails }: Staged): boolean {
    try {
      this.#database.exec('BEGIN IMMEDIATE')
      for (const entry of commits) if (entry !== null) this.#insert.run(...columnsOf(entry.row))
      for (const [meetingId, { version, hash }] of tails) this.#note.run(meetingId, version, hash)
      this.#database.exec('COMMIT')
      return true
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      if (isFull(error)) return false
      throw error
    }
  }
}

function columnsOf({ meetingId, version, hash, body }: StoredCommit): [string, number, string, string] {
  return [meetingId, version, hash, body]
}

/** An empty database where commits are known to have been is a lost one, and would hide its write-ahead log. */
function assertNew(known: ReadonlyMap<string, Reach>): void {
  const [meetingId] = known.keys()
  if (meetingId !== undefined) throw new CorruptJournal({ meetingId, version: 1, what: 'is missing' })
}

/** Opens the database and holds it, changing nothing in it. */
function lock(folder: string): DatabaseSync {
  let database: DatabaseSync | null = null
  try {
    database = new DatabaseSync(join(folder, storeFiles.database), { timeout: 0 })
    database.exec(
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA wal_autocheckpoint = 0; PRAGMA cell_size_check = ON',
    )
    assertKnownFormat(userVersion(database), folder)
    return database
  } catch (error) {
    database?.close()
    throw openingError(error, folder)
  }
}

function userVersion(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.['user_version'])
}

function assertKnownFormat(version: number, folder: string): void {
  if (version <= formatVersion) return
  throw new JournalUnavailable(
    `The journal in ${folder} was written by a newer Openfloor (format ${version}, this one knows ${formatVersion}): ` +
      'start the newer one, or set DATA_DIR to another folder.',
  )
}

function openingError(error: unknown, folder: string): unknown {
  if (isLocked(error)) {
    return new JournalUnavailable(
      `Another Openfloor is running on ${folder}: stop it, or set DATA_DIR to another folder.`,
    )
  }
  if (isDamaged(error)) {
    return new CorruptJournal({
      meetingId: null,
      version: null,
      what: `${storeFiles.database}: ${textOf(error)}`,
    })
  }
  if (error instanceof JournalUnavailable) return error
  return new JournalUnavailable(
    `Cannot open the journal in ${folder} (${textOf(error)}): set DATA_DIR to a folder the server may write to.`,
  )
}

function prepare(
  database: DatabaseSync,
  folder: string,
  known: ReadonlyMap<string, Reach>,
): Map<string, Tail> {
  const created = userVersion(database) === 0
  if (created) assertNew(known)
  const tails = created ? new Map<string, Tail>() : verifyStore(database, known)
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    if (created) database.exec(`BEGIN IMMEDIATE; ${tables} COMMIT; PRAGMA wal_checkpoint(PASSIVE)`)
  } catch (error) {
    throw openingError(error, folder)
  }
  return tails
}

/** Closing would fold the intact part of a damaged log into the database and delete the rest: keep it for an expert. */
function keepLog(log: string): void {
  const kept = `${log}.damaged`
  if (sizeOf(log) > 0 && !existsSync(kept)) copyFileSync(log, kept, constants.COPYFILE_EXCL)
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
