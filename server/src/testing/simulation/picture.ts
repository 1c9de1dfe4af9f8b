import type { PublicFloor, PublicSegment } from '@openfloor/shared/views/public.ts'
import type { ModeratorRow, ModeratorsView } from '@openfloor/shared/views/moderators.ts'
import type { View } from '@openfloor/shared/views/view.ts'

/** What a moderator looks at when they decide: from the view on their page and from nothing else. */
export interface Picture {
  readonly view: View
  readonly moderators: ModeratorsView
  readonly current: PublicSegment
  readonly next: PublicSegment
  /** Who waits in the current segment. */
  readonly rows: readonly ModeratorRow[]
  readonly floor: PublicFloor | null
}

/** Null unless the meeting runs. */
export function pictureOf(view: View): Picture | null {
  const { currentSegmentId, segments } = view.public.programme
  const at = segments.findIndex(({ id }) => id === currentSegmentId)
  const { moderators } = view
  if (at === -1 || !moderators) return null
  const next = segments[(at + 1) % segments.length]!
  const rows = moderators.lists[currentSegmentId!] ?? []
  return { view, moderators, current: segments[at]!, next, rows, floor: view.public.floor }
}
