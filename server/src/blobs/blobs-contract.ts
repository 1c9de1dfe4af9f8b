import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { CorruptBlob, hashOfBlob, type Blobs } from './blobs.ts'

/** One store under test, and what can happen to it. */
export interface BlobsHarness {
  blobs: Blobs
  /** Ends the process and opens the store again. */
  reopen(): Promise<Blobs>
  /** Changes a byte of a blob behind the store's back. */
  damage(hash: string): Promise<void>
  /** From now on the disk is full. */
  fill(): Promise<void>
  /** There is room again. */
  free(): Promise<void>
  /** How many files the store keeps, also unfinished ones. */
  count(): Promise<number>
  dispose(): Promise<void>
}

const bytesOf = (text: string) => new TextEncoder().encode(text)
const full = { status: 'refused', reason: 'storage-full' }

const contract: Readonly<Record<string, (harness: BlobsHarness) => Promise<void>>> = {
  '[BL1] what was put is there, byte for byte, also after a restart': async (harness) => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => index % 251)
    const hash = hashOfBlob(bytes)
    expect(await harness.blobs.put(bytes)).toEqual({ status: 'stored', hash, isNew: true })
    expect(await read(harness.blobs, hash)).toEqual([...bytes])
    expect(await read(await harness.reopen(), hash)).toEqual([...bytes])
  },
  '[BL1] an empty blob is a blob': async ({ blobs }) => {
    const hash = hashOfBlob(new Uint8Array())
    await blobs.put(new Uint8Array())
    expect(await read(blobs, hash)).toEqual([])
  },
  '[BL2] the same bytes are one blob, whoever puts them and when': async (harness) => {
    const both = await Promise.all([1, 2].map(() => harness.blobs.put(bytesOf('the same'))))
    expect(both.map(({ status }) => status)).toEqual(['stored', 'stored'])
    expect(await harness.blobs.put(bytesOf('the same'))).toMatchObject({ isNew: false })
    expect(await (await harness.reopen()).put(bytesOf('the same'))).toMatchObject({ isNew: false })
    expect(await harness.count()).toBe(1)
  },
  '[BL3] what is not there is undefined, also under a name that is no hash': async ({ blobs }) => {
    for (const hash of [hashOfBlob(bytesOf('never')), '', '..', '../journal.db', 'a'.repeat(63)]) {
      expect(await blobs.get(hash)).toBeUndefined()
      await blobs.delete(hash)
    }
  },
  '[BL4] what was deleted is gone, and can come back': async (harness) => {
    const hash = hashOfBlob(bytesOf('a life'))
    await harness.blobs.put(bytesOf('a life'))
    await harness.blobs.put(bytesOf('another'))
    await harness.blobs.delete(hash)
    await harness.blobs.delete(hash)
    expect(await harness.blobs.get(hash)).toBeUndefined()
    const blobs = await harness.reopen()
    expect(await blobs.get(hash)).toBeUndefined()
    expect(await harness.count()).toBe(1)
    expect(await blobs.list()).toEqual([hashOfBlob(bytesOf('another'))])
    expect(await blobs.put(bytesOf('a life'))).toMatchObject({ isNew: true })
  },
  '[BL5] on a full disk nothing is stored or lost, and reading goes on': async (harness) => {
    const { blobs } = harness
    const hash = hashOfBlob(bytesOf('before'))
    await blobs.put(bytesOf('before'))
    await harness.fill()
    expect(await blobs.put(bytesOf('too late'))).toEqual(full)
    expect(await harness.count()).toBe(1)
    expect(await read(blobs, hash)).toEqual([...bytesOf('before')])
    expect(await blobs.put(bytesOf('before'))).toMatchObject({ status: 'stored', isNew: false })
    await harness.free()
    expect(await blobs.put(bytesOf('too late'))).toMatchObject({ status: 'stored', isNew: true })
  },
  '[BL6] a damaged blob is never given, and put again it is whole': async (harness) => {
    const { blobs } = harness
    const hash = hashOfBlob(bytesOf('a statement'))
    await blobs.put(bytesOf('a statement'))
    await harness.damage(hash)
    await expect(blobs.get(hash)).rejects.toThrow(CorruptBlob)
    await expect(blobs.get(hash)).rejects.toThrow(hash)
    expect(await blobs.put(bytesOf('a statement'))).toMatchObject({ isNew: true })
    expect(await read(blobs, hash)).toEqual([...bytesOf('a statement')])
  },
}

/** What every implementation of `Blobs` must do. */
export function blobsContract(name: string, open: () => Promise<BlobsHarness>): void {
  describe(`${name} keeps the contract of Blobs`, () => {
    let harness: BlobsHarness
    beforeEach(async () => {
      harness = await open()
    })
    afterEach(() => harness.dispose())
    for (const [title, run] of Object.entries(contract)) test(title, () => run(harness))
  })
}

async function read(blobs: Blobs, hash: string): Promise<number[] | undefined> {
  const bytes = await blobs.get(hash)
  return bytes && [...bytes]
}
