import type { Commit } from '@openfloor/shared/commit.ts'
import { decodeCommit, hashOfBody } from './commit-hash.ts'
import { CorruptJournal } from './errors.ts'

/** A commit as a store keeps it: `body` is the very text that `hash` was computed from. */
export interface StoredCommit {
  readonly meetingId: string
  readonly version: number
  readonly hash: string
  readonly body: string
}

/** How far a meeting's record goes. */
export interface Reach {
  readonly version: number
  readonly hash: string
}

/** The end of a meeting's record: all that an append is checked against. */
export interface Tail extends Reach {
  readonly epoch: string
  readonly at: number
}

/** Checks one stored commit against the end of what goes before it, and returns the new end. Throws CorruptJournal. */
export function verifyNext(tail: Tail | undefined, row: StoredCommit): Tail {
  const version = (tail?.version ?? 0) + 1
  const { meetingId, hash } = row
  verifyRow(row, version)
  const commit = parse(row)
  const agrees =
    commit.meetingId === meetingId &&
    commit.version === version &&
    commit.previousHash === (tail?.hash ?? '') &&
    commit.epoch === (tail?.epoch ?? commit.epoch)
  if (!agrees) throw new CorruptJournal({ meetingId, version, what: 'does not continue the one before it' })
  return { version, hash, epoch: commit.epoch, at: commit.at }
}

/** Checks that a stored commit has the version it should have and is what was hashed. Throws CorruptJournal. */
export function verifyRow({ meetingId, version, hash, body }: StoredCommit, expected: number): void {
  if (version !== expected) throw new CorruptJournal({ meetingId, version: expected, what: 'is missing' })
  if (hashOfBody(body) !== hash)
    throw new CorruptJournal({ meetingId, version, what: 'is not what was stored' })
}

/** Checks that a meeting's record goes at least as far as it is known to have gone. Throws CorruptJournal. */
export function verifyReach(meetingId: string, tail: Tail | undefined, known: Reach): void {
  const version = (tail?.version ?? 0) + 1
  if (version <= known.version) throw new CorruptJournal({ meetingId, version, what: 'is missing' })
}

/** Checks that a meeting's record ends exactly where the store noted its end. Throws CorruptJournal. */
export function verifyEnd(meetingId: string, tail: Tail, noted: Reach | undefined): void {
  if (noted !== undefined) verifyReach(meetingId, tail, noted)
  if (noted?.version === tail.version && noted.hash === tail.hash) return
  const version = Math.min(tail.version, (noted?.version ?? 0) + 1)
  throw new CorruptJournal({ meetingId, version, what: 'is not the one noted as the last' })
}

function parse({ meetingId, version, body }: StoredCommit): Commit {
  try {
    return decodeCommit(body)
  } catch (error) {
    const what = `cannot be parsed (${error instanceof Error ? error.message : String(error)})`
    throw new CorruptJournal({ meetingId, version, what })
  }
}
