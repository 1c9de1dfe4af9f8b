import { expect, test } from 'vitest'
import { nextProbeDelayMs } from './probe-plan.ts'

test('five probes within two seconds, the first at once, then one a minute', () => {
  const delaysMs = [0, 1, 2, 3, 4, 5, 6, 1_000].map(nextProbeDelayMs)
  expect(delaysMs).toEqual([0, 400, 400, 400, 400, 60_000, 60_000, 60_000])
})
