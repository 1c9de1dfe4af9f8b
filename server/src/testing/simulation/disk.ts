import type { CommitDraft } from '@openfloor/shared/commit.ts'
import type { Random } from './random.ts'

const WRITE_MS = 40
const STALL_MS = 500

export type DiskState = 'sound' | 'full' | 'broken'

/** A disk that takes its time, is full for a while, or fails an fsync. */
export class SimulatedDisk {
  state: DiskState = 'sound'
  readonly #random: Random
  #inHand: readonly CommitDraft[] = []

  constructor(random: Random) {
    this.#random = random
  }

  /**
   * What was being written when the process ended. It may be on the disk or not, and nobody was told; asking forgets
   * it.
   */
  takeUnsure(): readonly CommitDraft[] {
    const unsure = this.#inHand
    this.#inHand = []
    return unsure
  }

  /** The disk as one process writes to it; `isAlive` says whether that process still is there. */
  for(isAlive: () => boolean): (drafts: readonly CommitDraft[]) => Promise<'written' | 'full'> {
    return (drafts) => {
      this.#inHand = drafts
      const takesMs = this.#random.chance(0.05) ? STALL_MS : this.#random.below(WRITE_MS)
      return new Promise((resolve, reject) => {
        setTimeout(() => {
          if (!isAlive()) return
          if (this.state === 'broken') return reject(new Error('fsync failed'))
          this.#inHand = []
          resolve(this.state === 'full' ? 'full' : 'written')
        }, takesMs)
      })
    }
  }
}
