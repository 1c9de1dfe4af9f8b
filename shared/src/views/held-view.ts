import type { PatchMessage, ViewMessage } from '../protocol.ts'
import { applyPatch } from './patch.ts'
import type { Audience, View } from './view.ts'

/** The view as one client holds it; each part is at a version of its own. */
export interface HeldView {
  readonly epoch: string
  readonly versions: Readonly<Record<Audience, number>>
  readonly view: View
}

/** What a message does to a held view. `lost`: an earlier message is missing, ask for the whole view. */
export type Received = { readonly status: 'held'; readonly held: HeldView } | { readonly status: 'lost' }

/** The view after a message; nothing is held before the first view message. */
export function receive(held: HeldView | null, message: ViewMessage | PatchMessage): Received {
  if (message.type === 'view') return { status: 'held', held: whole(message) }
  if (!held || held.epoch !== message.epoch) return { status: 'lost' }
  const at = held.versions[message.audience]
  if (message.version <= at) return { status: 'held', held }
  if (message.since > at) return { status: 'lost' }
  return patched(held, message)
}

function whole({ epoch, version, view }: ViewMessage): HeldView {
  const others = { moderators: version, rapporteur: version, personal: version }
  return { epoch, view, versions: { public: version, screens: version, ...others } }
}

function patched(held: HeldView, { audience, version, patch }: PatchMessage): Received {
  const part = held.view[audience]
  if (!part) return { status: 'lost' }
  try {
    const view = { ...held.view, [audience]: applyPatch(part, patch) }
    return { status: 'held', held: { ...held, view, versions: { ...held.versions, [audience]: version } } }
  } catch (error) {
    if (error instanceof RangeError) return { status: 'lost' }
    throw error
  }
}
