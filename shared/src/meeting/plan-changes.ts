import { areSame, type PlanChange } from '../programme/replan.ts'
import { fixedStartsAscend } from './plan-checks.ts'
import { segmentById } from './queries.ts'
import type { Meeting } from './state.ts'

/** [U2] Nobody has planned these segments otherwise since, and the fixed starts that come back are in order. */
export function mayReplan(meeting: Meeting, changes: readonly PlanChange[]): boolean {
  const isUntouched = changes.every(({ segmentId, from }) => {
    const segment = segmentById(meeting, segmentId)
    return segment !== undefined && areSame(segment, from)
  })
  return isUntouched && fixedStartsAscend(meeting.startsAt, withPlan(meeting, changes).segments)
}

/** The same, taken back. */
export function reversed(changes: readonly PlanChange[]): readonly PlanChange[] {
  return changes.map(({ segmentId, from, to }) => ({ segmentId, from: to, to: from }))
}

/** The meeting with its programme planned like that. */
export function withPlan(meeting: Meeting, changes: readonly PlanChange[]): Meeting {
  const plans = new Map(changes.map(({ segmentId, to }) => [segmentId, to]))
  const segments = meeting.segments.map((segment) => {
    const plan = plans.get(segment.id)
    return plan ? { ...segment, ...plan } : segment
  })
  return { ...meeting, segments }
}
