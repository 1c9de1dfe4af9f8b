import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { CorruptBlob, hashOfBlob, isBlobHash, type Blobs, type Stored } from './blobs.ts'

/** What has not been renamed yet; left over only by a process that died while it wrote. */
const UNFINISHED = '.new'

type OnDisk =
  { readonly status: 'whole'; readonly bytes: Uint8Array } | { readonly status: 'missing' | 'damaged' }

/**
 * Opens the blobs in `folder`, which is made if it is not there, and takes away what an earlier process left
 * unfinished. Only one process may have it open. `newId` names the files that are being written.
 */
export async function openFolderBlobs(folder: string, newId: () => string): Promise<FolderBlobs> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await sync(dirname(folder))
  const names = await readdir(folder)
  const unfinished = names.filter((name) => name.endsWith(UNFINISHED))
  for (const name of unfinished) await rm(join(folder, name), { force: true })
  return new FolderBlobs(folder, newId)
}

/** One file a blob, named by its hash. A file has its name only when all of it is on the disk. */
export class FolderBlobs implements Blobs {
  readonly #folder: string
  readonly #newId: () => string

  /** Use `openFolderBlobs`. */
  constructor(folder: string, newId: () => string) {
    this.#folder = folder
    this.#newId = newId
  }

  async put(bytes: Uint8Array): Promise<Stored> {
    const hash = hashOfBlob(bytes)
    const known = await readBlob(this.#path(hash), hash)
    if (known.status !== 'whole') return this.#write(hash, bytes)
    // Whoever wrote it may be between its renaming and the end of its sync.
    await sync(this.#folder)
    return { status: 'stored', hash, isNew: false }
  }

  async get(hash: string): Promise<Uint8Array | undefined> {
    if (!isBlobHash(hash)) return undefined
    const found = await readBlob(this.#path(hash), hash)
    if (found.status === 'damaged') throw new CorruptBlob(hash)
    return found.status === 'whole' ? found.bytes : undefined
  }

  async list(): Promise<readonly string[]> {
    return (await readdir(this.#folder)).filter(isBlobHash)
  }

  async delete(hash: string): Promise<void> {
    if (!isBlobHash(hash)) return
    await rm(this.#path(hash), { force: true })
    await sync(this.#folder)
  }

  #path(hash: string): string {
    return join(this.#folder, hash)
  }

  async #write(hash: string, bytes: Uint8Array): Promise<Stored> {
    const unfinished = join(this.#folder, `${this.#newId()}${UNFINISHED}`)
    try {
      await writeDurably(unfinished, bytes)
      await rename(unfinished, this.#path(hash))
    } catch (error) {
      await rm(unfinished, { force: true })
      if (isFull(error)) return { status: 'refused', reason: 'storage-full' }
      throw error
    }
    await sync(this.#folder)
    return { status: 'stored', hash, isNew: true }
  }
}

async function readBlob(path: string, hash: string): Promise<OnDisk> {
  try {
    const bytes = await readFile(path)
    return hashOfBlob(bytes) === hash ? { status: 'whole', bytes } : { status: 'damaged' }
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { status: 'missing' }
    throw error
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the names in a folder durable. */
async function sync(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function isFull(error: unknown): boolean {
  return codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT'
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}
