import type { RefusalCode } from '@openfloor/shared/meeting/refusals.ts'
import type { CommandResult } from '@openfloor/shared/protocol.ts'
import type { Problem } from '../../session/http.ts'
import { problemOf } from '../../session/refusal-texts.ts'

/** One command on its way: whether it is pending, and why the last one was not carried out. */
export class Submission {
  #isPending = $state(false)
  #problem = $state.raw<Problem | null>(null)

  get isPending(): boolean {
    return this.#isPending
  }

  /** Null once the next one is sent. */
  get problem(): Problem | null {
    return this.#problem
  }

  /** The problem if it is one of these, to stand beside the field that it is about. */
  problemOf(...codes: readonly RefusalCode[]): Problem | null {
    return this.#problem !== null && (codes as readonly string[]).includes(this.#problem)
      ? this.#problem
      : null
  }

  forget(): void {
    this.#problem = null
  }

  /** Sends, unless the last one is still pending; true when it was carried out. */
  async run(send: () => Promise<CommandResult>): Promise<boolean> {
    if (this.#isPending) return false
    this.#isPending = true
    this.#problem = null
    const result = await send()
    this.#isPending = false
    this.#problem = problemOf(result)
    return this.#problem === null
  }
}
