import type { ListRow } from '@openfloor/shared/views/public.ts'

/** Where a dragged row would land: before or behind the row under the pointer. */
export type Side = 'before' | 'behind'

/** `after` for a row one place up (-1) or down (+1); null is the head of the list. */
export function afterForStep(rows: readonly ListRow[], at: number, step: -1 | 1): string | null {
  return rows[step === 1 ? at + 1 : at - 2]?.requestId ?? null
}

/** `after` for the head of the list. */
export function afterForTop(): null {
  return null
}

/** `after` for a row dropped beside another; undefined where it would stay in its place. */
export function afterForDrop(
  rows: readonly ListRow[],
  draggedId: string,
  overId: string,
  side: Side,
): string | null | undefined {
  const over = rows.findIndex(({ requestId }) => requestId === overId)
  const dragged = rows.findIndex(({ requestId }) => requestId === draggedId)
  if (over < 0 || dragged < 0) return undefined
  const behind = side === 'behind' ? over : over - 1
  if (behind === dragged || behind === dragged - 1) return undefined
  return rows[behind]?.requestId ?? null
}
