import type { Commit, CommitDraft } from '@openfloor/shared/commit.ts'
import type { Appended } from './journal.ts'
import type { StoredCommit, Tail } from './chain.ts'
import { commitOf, encodeCommit, hashOfBody } from './commit-hash.ts'
import { BatchKeys, type KeyRing } from './sealing.ts'

/** A commit ready to be written, in plain words, and what is to be stored of it, sealed. */
interface StagedCommit {
  readonly commit: Commit
  readonly row: StoredCommit
}

/** What a batch of drafts comes to: for each draft its commit, or null for a conflict; and the new ends. */
export interface Staged {
  readonly commits: readonly (StagedCommit | null)[]
  readonly tails: ReadonlyMap<string, Tail>
  /** Keys to store, and to destroy, together with the commits. */
  readonly keys: Pick<BatchKeys, 'made' | 'erased'>
}

/** What a batch is checked against, and sealed with. */
export interface Basis extends KeyRing {
  tailOf(meetingId: string): Tail | undefined
}

/** Checks drafts in order against the ends of their meetings and each other (J2 to J6). Writes nothing. */
export function stage(drafts: readonly CommitDraft[], basis: Basis): Staged {
  const keys = new BatchKeys(basis)
  const tails = new Map<string, Tail>()
  const broken = new Set<string>()
  const commits = drafts.map((draft) => {
    const tail = tails.get(draft.meetingId) ?? basis.tailOf(draft.meetingId)
    if (broken.has(draft.meetingId) || !continues(draft, tail)) {
      broken.add(draft.meetingId)
      return null
    }
    const staged = stamp(draft, tail, keys)
    tails.set(draft.meetingId, tailAfter(staged))
    return staged
  })
  return { commits, tails, keys }
}

/** The answers to a batch that was written (`full` false), or for which there was no room. */
export function answersTo(staged: Staged, full: boolean): readonly Appended[] {
  return staged.commits.map((entry) => {
    if (entry === null) return { status: 'conflict' }
    if (full) return { status: 'refused', reason: 'storage-full' }
    return { status: 'durable', commit: entry.commit }
  })
}

function continues(draft: CommitDraft, tail: Tail | undefined): boolean {
  if (tail === undefined) return draft.version === 1
  return draft.version === tail.version + 1 && draft.epoch === tail.epoch
}

function stamp(draft: CommitDraft, tail: Tail | undefined, keys: BatchKeys): StagedCommit {
  const at = Math.max(draft.at, tail?.at ?? draft.at)
  const commit = commitOf(draft, { at, previousHash: tail?.hash ?? '' })
  const body = encodeCommit(keys.seal(commit))
  return { commit, row: { meetingId: draft.meetingId, version: draft.version, hash: hashOfBody(body), body } }
}

function tailAfter({ commit, row }: StagedCommit): Tail {
  return { version: commit.version, hash: row.hash, epoch: commit.epoch, at: commit.at }
}
