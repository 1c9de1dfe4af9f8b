import type { Direction } from './programme-layout.ts'

/** With the item at that place moved one up or down; the same items where there is nowhere to go. */
export function stepped<Item>(items: readonly Item[], index: number, direction: Direction): readonly Item[] {
  const to = direction === 'up' ? index - 1 : index + 1
  const item = items[index]
  if (item === undefined || to < 0 || to >= items.length) return items
  return items.toSpliced(index, 1).toSpliced(to, 0, item)
}
