import { expect, test } from 'vitest'
import { orderChange } from './order-preview.ts'
import { policyText } from './policy-words.ts'

const row = (requestId: string, place: number, was: number) => ({
  ...{ requestId, place, was, reasons: [{ code: 'receipt' } as const] },
})

test('a preview says who climbs, who falls and who stays, in the new order', () => {
  const change = orderChange([row('a', 2, 1), row('b', 3, 3), row('c', 1, 2)])
  expect(change.rows.map(({ requestId, climbs }) => [requestId, climbs])).toEqual([
    ['c', 1],
    ['a', -1],
    ['b', 0],
  ])
  expect(change).toMatchObject({ up: 1, down: 1, stay: 1, unsaid: null })
})

test('a tag that nobody has said is told', () => {
  const unsaid = { ...row('a', 1, 1), reasons: [{ code: 'tag-unsaid', tag: 'region' } as const] }
  expect(orderChange([unsaid]).unsaid).toBe('region')
})

test('the order in force is said in words', () => {
  const alternation = { by: 'region', rule: 'alternate' } as const
  expect(
    policyText({ band: 'fewest-interventions', cap: 2, lots: null, alternation, safePositions: 1 }),
  ).toBe('fewest interventions first (counted up to 2) · alternating by region · the first stays')
  const lots = { seed: '4f2a', through: 9 }
  expect(policyText({ band: 'lots', cap: 1, lots, alternation: null, safePositions: 0 })).toBe(
    'by lots (seed 4f2a)',
  )
})
