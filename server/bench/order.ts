import { order } from '@openfloor/shared/ordering/order.ts'
import type { Alternation, Band, OrderPolicy } from '@openfloor/shared/ordering/policy.ts'
import type { OrderRow } from '@openfloor/shared/ordering/row.ts'
import { median, percentile, type Bench, type Figure } from './bench.ts'

const ROWS = 2_000
const BUDGET_MS = 5

const bands: readonly Band[] = ['receipt', 'fewest-interventions', 'least-time', 'protocol-rank', 'lots']
const alternations: readonly (Alternation | null)[] = [
  null,
  { by: 'region', rule: 'alternate' },
  { by: 'group', rule: 'round-robin' },
]

/** Ordering 2,000 requests by every composition of band and alternation, with safe positions and pins. */
export const order2000: Bench = async ({ short }) => {
  const rows = crowd()
  const compositions = bands.flatMap((band) => alternations.map((alternation) => ({ band, alternation })))
  const figures = compositions.map(({ band, alternation }) => {
    const policy: OrderPolicy = {
      ...{ band, alternation, cap: 3, safePositions: 2 },
      lots: band === 'lots' ? { seed: '4f2a8c11', through: ROWS } : null,
    }
    return figure(rows, policy, short ? 30 : 300)
  })
  return figures
}

function figure(rows: readonly OrderRow[], policy: OrderPolicy, rounds: number): Figure {
  const samples: number[] = []
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now()
    order(rows, policy, [])
    samples.push(performance.now() - startedAt)
  }
  const { band, alternation } = policy
  const middle = median(samples)
  return {
    what: `${band}${alternation ? `, ${alternation.rule} by ${alternation.by}` : ''}, median (p99)`,
    value: `${middle.toFixed(2)} ms (${percentile(samples, 0.99).toFixed(2)})`,
    comparedWith: middle < BUDGET_MS ? `within ${BUDGET_MS} ms` : `OVER ${BUDGET_MS} ms`,
  }
}

/** Requests of 12 groups and 7 regions, some with points of order, rights of reply and pins, in no order. */
function crowd(): readonly OrderRow[] {
  return Array.from({ length: ROWS }, (_, at) => {
    const mixed = (at * 7_919) % ROWS
    return {
      ...{ id: `request-${mixed}`, receipt: mixed, interventions: mixed % 5, spokenMs: (mixed % 9) * 30_000 },
      kind: mixed % 97 === 0 ? 'point-of-order' : mixed % 89 === 0 ? 'right-of-reply' : 'statement',
      protocolRank: mixed % 3 === 0 ? null : mixed % 50,
      tags: { group: `g${mixed % 12}`, region: `r${mixed % 7}`, gender: null, mode: null },
      pinned: mixed % 101 === 0,
    }
  })
}
