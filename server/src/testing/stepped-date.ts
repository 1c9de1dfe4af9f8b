import { globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The date of a machine as one process sees it, which can be set by hand while it runs, as an administrator or a bad time
 * server would (Debian's `faketime`). The monotonic clock goes on as it does on a real machine.
 */
export class SteppedDate {
  readonly #file: string

  /** Kept in a file in that folder. Throws with what to install where there is no libfaketime: a missing tool is a failure. */
  constructor(folder: string) {
    this.#file = join(folder, 'date')
    this.set(0)
  }

  /** From now on the date is so much ahead of the true one; negative: behind. */
  set(aheadSeconds: number): void {
    writeFileSync(this.#file, `${aheadSeconds < 0 ? '' : '+'}${aheadSeconds}\n`)
  }

  /** What the process is started with. */
  get environment(): Readonly<Record<string, string>> {
    const [library] = globSync('/usr/lib/*/faketime/libfaketimeMT.so.1')
    if (library === undefined)
      throw new Error('There is no libfaketime: install it with "apt-get install faketime".')
    return {
      LD_PRELOAD: library,
      FAKETIME_TIMESTAMP_FILE: this.#file,
      FAKETIME_NO_CACHE: '1',
      DONT_FAKE_MONOTONIC: '1',
    }
  }
}
