import { expect, test } from 'vitest'
import { nextProbeDelayMs } from './probe-plan.ts'

test('the first at once, five within two seconds, then ever slower down to one in five seconds', () => {
  const delaysMs = [0, 1, 2, 3, 4, 5, 6, 31, 1_000].map(nextProbeDelayMs)
  expect(delaysMs).toEqual([0, 400, 400, 400, 400, 440, 484, 5_000, 5_000])
})

test('a page asks about thirty times in its first minute, and never quicker than a socket may', () => {
  let passedMs = 0
  let probes = 0
  while (passedMs < 60_000) passedMs += nextProbeDelayMs(++probes)
  expect(probes).toBeGreaterThan(25)
  expect(probes).toBeLessThan(40)
})
