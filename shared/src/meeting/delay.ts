import { projectProgramme } from '../programme/projection.ts'
import { hasDelay, replanned } from '../programme/replan.ts'
import type { Decision, Deciders, Evolution } from './decision.ts'
import { withPlan } from './plan-changes.ts'
import { segmentById } from './queries.ts'
import { refuse } from './refusals.ts'

/** Accepting the delay into the plan (rule P16). */
export const delayDeciders = {
  'accept-delay': (meeting, { segmentId }, { now }): Decision => {
    if (!segmentById(meeting, segmentId)) return refuse('unknown-segment')
    if (meeting.phase === 'planned') return refuse('meeting-not-started')
    if (meeting.phase === 'ended') return refuse('meeting-ended')
    if (meeting.currentSegmentId !== segmentId) return refuse('picture-outdated')
    const projection = projectProgramme(meeting, now)
    if (!hasDelay(projection)) return refuse('no-delay')
    const byMs = Math.max(0, projection.behindMs)
    return [{ type: 'programme-replanned', segmentId, byMs, changes: replanned(meeting, now) }]
  },
} satisfies Deciders<'accept-delay'>

export const delayEvolution = {
  'programme-replanned': (meeting, { changes }) => withPlan(meeting, changes),
} satisfies Evolution<'programme-replanned'>
