import type { DatabaseSync } from 'node:sqlite'
import { verifyEnd, verifyNext, verifyReach, type Reach, type StoredCommit, type Tail } from './chain.ts'
import { CorruptJournal } from './errors.ts'
import { textOf } from './sqlite-errors.ts'

const allCommits = 'SELECT meeting AS meetingId, version, hash, body FROM commits ORDER BY meeting, version'

/**
 * Reads the whole store and returns the end of each meeting. `known` is what the witness remembers. Throws
 * CorruptJournal with the first commit that is missing, altered or not readable.
 */
export function verifyStore(database: DatabaseSync, known: ReadonlyMap<string, Reach>): Map<string, Tail> {
  const tails = verifyCommits(database, known)
  const noted = readTails(database)
  for (const [meetingId, tail] of tails) verifyEnd(meetingId, tail, noted.get(meetingId))
  for (const reaches of [noted, known]) {
    for (const [meetingId, reach] of reaches) verifyReach(meetingId, tails.get(meetingId), reach)
  }
  verifyPages(database)
  return tails
}

function verifyCommits(database: DatabaseSync, known: ReadonlyMap<string, Reach>): Map<string, Tail> {
  const tails = new Map<string, Tail>()
  let last: { meetingId: string; version: number } | null = null
  try {
    for (const row of database.prepare(allCommits).iterate() as Iterable<StoredCommit & object>) {
      const tail = verifyNext(tails.get(row.meetingId), row)
      verifyWitnessed(row, known.get(row.meetingId))
      tails.set(row.meetingId, tail)
      last = row
    }
  } catch (error) {
    throw named(error, last)
  }
  return tails
}

function verifyWitnessed({ meetingId, version, hash }: StoredCommit, known: Reach | undefined): void {
  if (known?.version !== version || known.hash === hash) return
  throw new CorruptJournal({ meetingId, version, what: 'is not the one that was stored' })
}

function readTails(database: DatabaseSync): Map<string, Reach> {
  try {
    const rows = database.prepare('SELECT meeting AS meetingId, version, hash FROM tails').all()
    return new Map((rows as unknown as StoredCommit[]).map((row) => [row.meetingId, row]))
  } catch (error) {
    throw named(error, null)
  }
}

/** What the commits do not show: indexes and free pages, which the next append would build upon. */
function verifyPages(database: DatabaseSync): void {
  const found = database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']
  if (found !== 'ok') throw new CorruptJournal({ meetingId: null, version: null, what: String(found) })
}

/** SQLite says that a page is damaged but not what was on it: it is what comes after the last commit read. */
function named(error: unknown, last: { meetingId: string; version: number } | null): unknown {
  if (error instanceof CorruptJournal) return error
  const what = `cannot be read (${textOf(error)})`
  if (last === null) return new CorruptJournal({ meetingId: null, version: null, what })
  return new CorruptJournal({ meetingId: last.meetingId, version: last.version + 1, what })
}
