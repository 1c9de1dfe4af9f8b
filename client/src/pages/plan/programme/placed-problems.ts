import type { Problem } from '../../../session/http.ts'
import type { Submission } from '../submission.svelte.ts'

/** A refusal of a segment's times, beside the field that it is about; both null where it is about something else. */
export interface PlacedProblems {
  readonly startProblem: Problem | null
  readonly durationProblem: Problem | null
}

/** Where there is no room before a fixed start (rule E10), the start is wrong if it was just typed, else the duration. */
export function placedProblems(submission: Submission, isStartTyped: boolean): PlacedProblems {
  const overlap = submission.problemOf('segments-overlap')
  const order = submission.problemOf('fixed-start-out-of-order')
  return {
    startProblem: isStartTyped ? (order ?? overlap) : order,
    durationProblem: isStartTyped ? null : overlap,
  }
}
