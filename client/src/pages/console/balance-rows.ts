import type { BalanceRow, Dimension, ScopedBalance } from '@openfloor/shared/views/balance.ts'
import type { PublicView } from '@openfloor/shared/views/public.ts'
import { m } from '../../paraglide/messages.js'
import { groupNameById } from '../../session/group-name.ts'

/** One line of the balance, with its parts of the whole (0 to 1). */
export interface BalanceLine {
  readonly value: string | null
  readonly name: string
  readonly interventions: number
  readonly asked: number
  readonly people: number
  readonly spokenMs: number
  readonly timeShare: number
  readonly askedShare: number
  readonly peopleShare: number
}

/** A dimension of the balance as it is read; empty where nobody has said anything of it, and nobody was heard. */
export function balanceLines(
  balance: ScopedBalance,
  dimension: Dimension,
  meeting: PublicView['meeting'],
): readonly BalanceLine[] {
  const rows = balance[dimension]
  if (rows.every(({ value }) => value === null)) return []
  const sum = (part: (row: BalanceRow) => number) => rows.reduce((total, row) => total + part(row), 0)
  const [timeMs, asked, people] = [
    sum((row) => row.spokenMs),
    sum((row) => row.asked),
    sum((row) => row.people),
  ]
  return rows.map((row) => ({
    ...row,
    name: valueName(dimension, row.value, meeting),
    timeShare: share(row.spokenMs, timeMs),
    askedShare: share(row.asked, asked),
    peopleShare: share(row.people, people),
  }))
}

/** Who asked for the floor and has not had it. */
export function unheard(lines: readonly BalanceLine[]): readonly string[] {
  return lines
    .filter(({ value, asked, interventions }) => value !== null && asked > 0 && interventions === 0)
    .map(({ name }) => name)
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}

function valueName(dimension: Dimension, value: string | null, meeting: PublicView['meeting']): string {
  if (value === null) return m.balance_unsaid()
  switch (dimension) {
    case 'group':
      return groupNameById(meeting.groups, value) ?? value
    case 'region':
      return meeting.regions.find(({ id }) => id === value)?.name ?? value
    case 'gender':
      return genderName(value)
  }
}

function genderName(value: string): string {
  if (value === 'woman') return m.balance_woman()
  return value === 'man' ? m.balance_man() : m.balance_other()
}
