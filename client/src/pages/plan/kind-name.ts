import type { SegmentKind } from '@openfloor/shared/meeting/state.ts'
import { m } from '../../paraglide/messages.js'

const names: Readonly<Record<SegmentKind, () => string>> = {
  plenary: m.kind_plenary,
  panel: m.kind_panel,
  'open-floor': m.kind_open_floor,
  break: m.kind_break,
}

/** The kind of a segment in the reader's language. */
export function kindName(kind: SegmentKind): string {
  return names[kind]()
}
