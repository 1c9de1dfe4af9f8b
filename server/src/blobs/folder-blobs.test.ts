import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../journal/testing/folder.ts'
import { hashOfBlob } from './blobs.ts'
import { blobsContract, type BlobsHarness } from './blobs-contract.ts'
import { openFolderBlobs } from './folder-blobs.ts'

const bytes = new TextEncoder().encode('a statement')

/** The next files are written to a device in their place, so that the kernel itself gives the errors of a sick disk. */
function sickDisk(folder: string) {
  let device: string | null = null
  const newId = () => {
    const id = randomUUID()
    if (device !== null) symlinkSync(device, join(folder, `${id}.new`))
    return id
  }
  return { newId, become: (next: '/dev/full' | '/dev/null' | null) => void (device = next) }
}

blobsContract('FolderBlobs', async () => {
  const folder = temporaryFolder()
  const path = join(folder.path, 'blobs')
  const disk = sickDisk(path)
  const harness = {
    blobs: await openFolderBlobs(path, disk.newId),
    reopen: async () => (harness.blobs = await openFolderBlobs(path, disk.newId)),
    damage: async (hash: string) => {
      const content = readFileSync(join(path, hash))
      content[0]! ^= 1
      writeFileSync(join(path, hash), content)
    },
    fill: async () => disk.become('/dev/full'),
    free: async () => disk.become(null),
    count: async () => readdirSync(path).length,
    dispose: async () => folder.remove(),
  }
  return harness satisfies BlobsHarness
})

function emptyFolder(): string {
  const folder = temporaryFolder()
  onTestFinished(folder.remove)
  return folder.path
}

test('what a process left unfinished when it died is gone at the next start', async () => {
  const path = emptyFolder()
  writeFileSync(join(path, 'left-over.new'), 'half a sta')
  await (await openFolderBlobs(path, randomUUID)).put(bytes)
  expect(readdirSync(path)).toEqual([hashOfBlob(bytes)])
})

test('a disk that cannot sync stores nothing and says so', async () => {
  const path = emptyFolder()
  const disk = sickDisk(path)
  const blobs = await openFolderBlobs(path, disk.newId)
  disk.become('/dev/null')
  await expect(blobs.put(bytes)).rejects.toThrow(/EINVAL/)
  expect(readdirSync(path)).toEqual([])
})

test('only the server’s user can read the files', async () => {
  const path = join(emptyFolder(), 'blobs')
  await (await openFolderBlobs(path, randomUUID)).put(bytes)
  expect(statSync(path).mode & 0o777).toBe(0o700)
  expect(statSync(join(path, hashOfBlob(bytes))).mode & 0o777).toBe(0o600)
})
