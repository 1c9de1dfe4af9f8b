import type { Instant } from '@openfloor/shared/clock/clock.ts'
import type { PatchMessage } from '@openfloor/shared/protocol.ts'
import { diff } from '@openfloor/shared/views/patch.ts'
import type { Audience } from '@openfloor/shared/views/view.ts'

/** One part of the view as its audience was last sent it, and the version that this was. */
export class ViewPart<Part extends object> {
  readonly #audience: Audience
  #sent: Part
  #version: number

  constructor(audience: Audience, sent: Part, version: number) {
    this.#audience = audience
    this.#sent = sent
    this.#version = version
  }

  get sent(): Part {
    return this.#sent
  }

  /** Moves on to `next`; the message that takes the audience there, or null when nothing changed. */
  moveTo(
    next: Part,
    at: { readonly epoch: string; readonly version: number; readonly now: Instant },
  ): PatchMessage | null {
    const patch = diff(this.#sent, next)
    if (!patch) return null
    const since = this.#version
    this.#sent = next
    this.#version = at.version
    return { type: 'patch', audience: this.#audience, since, ...at, patch }
  }
}
