import { CorruptBlob, hashOfBlob, type Blobs, type Stored } from './blobs.ts'

/** Blobs in memory, for tests: the whole contract, save that nothing survives the process. */
export class MemoryBlobs implements Blobs {
  /** What is there; a test may look, damage, and count. */
  readonly stored = new Map<string, Uint8Array>()
  /** While it is true, the disk is full. */
  isFull = false

  put(bytes: Uint8Array): Promise<Stored> {
    const hash = hashOfBlob(bytes)
    const known = this.stored.get(hash)
    const isNew = known === undefined || hashOfBlob(known) !== hash
    if (isNew && this.isFull) return Promise.resolve({ status: 'refused', reason: 'storage-full' })
    if (isNew) this.stored.set(hash, bytes.slice())
    return Promise.resolve({ status: 'stored', hash, isNew })
  }

  async get(hash: string): Promise<Uint8Array | undefined> {
    const bytes = this.stored.get(hash)
    if (bytes && hashOfBlob(bytes) !== hash) throw new CorruptBlob(hash)
    return bytes?.slice()
  }

  list(): Promise<readonly string[]> {
    return Promise.resolve([...this.stored.keys()])
  }

  delete(hash: string): Promise<void> {
    this.stored.delete(hash)
    return Promise.resolve()
  }
}
