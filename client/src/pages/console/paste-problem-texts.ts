import { limits } from '@openfloor/shared/limits.ts'
import { m } from '../../paraglide/messages.js'
import type { PasteProblem } from './pasted-names.ts'

/** "Line 3: no name." */
export function pasteProblemText(problem: PasteProblem): string {
  return m.console_paste_problem({ line: problem.line, problem: whatIsWrong(problem) })
}

function whatIsWrong(problem: PasteProblem): string {
  switch (problem.code) {
    case 'no-name':
      return m.console_paste_no_name()
    case 'long-name':
      return m.console_paste_long_name({ max: limits.nameChars })
    case 'long-organization':
      return m.console_paste_long_organization({ max: limits.organizationChars })
    case 'unreadable':
      return m.console_paste_unreadable()
    case 'twice':
      return m.console_paste_twice({ first: problem.first })
    case 'waiting':
      return m.console_paste_waiting({ name: problem.name })
    case 'speaking':
      return m.console_paste_speaking({ name: problem.name })
    case 'too-much':
      return m.console_paste_too_much()
    case 'too-many':
      return m.console_paste_too_many({ max: limits.requestsPasted })
  }
}
