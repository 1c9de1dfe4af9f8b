import { createHash } from 'node:crypto'
import type { Commit, CommitDraft } from '@openfloor/shared/commit.ts'

/** What the journal adds to a draft: the time as stored (J4) and the hash of the commit before it (J5). */
export interface CommitStamp {
  readonly at: number
  readonly previousHash: string
}

/** The commit of a draft; the order of its fields is the order in which they are hashed. */
export function commitOf(draft: CommitDraft, stamp: CommitStamp): Commit {
  return {
    meetingId: draft.meetingId,
    epoch: draft.epoch,
    version: draft.version,
    id: draft.id,
    at: stamp.at,
    by: draft.by,
    commandId: draft.commandId,
    command: draft.command,
    events: draft.events,
    previousHash: stamp.previousHash,
  }
}

/** The canonical text of a commit: JSON, fields in the order of `commitOf`. Stored as it is, and hashed as UTF-8. */
export function encodeCommit(commit: Commit): string {
  return JSON.stringify(commitOf(commit, commit))
}

/** The commit of a stored text. Call it only on a text whose hash has been checked; throws on what is no JSON. */
export function decodeCommit(body: string): Commit {
  return JSON.parse(body) as Commit
}

/** SHA-256, base64url, of a commit's canonical text. */
export function hashOfBody(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('base64url')
}
