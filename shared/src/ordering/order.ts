import { banded, byReceipt, type BandedRow } from './band.ts'
import type { Alternation, OrderPolicy } from './policy.ts'
import type { Reason } from './reason.ts'
import type { OrderRow, RequestKind, Tags } from './row.ts'
import { Turns, Waiting } from './turns.ts'

/** A row in its place, with the reasons for it: at least one. */
export interface OrderedRow {
  readonly id: string
  readonly reasons: readonly Reason[]
}

/**
 * The list as a policy has it. `rows` stand in their present order, `history` are the tags of those who spoke in this
 * list, the latest last. Pure: the same rows in any free order, policy and history give the same. It composes kind of
 * request, then the safe positions and pins, then the band, then alternation, then receipt (product, "Rules of real
 * meetings").
 */
export function order(
  rows: readonly OrderRow[],
  policy: OrderPolicy,
  history: readonly Tags[],
): OrderedRow[] {
  const kinds = (...of: readonly RequestKind[]) => rows.filter(({ kind }) => of.includes(kind))
  return [
    ...block(kinds('point-of-order'), { code: 'point-of-order-first' }),
    ...statements(kinds('statement', 'question'), policy, history),
    ...block(kinds('panel-reply'), { code: 'panel-reply-after-floor' }),
    ...block(kinds('right-of-reply'), { code: 'right-of-reply-last' }),
  ]
}

/** [O2] Kinds that no policy orders: by receipt, with the pinned ones where they are. */
function block(rows: readonly OrderRow[], reason: Reason): OrderedRow[] {
  const free = rows.filter(({ pinned }) => !pinned).sort(byReceipt)
  let next = 0
  return rows.map((row) =>
    row.pinned
      ? { id: row.id, reasons: [reason, pinnedByHand] }
      : { id: free[next++]!.id, reasons: [reason] },
  )
}

const pinnedByHand: Reason = { code: 'pinned' }

/** [O3] Safe and pinned rows keep their places; the others fill the places between them in the policy's order. */
function statements(rows: readonly OrderRow[], policy: OrderPolicy, history: readonly Tags[]): OrderedRow[] {
  const isFixed = (row: OrderRow, at: number) => row.pinned || at < policy.safePositions
  const free = banded(
    rows.filter((row, at) => !isFixed(row, at)),
    policy,
  )
  const { alternation } = policy
  const filler =
    alternation === null
      ? inBandOrder(free)
      : isSaid(rows, alternation)
        ? inTurns(free, alternation, history)
        : inBandOrder(free, { code: 'tag-unsaid', tag: alternation.by })
  return rows.map((row, at) => {
    if (!isFixed(row, at)) return filler.next()
    filler.passes(row.tags)
    return { id: row.id, reasons: fixedReasons(row, at, policy) }
  })
}

function fixedReasons({ pinned }: OrderRow, at: number, { safePositions }: OrderPolicy): Reason[] {
  const safe: Reason[] = at < safePositions ? [{ code: 'safe', position: at + 1 }] : []
  return pinned ? [...safe, pinnedByHand] : safe
}

/** Gives the free rows one after the other, and hears of the fixed ones between them. */
interface Filler {
  readonly next: () => OrderedRow
  readonly passes: (tags: Tags) => void
}

function inBandOrder(free: readonly BandedRow[], also?: Reason): Filler {
  let at = 0
  return {
    next: () => {
      const { row, reason } = free[at++]!
      return { id: row.id, reasons: also ? [reason, also] : [reason] }
    },
    passes: () => {},
  }
}

/** Alternation stays within one value of the band: nobody overtakes a lower one. */
function inTurns(free: readonly BandedRow[], alternation: Alternation, history: readonly Tags[]): Filler {
  const turns = new Turns(alternation.by, history)
  let [waiting, from] = [new Waiting(alternation.by, []), 0]
  const refill = () => {
    const { value } = free[from]!
    const until = free.findIndex((banded, at) => at > from && banded.value !== value)
    const rows = free.slice(from, until === -1 ? free.length : until)
    waiting = new Waiting(alternation.by, rows)
    from += rows.length
  }
  return {
    next: () => {
      if (waiting.isEmpty) refill()
      const { row, reasons } = waiting.next(alternation, turns)
      turns.take(row.tags)
      return { id: row.id, reasons }
    },
    passes: (tags) => turns.take(tags),
  }
}

function isSaid(rows: readonly OrderRow[], { by }: Alternation): boolean {
  return rows.some(({ tags }) => tags[by] !== null)
}
