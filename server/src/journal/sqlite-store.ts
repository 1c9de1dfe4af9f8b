import { copyFileSync, constants, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type StatementSync } from 'node:sqlite'
import type { CommitDraft } from '@openfloor/shared/commit.ts'
import { verifyRow, type Reach, type StoredCommit, type Tail } from './chain.ts'
import { decodeCommit, encodeCommit } from './commit-hash.ts'
import { CorruptJournal, JournalUnavailable } from './errors.ts'
import type { Appended, Forgotten } from './journal.ts'
import { isDamaged, isFull, isLocked, textOf } from './sqlite-errors.ts'
import { verifyStore } from './sqlite-verify.ts'
import { unseal, type PersonKey } from './sealing.ts'
import { answersTo, stage, type Basis, type Staged } from './staging.ts'
import { readWitness, TailWitness } from './tail-witness.ts'

/** The files of a store within its folder. */
export const storeFiles = {
  database: 'journal.sqlite',
  log: 'journal.sqlite-wal',
  tails: 'journal.tails',
} as const

/** The version of the tables, in SQLite's `user_version`. */
export const formatVersion = 2

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
  ) STRICT, WITHOUT ROWID;`

/** Since format 2. */
const keyTable = `
  CREATE TABLE keys (
    meeting TEXT NOT NULL, person TEXT NOT NULL, key BLOB NOT NULL, PRIMARY KEY (meeting, person)
  ) STRICT, WITHOUT ROWID;`

/** The journal's tables in one SQLite database, held exclusively. Every method blocks: it runs in the worker alone. */
export class SqliteStore implements Basis {
  readonly #database: DatabaseSync
  readonly #tails: Map<string, Tail>
  readonly #witness: TailWitness
  readonly #insert: StatementSync
  readonly #note: StatementSync
  readonly #select: StatementSync
  readonly #keys: KeyStatements
  #sinceCheckpoint = 0
  /** Of a process that was killed, the log may hold what was erased. */
  #mustEmptyLog = true

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
      this.#keys = keyStatements(this.#database)
      this.tidy()
    } catch (error) {
      keepLog(path(storeFiles.log))
      this.#database.close()
      throw error
    }
  }

  meetings(): readonly string[] {
    return [...this.#tails.keys()]
  }

  /** At most `rowsPerRead` bodies in plain words above `afterVersion`. Throws CorruptJournal. */
  read(meetingId: string, afterVersion: number): readonly string[] {
    const rows = this.#select.all(meetingId, afterVersion) as unknown as StoredCommit[]
    rows.forEach((row, index) => verifyRow(row, afterVersion + 1 + index))
    const expected = Math.min(
      rowsPerRead,
      Math.max(0, (this.#tails.get(meetingId)?.version ?? 0) - afterVersion),
    )
    if (rows.length === expected)
      return rows.map(({ body }) => encodeCommit(unseal(decodeCommit(body), this)))
    throw new CorruptJournal({ meetingId, version: afterVersion + rows.length + 1, what: 'is missing' })
  }

  /** Writes drafts in one transaction; returns once they are on the disk. A throw means: trust nothing any more. */
  append(drafts: readonly CommitDraft[]): readonly Appended[] {
    const staged = stage(drafts, this)
    if (staged.tails.size === 0) return answersTo(staged, false)
    if (!this.#write(staged)) return answersTo(staged, true)
    for (const [meetingId, tail] of staged.tails) this.#tails.set(meetingId, tail)
    this.#witness.note(staged.tails)
    this.#sinceCheckpoint += drafts.length
    if (staged.keys.erased.length > 0) this.#emptyLog()
    return answersTo(staged, false)
  }

  tailOf(meetingId: string): Tail | undefined {
    return this.#tails.get(meetingId)
  }

  keyOf(meetingId: string, personId: string): PersonKey | null {
    const row = this.#keys.select.get(meetingId, personId) as { readonly key: Uint8Array } | undefined
    return row ? Buffer.from(row.key) : null
  }

  /** Removes a meeting; the witness forgets it first, for it may know less than the store and never more. */
  forget(meetingId: string): Forgotten {
    if (!this.#tails.has(meetingId)) return 'forgotten'
    const isDone = this.#witness.forget(meetingId) && this.#transact(() => this.#delete(meetingId))
    if (!isDone) return 'storage-full'
    this.#tails.delete(meetingId)
    this.#emptyLog()
    return 'forgotten'
  }

  /** Copies the write-ahead log into the database when it has grown; tries again later if the disk is full. */
  tidy(): void {
    if (this.#mustEmptyLog) this.#emptyLog()
    else if (this.#sinceCheckpoint >= commitsPerCheckpoint) this.#checkpoint('PASSIVE')
  }

  /** Nothing that was erased is left in the write-ahead log; freed pages are overwritten (`secure_delete`). */
  #emptyLog(): void {
    this.#mustEmptyLog = !this.#checkpoint('TRUNCATE')
  }

  /** False if the disk is full. */
  #checkpoint(mode: 'PASSIVE' | 'TRUNCATE'): boolean {
    try {
      this.#database.exec(`PRAGMA wal_checkpoint(${mode})`)
      this.#sinceCheckpoint = 0
      return true
    } catch (error) {
      if (!isFull(error)) throw error
      return false
    }
  }

  #delete(meetingId: string): void {
    for (const table of ['commits', 'tails', 'keys'])
      this.#database.prepare(`DELETE FROM ${table} WHERE meeting = ?`).run(meetingId)
  }

  close(): void {
    this.#database.close()
    this.#witness.close()
  }

  /** False, and nothing written, if there is no room. */
  #write({ commits, tails, keys }: Staged): boolean {
    return this.#transact(() => {
      for (const entry of commits) if (entry !== null) this.#insert.run(...columnsOf(entry.row))
      for (const { meetingId, personId, key } of keys.made) this.#keys.insert.run(meetingId, personId, key)
      for (const { meetingId, personId } of keys.erased) this.#keys.remove.run(meetingId, personId)
      for (const [meetingId, { version, hash }] of tails) this.#note.run(meetingId, version, hash)
    })
  }

  /** False, and nothing changed, if there is no room. */
  #transact(change: () => void): boolean {
    try {
      this.#database.exec('BEGIN IMMEDIATE')
      change()
      this.#database.exec('COMMIT')
      return true
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      if (isFull(error)) return false
      throw error
    }
  }
}

interface KeyStatements {
  readonly select: StatementSync
  readonly insert: StatementSync
  readonly remove: StatementSync
}

function keyStatements(database: DatabaseSync): KeyStatements {
  return {
    select: database.prepare('SELECT key FROM keys WHERE meeting = ? AND person = ?'),
    insert: database.prepare('INSERT OR REPLACE INTO keys VALUES (?, ?, ?)'),
    remove: database.prepare('DELETE FROM keys WHERE meeting = ? AND person = ?'),
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
      'PRAGMA locking_mode = EXCLUSIVE; PRAGMA wal_autocheckpoint = 0; PRAGMA cell_size_check = ON; ' +
        'PRAGMA secure_delete = ON',
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
  const version = userVersion(database)
  const created = version === 0
  if (created) assertNew(known)
  const tails = created ? new Map<string, Tail>() : verifyStore(database, known)
  try {
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    if (version < formatVersion) bringUpToDate(database, created)
  } catch (error) {
    throw openingError(error, folder)
  }
  return tails
}

function bringUpToDate(database: DatabaseSync, created: boolean): void {
  const steps = `${created ? tables : ''} ${keyTable} PRAGMA user_version = ${formatVersion};`
  database.exec(`BEGIN IMMEDIATE; ${steps} COMMIT; PRAGMA wal_checkpoint(PASSIVE)`)
}

/** Closing would fold the intact part of a damaged log into the database and delete the rest: keep it for an expert. */
function keepLog(log: string): void {
  const kept = `${log}.damaged`
  if (sizeOf(log) > 0 && !existsSync(kept)) copyFileSync(log, kept, constants.COPYFILE_EXCL)
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
