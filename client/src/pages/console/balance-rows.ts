import type { BalanceRow, ScopedBalance } from '@openfloor/shared/views/balance.ts'
import type { Dimension } from '@openfloor/shared/views/dimensions.ts'
import type { Presence } from '@openfloor/shared/views/presence.ts'
import type { PublicView } from '@openfloor/shared/views/public.ts'
import { m } from '../../paraglide/messages.js'
import { groupNameById } from '../../session/group-name.ts'

/** One line of the balance, with its parts of the whole (0 to 1). */
export interface BalanceLine {
  readonly value: string | null
  readonly name: string
  readonly interventions: number
  readonly asked: number
  /** In the roster. */
  readonly people: number
  /** Connected now; null while it is not known. */
  readonly connected: number | null
  readonly spokenMs: number
  readonly interventionShare: number
  readonly timeShare: number
  readonly askedShare: number
  /** Of those who are connected; of the roster while that is not known. */
  readonly presentShare: number
  /** They are there, or have asked, and nobody of them was heard. */
  readonly isUnheard: boolean
}

/** A dimension of the balance as it is read; empty where nobody has said anything of it, and nobody was heard. */
export function balanceLines(
  balance: ScopedBalance,
  dimension: Dimension,
  meeting: PublicView['meeting'],
  presence: Presence | null,
): readonly BalanceLine[] {
  const rows = balance[dimension]
  if (rows.every(({ value }) => value === null)) return []
  const there = presence && new Map(presence.people[dimension].map(({ value, people }) => [value, people]))
  const connectedIn = (row: BalanceRow) => (there ? (there.get(row.value) ?? 0) : null)
  const present = (row: BalanceRow) => connectedIn(row) ?? row.people
  const shareOf = (part: (row: BalanceRow) => number) => {
    const whole = rows.reduce((total, row) => total + part(row), 0)
    return (row: BalanceRow) => (whole === 0 ? 0 : part(row) / whole)
  }
  const [interventionShare, timeShare] = [shareOf((row) => row.interventions), shareOf((row) => row.spokenMs)]
  const [askedShare, presentShare] = [shareOf((row) => row.asked), shareOf(present)]
  return rows.map((row) => ({
    ...row,
    name: valueName(dimension, row.value, meeting),
    connected: connectedIn(row),
    interventionShare: interventionShare(row),
    timeShare: timeShare(row),
    askedShare: askedShare(row),
    presentShare: presentShare(row),
    isUnheard: row.value !== null && row.interventions === 0 && (present(row) > 0 || row.asked > 0),
  }))
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
