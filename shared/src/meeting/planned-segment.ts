import { stoppedClock } from '../clock/clock.ts'
import { firstCome } from '../ordering/policy.ts'
import type { PlannedSegment } from './events.ts'
import type { Segment } from './state.ts'

/** A segment that has not run yet. */
export function plannedSegment(plan: PlannedSegment): Segment {
  return {
    ...plan,
    clock: stoppedClock(plan.durationMs),
    startedAt: null,
    endedAt: null,
    replannedEndAt: null,
    listOpen: false,
    list: [],
    order: firstCome,
    limitCapMs: null,
  }
}
