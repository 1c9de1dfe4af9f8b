/** What may be wrong with a typed field; `problem-text.ts` has the sentences. */
export type FieldProblem =
  | {
      readonly code:
        'empty' | 'no-duration' | 'no-date' | 'date-too-far' | 'no-time' | 'skipped-hour' | 'no-time-zone'
    }
  | { readonly code: 'too-long' | 'too-many'; readonly most: number }
  | { readonly code: 'line-too-long'; readonly lineNumber: number; readonly most: number }
  | { readonly code: 'out-of-range'; readonly least: string; readonly most: string }

/** What a form comes to: what can be sent, or what is wrong field by field. */
export type Reading<Value, Field extends string> =
  | { readonly status: 'ok'; readonly value: Value }
  | { readonly status: 'invalid'; readonly problems: Partial<Record<Field, FieldProblem>> }

const DIRECTION_MARKS = /[\u202a-\u202e\u2066-\u2069]/gu
/** As the server has it: a line of zero-width characters says nothing. */
const VISIBLE_CHARACTER = /[^\p{Z}\p{Cf}]/u
const CONTROL_CHARACTERS = /[\p{Cc}\p{Cs}\u2028\u2029]+/gu

/** One line as the server takes it: what pasted text brings along unseen is taken out. */
export function cleanLine(text: string): string {
  return text.normalize('NFC').replace(DIRECTION_MARKS, '').replace(CONTROL_CHARACTERS, ' ').trim()
}

/** What is wrong with a line that must not be empty; undefined when nothing is. */
export function lineProblem(line: string, maxChars: number): FieldProblem | undefined {
  if (!VISIBLE_CHARACTER.test(line)) return { code: 'empty' }
  return lengthProblem(line, maxChars)
}

/** What is wrong with a line that may be empty. */
export function lengthProblem(line: string, maxChars: number): FieldProblem | undefined {
  return line.length > maxChars ? { code: 'too-long', most: maxChars } : undefined
}

/** The lines of a text area that have something on them, cleaned. */
export function cleanLines(text: string): string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map(cleanLine)
    .filter((line) => line !== '')
}

/** Only the fields in which something is wrong; undefined when there are none. */
export function problemsIn<Field extends string>(
  found: Readonly<Record<Field, FieldProblem | undefined>>,
): Partial<Record<Field, FieldProblem>> | undefined {
  const problems = Object.entries(found).filter(([, problem]) => problem !== undefined)
  if (problems.length === 0) return undefined
  return Object.fromEntries(problems) as Partial<Record<Field, FieldProblem>>
}
