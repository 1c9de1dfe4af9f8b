import type { Instant } from '../clock/clock.ts'

/** [E5] Fixed starts stand in the order of the programme, none before the meeting's own start. */
export function fixedStartsAscend(
  startsAt: Instant,
  segments: readonly { readonly fixedStartAt: Instant | null }[],
): boolean {
  let latest = startsAt
  for (const { fixedStartAt } of segments) {
    if (fixedStartAt === null) continue
    if (fixedStartAt < latest) return false
    latest = fixedStartAt
  }
  return true
}

/** [E4] The segments of one session follow one another. */
export function segmentsContiguous(segments: readonly { readonly sessionId: string }[]): boolean {
  const headings = segments
    .map((segment) => segment.sessionId)
    .filter((sessionId, at, all) => sessionId !== all[at - 1])
  return new Set(headings).size === headings.length
}

/** `items` with `item` behind the one called `after`, or at the head when `after` is null or not there. */
export function insertAfter<Item>(
  items: readonly Item[],
  item: Item,
  after: string | null,
  idOf: (item: Item) => string,
): Item[] {
  const at = after === null ? 0 : items.findIndex((other) => idOf(other) === after) + 1
  return [...items.slice(0, at), item, ...items.slice(at)]
}
