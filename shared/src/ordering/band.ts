import { drawnPlaces } from './lots.ts'
import type { OrderPolicy } from './policy.ts'
import type { Reason } from './reason.ts'
import type { OrderRow } from './row.ts'

/** Rows of the same value, by receipt, with the reason they have in common or each its own. */
export interface BandedRow {
  readonly row: OrderRow
  /** Less comes first. */
  readonly value: number
  readonly reason: Reason
}

/** [O4 to O8] The rows by the policy's band, then by receipt, then by id. */
export function banded(rows: readonly OrderRow[], policy: OrderPolicy): BandedRow[] {
  const valueOf = bandOf(rows, policy)
  return rows
    .map((row) => ({ row, ...valueOf(row) }))
    .sort((a, b) => a.value - b.value || byReceipt(a.row, b.row))
}

export function byReceipt(a: OrderRow, b: OrderRow): number {
  return a.receipt - b.receipt || (a.id < b.id ? -1 : 1)
}

type Valued = Pick<BandedRow, 'value' | 'reason'>

function bandOf(rows: readonly OrderRow[], { band, cap, lots }: OrderPolicy): (row: OrderRow) => Valued {
  switch (band) {
    case 'receipt':
      return () => ({ value: 0, reason: { code: 'receipt' } })
    case 'fewest-interventions':
      return ({ interventions }) => fewest(interventions, cap)
    case 'least-time':
      return ({ spokenMs }) => ({ value: spokenMs, reason: { code: 'spoken-time', spokenMs } })
    case 'protocol-rank':
      return ({ protocolRank }) => ranked(protocolRank)
    case 'lots':
      return drawn(drawnPlaces(rows, lots), lots?.seed ?? '')
  }
}

function fewest(interventions: number, cap: number): Valued {
  if (interventions === 0) return { value: 0, reason: { code: 'first-intervention' } }
  const capped = interventions > cap
  return {
    value: Math.min(interventions, cap),
    reason: { code: 'intervention-number', number: interventions + 1, capped },
  }
}

function ranked(rank: number | null): Valued {
  if (rank === null) return { value: Infinity, reason: { code: 'no-protocol-rank' } }
  return { value: rank, reason: { code: 'protocol-rank', rank } }
}

function drawn(places: ReadonlyMap<string, number>, seed: string): (row: OrderRow) => Valued {
  return ({ id }) => {
    const place = places.get(id)
    if (place === undefined) return { value: Infinity, reason: { code: 'after-draw' } }
    return { value: place, reason: { code: 'drawn', place, seed } }
  }
}
