import { m } from '../../paraglide/messages.js'
import type { FieldProblem } from './typed-text.ts'

/** What is wrong with a field and what to do, in the reader's language; undefined when nothing is. */
export function fieldProblemText(problem: FieldProblem | undefined): string | undefined {
  switch (problem?.code) {
    case undefined:
      return undefined
    case 'empty':
      return m.plan_problem_empty()
    case 'no-duration':
      return m.plan_problem_no_duration()
    case 'no-date':
      return m.plan_problem_no_date()
    case 'date-too-far':
      return m.plan_problem_date_too_far()
    case 'no-time':
      return m.plan_problem_no_time()
    case 'skipped-hour':
      return m.plan_problem_skipped_hour()
    case 'no-time-zone':
      return m.plan_problem_no_time_zone()
    case 'too-long':
      return m.plan_problem_too_long({ most: problem.most })
    case 'too-many':
      return m.plan_problem_too_many({ most: problem.most })
    case 'line-too-long':
      return m.plan_problem_line_too_long({ line: problem.lineNumber, most: problem.most })
    case 'out-of-range':
      return m.plan_problem_out_of_range({ least: problem.least, most: problem.most })
  }
}
