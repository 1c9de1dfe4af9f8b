import { createHash } from 'node:crypto'

/** What became of a blob that was to be stored. */
export type Stored =
  /** It is on the disk. `isNew`: it was not there before. */
  | { readonly status: 'stored'; readonly hash: string; readonly isNew: boolean }
  /** The disk is full; nothing was changed. */
  | { readonly status: 'refused'; readonly reason: 'storage-full' }

/**
 * Files by the hash of their content: SHA-256 in hexadecimal, see `hashOfBlob`. `blobs-contract.ts` is what every
 * implementation must pass (rules BL1 to BL6 there). What a broken store makes impossible is thrown.
 */
export interface Blobs {
  /** Stores the bytes. Answers once they are durable; the same bytes twice are one blob. */
  put(bytes: Uint8Array): Promise<Stored>
  /** The bytes of that hash, or undefined if there are none. Rejects with CorruptBlob rather than give others. */
  get(hash: string): Promise<Uint8Array | undefined>
  /** The hashes of all blobs that are there. */
  list(): Promise<readonly string[]>
  /** Removes the bytes for good; it is no error if there are none. */
  delete(hash: string): Promise<void>
}

/** The store holds something else under this hash than what was put there. */
export class CorruptBlob extends Error {
  readonly hash: string

  constructor(hash: string) {
    super(`The file ${hash} is damaged: restore the whole data folder from one backup.`)
    this.name = 'CorruptBlob'
    this.hash = hash
  }
}

export function hashOfBlob(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Whether this can be the hash of a blob. Anything else must never become part of a path. */
export function isBlobHash(hash: string): boolean {
  return /^[0-9a-f]{64}$/.test(hash)
}
