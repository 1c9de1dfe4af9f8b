/** Why a statement in writing cannot be taken, whatever the meeting says. */
export const statementFaults = [
  'empty',
  'too-large',
  'too-long',
  'control-characters',
  'not-utf-8',
  'not-a-document',
  'broken',
  'macros',
] as const

type StatementFault = (typeof statementFaults)[number]

/** A statement that cannot be taken; `detail` is a sentence in English that says what to do. */
export interface RefusedStatement {
  readonly status: 'refused'
  readonly fault: StatementFault
  readonly detail: string
}

export function refuseStatement(fault: StatementFault, detail: string): RefusedStatement {
  return { status: 'refused', fault, detail }
}
