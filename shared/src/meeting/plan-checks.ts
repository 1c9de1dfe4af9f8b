import type { Instant } from '../clock/clock.ts'
import type { Phase, Segment } from './state.ts'

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

/** What of a meeting says whether there is room for what is planned; a segment of a draft was not entered. */
interface PlannedRoom {
  readonly startsAt: Instant
  readonly phase: Phase
  readonly segments: readonly (Pick<Segment, 'id' | 'kind' | 'durationMs' | 'fixedStartAt'> &
    Partial<Pick<Segment, 'startedAt'>>)[]
}

/**
 * [E10] By how much fixed starts come too early for what is planned between the one before, or the start of a meeting that
 * has not begun, and them; by the id of the segment. Breaks may give up all of their time (P7). What was entered does not
 * count: it goes by its clock.
 */
export function overlapsMs({ startsAt, phase, segments }: PlannedRoom): ReadonlyMap<string, number> {
  const overlaps = new Map<string, number>()
  let freeAt = phase === 'planned' ? startsAt : null
  for (const { id, kind, durationMs, fixedStartAt, startedAt = null } of segments) {
    if (fixedStartAt !== null && freeAt !== null && freeAt > fixedStartAt)
      overlaps.set(id, freeAt - fixedStartAt)
    const startAt = startedAt === null ? (fixedStartAt ?? freeAt) : null
    freeAt = startAt === null ? null : startAt + (kind === 'break' ? 0 : durationMs)
  }
  return overlaps
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
