import type { Commit, CommitDraft } from '@openfloor/shared/commit.ts'

/** What became of an append. */
export type Appended =
  | { readonly status: 'durable'; readonly commit: Commit }
  /** Somebody else was faster: the draft's version is taken, or its epoch is gone. Read on and decide again. */
  | { readonly status: 'conflict' }
  /** The store cannot take it now (disk full); nothing was written, reading goes on. */
  | { readonly status: 'refused'; readonly reason: 'storage-full' }

/** What became of a meeting that was to be forgotten; when there is no room to do so, nothing was changed. */
export type Forgotten = 'forgotten' | 'storage-full'

/**
 * Where commits are kept. The contract suite (`journal-contract.ts`) holds every implementation to these sentences.
 *
 * - J1 An append is answered `durable` only once the commit survives the death of process and machine.
 * - J2 Versions of a meeting are 1, 2, 3… without gap; a draft whose version is not the next is a `conflict`.
 * - J3 A draft whose epoch is not the meeting's is a `conflict`; the first commit sets the epoch.
 * - J4 `at` of the stored commit is never earlier than that of the commit before it, whatever the machine's clock did.
 * - J5 Each commit carries the hash of the one before it, the first one of the empty string.
 * - J6 Appends may be in flight together; those of one meeting are stored in the order they were made. When one is
 *   not stored, those after it are not either.
 * - J7 A follower sees every durable commit once, in version order per meeting, and before or at the same turn of the
 *   event loop as the append's own answer.
 * - J8 What was read is what was appended, to the byte.
 * - J9 A hole, a flipped bit or a truncated end is found when the store opens and named with meeting and version; the
 *   store does not open.
 * - J10 When the store can no longer be trusted (a failed fsync) `failed` settles with the reason, every pending and
 *   later append is rejected, and the process is expected to end and read again.
 * - J11 What names or describes a person is stored only under that person's key. A commit with `person-erased` destroys
 *   the key in the same step: all that was said of them before reads blank from then on, and the hashes still hold.
 * - J12 A meeting that is forgotten is gone from the store, log included; nothing else changes.
 */
export interface Journal {
  /** The ids of all meetings with at least one commit. */
  meetings(): Promise<readonly string[]>
  /** The commits of a meeting above `afterVersion`, in order; empty for a meeting that is not there. */
  read(meetingId: string, afterVersion: number): Promise<readonly Commit[]>
  append(draft: CommitDraft): Promise<Appended>
  /** Removes a meeting with all its commits for good (J12); it is no error if there is none. Nothing may be in flight. */
  forget(meetingId: string): Promise<Forgotten>
  /** Calls `listener` with each commit from now on; returns what ends it. */
  follow(listener: (commit: Commit) => void): () => void
  /** Waits for appends in flight, then lets go of the store. */
  close(): Promise<void>
  /** Settles, with the reason, only if the store can no longer be trusted. */
  readonly failed: Promise<Error>
}
