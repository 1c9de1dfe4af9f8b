import { blobsContract, type BlobsHarness } from './blobs-contract.ts'
import { MemoryBlobs } from './memory-blobs.ts'

blobsContract('MemoryBlobs', async () => {
  const blobs = new MemoryBlobs()
  return {
    blobs,
    reopen: async () => blobs,
    damage: async (hash) => {
      blobs.stored.get(hash)![0]! ^= 1
    },
    fill: async () => void (blobs.isFull = true),
    free: async () => void (blobs.isFull = false),
    count: async () => blobs.stored.size,
    dispose: async () => {},
  } satisfies BlobsHarness
})
