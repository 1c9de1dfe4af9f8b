import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyMoves, movesBetween } from './moves.ts'
import { order } from './order.ts'
import type { OrderPolicy } from './policy.ts'
import { kindRank, type OrderRow, type Tags } from './row.ts'

const value = fc.constantFrom('A', 'B', 'C', null)
const tags: fc.Arbitrary<Tags> = fc.record({ group: value, region: value, gender: value, mode: value })

const rows: fc.Arbitrary<readonly OrderRow[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(
        ...(['statement', 'statement', 'statement', 'question'] as const),
        ...(['point-of-order', 'right-of-reply', 'panel-reply'] as const),
      ),
      interventions: fc.nat(3),
      spokenMs: fc.nat(3).map((minutes) => minutes * 60_000),
      protocolRank: fc.option(fc.integer({ min: 1, max: 4 })),
      tags,
      pinned: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
    }),
    { maxLength: 30 },
  )
  .chain((all) => {
    const numbered = all.map((each, at) => ({ ...each, id: `r${at}`, receipt: at + 1 }))
    return fc.shuffledSubarray(numbered, { minLength: numbered.length })
  })

const policy: fc.Arbitrary<OrderPolicy> = fc.record({
  band: fc.constantFrom('receipt', 'fewest-interventions', 'least-time', 'protocol-rank', 'lots'),
  cap: fc.integer({ min: 1, max: 3 }),
  lots: fc.constant({ seed: '4f2a', through: 20 }),
  alternation: fc.option(
    fc.record({
      by: fc.constantFrom('group', 'region', 'gender', 'mode'),
      rule: fc.constantFrom('alternate', 'round-robin'),
    }),
  ),
  safePositions: fc.integer({ min: 0, max: 3 }),
})
const history = fc.array(tags, { maxLength: 6 })

const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id)
const statements = (all: readonly OrderRow[]) => all.filter(({ kind }) => kindRank(kind) === 1)

/** The rows in the order of the policy. */
function ordered(all: readonly OrderRow[], by: OrderPolicy, spoke: readonly Tags[]): OrderRow[] {
  const byId = new Map(all.map((row) => [row.id, row]))
  return order(all, by, spoke).map(({ id }) => byId.get(id)!)
}

test('[O1] an order is a permutation, the same each time, with a reason for every row', () => {
  fc.assert(
    fc.property(rows, policy, history, (all, by, spoke) => {
      const result = order(all, by, spoke)
      expect(idsOf(result).toSorted()).toEqual(idsOf(all).toSorted())
      expect(order(all, by, spoke)).toEqual(result)
      expect(result.every(({ reasons }) => reasons.length > 0)).toBe(true)
    }),
  )
})

test('[O3] applied twice is the same; safe positions and pins never move', () => {
  fc.assert(
    fc.property(rows, policy, history, (all, by, spoke) => {
      const once = ordered(all, by, spoke)
      expect(idsOf(ordered(once, by, spoke))).toEqual(idsOf(once))
      const [before, after] = [statements(all), statements(once)]
      expect(after.slice(0, by.safePositions)).toEqual(before.slice(0, by.safePositions))
      for (const [at, row] of before.entries()) if (row.pinned) expect(after[at]).toBe(row)
    }),
    { numRuns: 500 },
  )
})

test('[O4] fewest first never puts a second intervention before a first among those who are free to move', () => {
  fc.assert(
    fc.property(rows, policy, history, (all, by, spoke) => {
      const free = all.map((row) => ({ ...row, pinned: false }))
      const result = ordered(free, { ...by, band: 'fewest-interventions', safePositions: 0 }, spoke)
      const counts = statements(result).map(({ interventions }) => Math.min(interventions, by.cap))
      expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    }),
  )
})

test('[O10] round robin never passes over a waiting group twice', () => {
  const roundRobin = { by: 'group', rule: 'round-robin' } as const
  fc.assert(
    fc.property(rows, history, (all, spoke) => {
      const free = statements(all).map((row) => ({ ...row, pinned: false }))
      const by: OrderPolicy = {
        ...{ band: 'receipt', cap: 1, lots: null, alternation: roundRobin, safePositions: 0 },
      }
      const groups = ordered(free, by, spoke).map(({ tags: { group } }) => group)
      for (const waits of new Set(groups)) {
        const sinceTurn = new Set<string | null>()
        for (const group of groups.slice(0, groups.lastIndexOf(waits) + 1)) {
          expect(group !== waits && sinceTurn.has(group)).toBe(false)
          if (group === waits) sinceTurn.clear()
          else sinceTurn.add(group)
        }
      }
    }),
    { numRuns: 300 },
  )
})

test('the moves between two orders lead from one to the other, and are few', () => {
  const shuffled = fc
    .uniqueArray(fc.string({ minLength: 1 }), { maxLength: 30 })
    .chain((before) =>
      fc.tuple(fc.constant(before), fc.shuffledSubarray(before, { minLength: before.length })),
    )
  fc.assert(
    fc.property(shuffled, ([before, after]) => {
      const moves = movesBetween(before, after)
      expect(applyMoves(before, moves)).toEqual(after)
      expect(moves.length).toBeLessThan(Math.max(1, before.length))
    }),
  )
  expect(movesBetween(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual([{ requestId: 'd', after: null }])
})
