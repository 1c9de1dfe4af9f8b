import { describe, expect, test } from 'vitest'
import { order } from './order.ts'
import { firstCome, type OrderPolicy } from './policy.ts'
import type { OrderRow, RequestKind } from './row.ts'

const nothingSaid = { group: null, region: null, gender: null, mode: null }

/** A row called by its id, which came as the so many-th. */
function row(id: string, receipt: number, more: Partial<OrderRow> = {}): OrderRow {
  return {
    ...{ id, receipt, kind: 'statement', interventions: 0, spokenMs: 0, protocolRank: null },
    ...{ tags: nothingSaid, pinned: false },
    ...more,
  }
}

/** Rows of groups, such as `a1 a2 b1`: the letter is the group, receipt is the order given. */
function ofGroups(ids: string): OrderRow[] {
  return ids
    .split(' ')
    .map((id, at) => row(id, at + 1, { tags: { ...nothingSaid, group: id[0]!.toUpperCase() } }))
}

const free: OrderPolicy = { ...firstCome, safePositions: 0 }
const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).join(' ')
const codes = (rows: readonly OrderRow[], policy: OrderPolicy) =>
  order(rows, policy, []).map(({ id, reasons }) => `${id}: ${reasons.map(({ code }) => code).join(', ')}`)
const spoke = (...groups: readonly string[]) => groups.map((group) => ({ ...nothingSaid, group }))

test('[O1] an empty list stays empty', () => {
  expect(order([], { ...free, band: 'lots', lots: { seed: 'x', through: 9 } }, [])).toEqual([])
})

test('[O2] points of order, then statements and questions, then panelists’ replies, then rights of reply', () => {
  const kinds: readonly RequestKind[] = [
    'right-of-reply',
    'panel-reply',
    'question',
    'statement',
    'point-of-order',
    'point-of-order',
  ]
  const rows = kinds.map((kind, at) => row(`r${at}`, at, { kind }))
  expect(codes(rows, free)).toEqual([
    'r4: point-of-order-first',
    'r5: point-of-order-first',
    'r2: receipt',
    'r3: receipt',
    'r1: panel-reply-after-floor',
    'r0: right-of-reply-last',
  ])
})

describe('[O3] safe positions and pins', () => {
  const rows = [row('late', 9), row('x', 8), row('pinned', 7, { pinned: true }), row('early', 1)]

  test('[O3] the first so many rows stay where they are, and so does who was put there by hand', () => {
    expect(codes(rows, { ...free, safePositions: 1 })).toEqual([
      'late: safe',
      'early: receipt',
      'pinned: pinned',
      'x: receipt',
    ])
  })

  test('[O3] a point of order goes before them', () => {
    const order = codes([...rows, row('point', 10, { kind: 'point-of-order' })], {
      ...free,
      safePositions: 3,
    })
    expect(order.slice(0, 2)).toEqual(['point: point-of-order-first', 'late: safe'])
  })
})

test('[O4] fewest interventions first, those above the cap alike', () => {
  const rows = [3, 1, 2, 0].map((interventions, at) => row(`spoke${interventions}`, at, { interventions }))
  const policy: OrderPolicy = { ...free, band: 'fewest-interventions', cap: 2 }
  expect(order(rows, policy, [])).toEqual([
    { id: 'spoke0', reasons: [{ code: 'first-intervention' }] },
    { id: 'spoke1', reasons: [{ code: 'intervention-number', number: 2, capped: false }] },
    { id: 'spoke3', reasons: [{ code: 'intervention-number', number: 4, capped: true }] },
    { id: 'spoke2', reasons: [{ code: 'intervention-number', number: 3, capped: false }] },
  ])
})

test('[O5] least time first', () => {
  const rows = [90_000, 0, 30_000].map((spokenMs, at) => row(`t${spokenMs}`, at, { spokenMs }))
  expect(ids(order(rows, { ...free, band: 'least-time' }, []))).toBe('t0 t30000 t90000')
})

test('[O6] by protocol rank, and who has none last', () => {
  const rows = [null, 2, 1].map((protocolRank, at) => row(`rank${protocolRank}`, at, { protocolRank }))
  expect(codes(rows, { ...free, band: 'protocol-rank' })).toEqual([
    'rank1: protocol-rank',
    'rank2: protocol-rank',
    'ranknull: no-protocol-rank',
  ])
})

describe('[O7] lots', () => {
  const rows = Array.from({ length: 40 }, (_, at) => row(`r${at}`, at + 1))
  const lots = (seed: string, through: number): OrderPolicy => ({
    ...free,
    band: 'lots',
    lots: { seed, through },
  })

  test('[O7] the same seed draws the same, another seed another order', () => {
    expect(order(rows, lots('4f2a', 40), [])).toEqual(order(rows, lots('4f2a', 40), []))
    expect(ids(order(rows, lots('4f2a', 40), []))).not.toBe(ids(order(rows, lots('4f2b', 40), [])))
    expect(order(rows, lots('4f2a', 40), [])[6]!.reasons).toEqual([{ code: 'drawn', place: 7, seed: '4f2a' }])
  })

  test('[O7] who came after the draw follows by receipt', () => {
    const last = order(rows, lots('4f2a', 38), []).slice(-2)
    expect(last).toEqual([
      { id: 'r38', reasons: [{ code: 'after-draw' }] },
      { id: 'r39', reasons: [{ code: 'after-draw' }] },
    ])
  })

  test('[O7] every place is as likely for everybody', () => {
    const firsts = new Map<string, number>()
    for (let seed = 0; seed < 4_000; seed++) {
      const { id } = order(rows.slice(0, 4), lots(`seed${seed}`, 40), [])[0]!
      firsts.set(id, (firsts.get(id) ?? 0) + 1)
    }
    for (const count of firsts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(150)
  })
})

describe('[O9] alternate', () => {
  const policy: OrderPolicy = { ...free, alternation: { by: 'group', rule: 'alternate' } }

  test('[O9] the earliest who differs from the one before', () => {
    expect(codes(ofGroups('a1 a2 a3 b1 b2 c1'), policy)).toEqual([
      'a1: receipt, receipt',
      'b1: receipt, alternates',
      'a2: receipt, alternates',
      'b2: receipt, alternates',
      'a3: receipt, alternates',
      'c1: receipt, alternates',
    ])
  })

  test('[O9] from whoever spoke last, and with nobody else the same again', () => {
    const ordered = order(ofGroups('a1 a2 b1'), policy, spoke('A'))
    expect(ids(ordered)).toBe('b1 a1 a2')
    expect(ordered[2]!.reasons[1]).toEqual({ code: 'nobody-else', tag: 'group' })
  })

  test('[O9] where nobody has said it the order is by receipt, and says why', () => {
    expect(codes([row('b', 2), row('a', 1)], policy)).toEqual([
      'a: receipt, tag-unsaid',
      'b: receipt, tag-unsaid',
    ])
  })

  test('[O9] within a band only: a second intervention does not come before a first', () => {
    const rows = ofGroups('a1 a2 b1').map((each) => ({ ...each, interventions: each.id === 'b1' ? 1 : 0 }))
    expect(ids(order(rows, { ...policy, band: 'fewest-interventions' }, []))).toBe('a1 a2 b1')
  })
})

describe('[O10] round robin', () => {
  const policy: OrderPolicy = { ...free, alternation: { by: 'group', rule: 'round-robin' } }

  test('[O10] every group that waits has its turn before any has its second', () => {
    expect(ids(order(ofGroups('a1 a2 a3 b1 b2 c1'), policy, []))).toBe('a1 b1 c1 a2 b2 a3')
  })

  test('[O10] it goes on behind whoever spoke, also over many calls', () => {
    expect(ids(order(ofGroups('a1 b1 c1 a2'), policy, spoke('A', 'B')))).toBe('c1 a1 b1 a2')
    expect(ids(order(ofGroups('a1 b1 c1'), policy, spoke('B', 'C', 'A')))).toBe('b1 c1 a1')
  })
})
