import type { DownMessage } from '@openfloor/shared/protocol.ts'
import type { Role } from '@openfloor/shared/meeting/state.ts'
import type { Audience, View } from '@openfloor/shared/views/view.ts'
import type { Random } from './random.ts'

/** A part of a view as somebody saw it at a version. */
export interface Sighting {
  readonly role: Role
  readonly personId: string | null
  readonly audience: Audience
  readonly version: number
  readonly part: unknown
}

interface Viewer {
  readonly name: string
  readonly role: Role
  readonly personId: string | null
}

interface SeenUpTo {
  readonly epoch: string
  readonly version: number
}

const KEPT = 0.1

/** What pages see meanwhile: that no part ever goes back, and some of it to be held against the record afterwards. */
export class Sightings {
  readonly kept: Sighting[] = []
  readonly faults: string[] = []
  views = 0
  patches = 0
  /** How often somebody noticed that something was lost, and asked for the whole view. */
  asks = 0
  readonly #random: Random
  readonly #upTo = new Map<string, SeenUpTo>()

  constructor(random: Random) {
    this.#random = random
  }

  /** A page was reloaded and has seen nothing. */
  forget(name: string): void {
    for (const key of [...this.#upTo.keys()]) if (key.startsWith(`${name}/`)) this.#upTo.delete(key)
  }

  saw(viewer: Viewer, message: DownMessage, view: View | null): void {
    if (message.type === 'presence') return
    if (message.type === 'patch') this.patches++
    else this.views++
    const audiences =
      message.type === 'patch' ? [message.audience] : (Object.keys(message.view) as Audience[])
    for (const audience of audiences) {
      if (!this.#goesOn(`${viewer.name}/${audience}`, message)) continue
      const { role, personId } = viewer
      const part = view![audience]
      if (this.#random.chance(KEPT))
        this.kept.push({ role, personId, audience, version: message.version, part })
    }
  }

  /** False for a patch that was known already. */
  #goesOn(key: string, { type, epoch, version }: Exclude<DownMessage, { type: 'presence' }>): boolean {
    const before = this.#upTo.get(key)
    const isBack = before?.epoch === epoch && version < before.version
    if (isBack && type === 'view') this.faults.push(`${key} went from ${before.version} back to ${version}`)
    if (!isBack) this.#upTo.set(key, { epoch, version })
    return !isBack
  }
}
