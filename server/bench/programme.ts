import { startClock, stoppedClock, stopClock } from '@openfloor/shared/clock/clock.ts'
import type { Programme, ProgrammeSegment } from '@openfloor/shared/programme/plan.ts'
import { projectProgramme } from '@openfloor/shared/programme/projection.ts'
import { replanned } from '@openfloor/shared/programme/replan.ts'
import { median, percentile, type Bench, type Figure } from './bench.ts'

const SEGMENTS = 200
const BUDGET_MS = 1
const MINUTE_MS = 60_000

/** A day of 200 segments, as every page works it out every few seconds; and what accepting its delay takes. */
export const programme: Bench = async ({ short }) => {
  const rounds = short ? 2_000 : 50_000
  const day = lateDay()
  const now = day.startsAt + 101 * 7 * MINUTE_MS
  return [
    ...figures('a day of 200 segments projected', rounds, BUDGET_MS, (round) => {
      projectProgramme(day, now + round)
    }),
    ...figures('its delay accepted into the plan', rounds / 100, null, (round) => {
      replanned(day, now + round)
    }),
  ]
}

function figures(
  what: string,
  rounds: number,
  budgetMs: number | null,
  run: (round: number) => void,
): Figure[] {
  for (let round = 0; round < 200; round++) run(round)
  const samples: number[] = []
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now()
    run(round)
    samples.push(performance.now() - startedAt)
  }
  return [
    { what: `${what}, median`, ...held(median(samples), budgetMs) },
    { what: `${what}, p99`, ...held(percentile(samples, 0.99), budgetMs) },
  ]
}

function held(ms: number, budgetMs: number | null): Pick<Figure, 'value' | 'comparedWith'> {
  const value = `${ms.toFixed(3)} ms`
  if (budgetMs === null) return { value }
  return { value, comparedWith: ms < budgetMs ? `within ${budgetMs} ms` : `OVER ${budgetMs} ms` }
}

/** Half of it done, a minute late each; breaks, fixed starts that hold and some that are missed are still to come. */
function lateDay(): Programme {
  const startsAt = Date.parse('2026-06-01T06:00Z')
  const half = SEGMENTS / 2
  const segments = Array.from({ length: SEGMENTS }, (_, at): ProgrammeSegment => {
    const durationMs = 6 * MINUTE_MS
    const plannedAt = startsAt + at * durationMs
    const clock = stoppedClock(durationMs)
    const planned: ProgrammeSegment = {
      ...{
        id: `segment-${at}`,
        kind: at % 10 === 9 ? 'break' : 'panel',
        durationMs,
        replannedEndAt: null,
        clock,
      },
      fixedStartAt: at % 20 === 0 && at > 0 ? plannedAt + (at > 150 ? 120 * MINUTE_MS : 0) : null,
      ...{ startedAt: null, endedAt: null },
    }
    if (at > half) return planned
    const startedAt = startsAt + at * (durationMs + MINUTE_MS)
    const running = { ...planned, startedAt, clock: startClock(clock, startedAt) }
    if (at === half) return running
    const endedAt = startedAt + durationMs + MINUTE_MS
    return { ...running, endedAt, clock: stopClock(running.clock, endedAt) }
  })
  return { startsAt, phase: 'running', currentSegmentId: `segment-${half}`, segments }
}
