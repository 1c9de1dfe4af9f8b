import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs'
import { crc32 } from 'node:zlib'
import type { Reach } from './chain.ts'

/** The file is written anew when it is longer than this and than four times what it has to say. */
const rewriteBytes = 1024 * 1024

/** How far each meeting went according to the witness; empty if there is none. Lines that were torn are passed over. */
export function readWitness(path: string): Map<string, Reach> {
  const reaches = new Map<string, Reach>()
  for (const line of readIfThere(path).split('\n')) {
    const text = line.slice(9)
    if (line.slice(0, 8) !== checksum(text)) continue
    const [meetingId, version, hash] = JSON.parse(text) as [string, number, string]
    if (version > (reaches.get(meetingId)?.version ?? 0)) reaches.set(meetingId, { version, hash })
  }
  return reaches
}

/**
 * How far each meeting went, noted in a file of its own after each commit. SQLite drops the end of a damaged or
 * missing write-ahead log without a word; this file is what remembers that there was more. It is written after the
 * log is on the disk and never synced, so it may lag behind the store but is never ahead of an undamaged one.
 */
export class TailWitness {
  readonly #path: string
  readonly #reaches: Map<string, Reach>
  #file: number
  #positionBytes = 0
  #compactBytes = 0

  /** Writes the file anew with `reaches`. */
  constructor(path: string, reaches: ReadonlyMap<string, Reach>) {
    this.#path = path
    this.#reaches = new Map(reaches)
    this.#file = openSync(path, constants.O_RDWR | constants.O_CREAT)
    this.#positionBytes = fstatSync(this.#file).size
    this.#rewrite()
  }

  /** Notes ends that are durable. Does without if the disk is full; throws on any other error. */
  note(reaches: ReadonlyMap<string, Reach>): void {
    for (const [meetingId, reach] of reaches) this.#reaches.set(meetingId, reach)
    if (this.#positionBytes > Math.max(rewriteBytes, 4 * this.#compactBytes) && this.#rewrite()) return
    const lines = linesOf(reaches)
    if (ifRoom(() => writeAt(this.#file, lines, this.#positionBytes))) this.#positionBytes += lines.length
  }

  /** Forgets a meeting that is about to be removed. False if the disk is full: then nothing must be removed. */
  forget(meetingId: string): boolean {
    this.#reaches.delete(meetingId)
    return this.#rewrite()
  }

  close(): void {
    closeSync(this.#file)
  }

  #rewrite(): boolean {
    return ifRoom(() => {
      const lines = linesOf(this.#reaches)
      writeWhole(`${this.#path}.new`, lines)
      renameSync(`${this.#path}.new`, this.#path)
      closeSync(this.#file)
      this.#file = openSync(this.#path, 'r+')
      this.#positionBytes = this.#compactBytes = lines.length
    })
  }
}

/** Begins and ends with a line feed, so that what a torn write left before and behind it stays apart. */
function linesOf(reaches: ReadonlyMap<string, Reach>): Buffer {
  const lines = [...reaches].map(([meetingId, { version, hash }]) => {
    const text = JSON.stringify([meetingId, version, hash])
    return `${checksum(text)} ${text}\n`
  })
  return Buffer.from(`\n${lines.join('')}`)
}

function checksum(text: string): string {
  return crc32(text).toString(16).padStart(8, '0')
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return ''
    throw error
  }
}

function writeWhole(path: string, bytes: Buffer): void {
  const file = openSync(path, 'w')
  try {
    writeAt(file, bytes, 0)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

function writeAt(file: number, bytes: Buffer, positionBytes: number): void {
  let doneBytes = 0
  while (doneBytes < bytes.length) {
    doneBytes += writeSync(file, bytes, doneBytes, bytes.length - doneBytes, positionBytes + doneBytes)
  }
}

/** False if the disk was full; what was written by then is overwritten by what comes next. */
function ifRoom(write: () => void): boolean {
  try {
    write()
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOSPC' || codeOf(error) === 'EDQUOT') return false
    throw error
  }
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}
