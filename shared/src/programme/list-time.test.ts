import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { meanChangeoverMs } from './changeover.ts'
import { limitProposals, listFit, type ListTime } from './list-fit.ts'
import { turnRange } from './turn-range.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/** So many who wait with three minutes each, and so many minutes left; changes of speaker take 15 s. */
function waiting(count: number, leftMinutes: number): ListTime {
  return {
    ...{ leftMs: leftMinutes * MINUTE_MS, speakerLeftMs: 0, changeoverMs: 15 * SECOND_MS },
    limitsMs: Array<number>(count).fill(3 * MINUTE_MS),
  }
}

describe('[P13] time left against list left', () => {
  test('[P13] the limits in sum, and a change of speaker before each', () => {
    expect(listFit(waiting(10, 40))).toEqual({
      ...{ neededMs: 32.5 * MINUTE_MS, spareMs: 7.5 * MINUTE_MS, reached: 10 },
    })
  })

  test('[P13] what the speaker has left counts; who does not come within the time is not reached', () => {
    const time = { ...waiting(10, 10), speakerLeftMs: MINUTE_MS }
    expect(listFit(time)).toMatchObject({ spareMs: -23.5 * MINUTE_MS, reached: 2 })
  })
})

describe('[L19] lower limits that fit', () => {
  test('[L19] none when the list fits', () => {
    expect(limitProposals(waiting(10, 40))).toEqual([])
  })

  test('[L19] the usual ones, the longest first, and the equal share', () => {
    expect(limitProposals(waiting(20, 50))).toEqual([
      { limitMs: 135 * SECOND_MS, kind: 'equal-share', spareMs: 0 },
      { limitMs: 120 * SECOND_MS, kind: 'usual', spareMs: 5 * MINUTE_MS },
      { limitMs: 90 * SECOND_MS, kind: 'usual', spareMs: 15 * MINUTE_MS },
      { limitMs: 60 * SECOND_MS, kind: 'usual', spareMs: 25 * MINUTE_MS },
    ])
  })

  test('[L19] where not even the shortest limit would do there is none', () => {
    expect(limitProposals(waiting(100, 10))).toEqual([])
  })

  test('[L19] whatever is proposed fits, and is lower than the longest limit', () => {
    const time = fc.record({
      leftMs: fc.integer({ min: -MINUTE_MS, max: 60 * MINUTE_MS }),
      speakerLeftMs: fc.nat(3 * MINUTE_MS),
      changeoverMs: fc.nat(30 * SECOND_MS),
      limitsMs: fc.array(fc.integer({ min: limits.speakingLimitMinMs, max: 10 * MINUTE_MS }), {
        maxLength: 60,
      }),
    })
    fc.assert(
      fc.property(time, (anyTime) => {
        for (const { limitMs, spareMs } of limitProposals(anyTime)) {
          expect(spareMs).toBeGreaterThanOrEqual(0)
          expect(limitMs).toBeGreaterThanOrEqual(limits.speakingLimitMinMs)
          expect(limitMs).toBeLessThan(Math.max(...anyTime.limitsMs))
        }
      }),
    )
  })
})

describe('[P14] the mean change of speaker', () => {
  const turn = (calledAt: number, endedAt: number | null) => ({ calledAt, endedAt })

  test('[P14] is assumed until there are some, and learns from those there are', () => {
    expect(meanChangeoverMs([])).toBe(limits.changeoverMs)
    const gaps = [turn(0, 100_000), turn(130_000, 200_000), turn(230_000, null)]
    expect(meanChangeoverMs(gaps)).toBe(Math.round((3 * limits.changeoverMs + 60_000) / 5))
  })

  test('[P14] a long silence and a floor that is handed over at once are no changes of speaker', () => {
    const turns = [turn(0, 10), turn(10, 20), turn(20 + limits.changeoverMaxMs + 1, null)]
    expect(meanChangeoverMs(turns)).toBe(limits.changeoverMs)
  })
})

describe('[P15] when a turn comes', () => {
  const before = { ahead: 3, aheadLimitMs: 9 * MINUTE_MS, speakerLeftMs: MINUTE_MS, changeoverMs: 15_000 }

  test('[P15] a range, from speakers who yield early to speakers who run over', () => {
    expect(turnRange(before)).toEqual({
      fromMs: 5.4 * MINUTE_MS + 45_000,
      untilMs: 10.9 * MINUTE_MS + 60_000,
    })
  })

  test('[P15] narrows as the turn comes nearer, and is at most the speaker’s time and a change when next', () => {
    const ranges = [3, 2, 1, 0].map((ahead) =>
      turnRange({ ...before, ahead, aheadLimitMs: ahead * 3 * MINUTE_MS }),
    )
    const widths = ranges.map(({ fromMs, untilMs }) => untilMs - fromMs)
    expect(widths).toEqual(widths.toSorted((a, b) => b - a))
    expect(ranges.at(-1)).toEqual({ fromMs: 0, untilMs: MINUTE_MS + 15_000 })
  })
})
