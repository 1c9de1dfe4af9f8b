import type { DownMessage, PatchMessage, ViewMessage } from '@openfloor/shared/protocol.ts'
import type { Presence } from '@openfloor/shared/views/moderators.ts'
import { applyPatch } from '@openfloor/shared/views/patch.ts'
import type { Audience, View } from '@openfloor/shared/views/view.ts'

/** `resync`: something was lost or the patch does not fit, and the whole view must be asked for. */
export type Reception = 'taken' | 'ignored' | 'resync'

/** Where a part of the view stands; as long as it came with a whole view, patches of it may start before that view. */
interface PartVersion {
  readonly version: number
  readonly fromView: boolean
}

interface Picture {
  readonly epoch: string
  readonly version: number
  readonly view: View
}

/**
 * The view of one connection after another, put together from whole views and patches. Every connection begins with a
 * whole view; one that comes from a node which is a little behind is kept up to date but not shown until it has
 * caught up, so that nobody sees the meeting run backwards.
 */
export class ViewStore {
  #stream: Picture | null = null
  #shown: Picture | null = null
  #parts: ReadonlyMap<Audience, PartVersion> = new Map()
  #presence: Presence | null = null

  /** What to show; unchanged sections keep their identity. Null until the first view. */
  get view(): View | null {
    return this.#shown?.view ?? null
  }

  /** The version of what is shown, 0 before the first view. */
  get version(): number {
    return this.#shown?.version ?? 0
  }

  get presence(): Presence | null {
    return this.#presence
  }

  /** Takes a message in, in the order in which the connection brought it. */
  receive(message: DownMessage): Reception {
    switch (message.type) {
      case 'view':
        return this.#takeView(message)
      case 'patch':
        return this.#takePatch(message)
      case 'presence':
        this.#presence = message.presence
        return 'taken'
    }
  }

  #takeView({ epoch, version, view }: ViewMessage): Reception {
    const audiences = Object.keys(view) as Audience[]
    this.#parts = new Map(audiences.map((audience) => [audience, { version, fromView: true }]))
    return this.#moveTo({ epoch, version, view })
  }

  #takePatch(message: PatchMessage): Reception {
    const { audience, epoch, version, patch } = message
    const stream = this.#stream
    const before = stream?.view[audience]
    const part = this.#parts.get(audience)
    if (!stream || !before || !part || stream.epoch !== epoch) return 'resync'
    if (version <= part.version) return 'ignored'
    if (!fits(message, part)) return 'resync'
    const after = patched(before, patch)
    if (!after) return 'resync'
    this.#parts = new Map(this.#parts).set(audience, { version, fromView: false })
    const view = { ...stream.view, [audience]: after }
    return this.#moveTo({ epoch, version: Math.max(version, stream.version), view })
  }

  #moveTo(picture: Picture): Reception {
    this.#stream = picture
    const isBehind = this.#shown?.epoch === picture.epoch && picture.version < this.#shown.version
    if (!isBehind) this.#shown = picture
    return 'taken'
  }
}

/** A patch counts from the last change of its part, which may lie before the view that the connection began with. */
function fits({ since }: PatchMessage, part: PartVersion): boolean {
  return part.fromView ? since <= part.version : since === part.version
}

function patched<Part extends object>(before: Part, patch: PatchMessage['patch']): Part | null {
  try {
    return applyPatch(before, patch)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
