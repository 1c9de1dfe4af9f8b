import { segmentById } from '../meeting/queries.ts'
import type { Intervention, Meeting, Person } from '../meeting/state.ts'
import { byValue, ofEach, valueIn, type Dimension } from './dimensions.ts'
import { unheardIn, type Unheard } from './unheard.ts'

/** One value of a dimension; `value` null: not said. */
export interface BalanceRow {
  readonly value: string | null
  /** People of the roster who were not removed. */
  readonly people: number
  /** People who asked for the floor. */
  readonly asked: number
  readonly interventions: number
  readonly spokenMs: number
}

/** The balance of one segment, one session, or the meeting. */
export type ScopedBalance = Readonly<Record<Dimension, readonly BalanceRow[]>> & {
  /** Who asked for the floor and has not had it. */
  readonly unheard: Unheard
}

/** [B1] Who was heard, against who asked and who is in the roster; who is connected, only the transport knows. */
export interface Balance {
  readonly meeting: ScopedBalance
  /** Of the current segment's session, and of the current segment; null outside. */
  readonly session: ScopedBalance | null
  readonly segment: ScopedBalance | null
}

const balances = new WeakMap<
  Meeting['interventions'],
  { readonly of: readonly unknown[]; readonly is: Balance }
>()

/** Counted once for each state of people, requests and interventions. */
export function balanceOf(meeting: Meeting): Balance {
  const of = [meeting.people, meeting.requests, meeting.currentSegmentId]
  const known = balances.get(meeting.interventions)
  if (known && known.of.every((part, at) => part === of[at])) return known.is
  const is = countBalance(meeting)
  balances.set(meeting.interventions, { of, is })
  return is
}

function countBalance(meeting: Meeting): Balance {
  const current =
    meeting.currentSegmentId === null ? undefined : segmentById(meeting, meeting.currentSegmentId)
  const roster = rosterSums(meeting)
  const whole = scoped(meeting, roster, () => true)
  if (!current) return { meeting: whole, session: null, segment: null }
  const inSession = new Set(
    meeting.segments.flatMap(({ id, sessionId }) => (sessionId === current.sessionId ? [id] : [])),
  )
  return {
    meeting: whole,
    session: scoped(meeting, roster, (segmentId) => inSession.has(segmentId)),
    segment: scoped(meeting, roster, (segmentId) => segmentId === current.id),
  }
}

/** How many people of the roster have each value. */
type Sums = Readonly<Record<Dimension, ReadonlyMap<string | null, number>>>

function rosterSums({ people }: Meeting): Sums {
  const sums = ofEach(() => new Map<string | null, number>())
  for (const person of people.values()) {
    if (person.removedAt !== null) continue
    for (const [dimension, bySum] of Object.entries(sums) as [Dimension, Map<string | null, number>][]) {
      const value = valueIn[dimension](person)
      bySum.set(value, (bySum.get(value) ?? 0) + 1)
    }
  }
  return sums
}

function scoped(meeting: Meeting, roster: Sums, isIn: (segmentId: string) => boolean): ScopedBalance {
  const asked = new Set<string>()
  for (const { personId, segmentId } of meeting.requests.values()) if (isIn(segmentId)) asked.add(personId)
  const heard = [...meeting.interventions.values()].filter(
    (intervention) => isIn(intervention.segmentId) && wasHeard(intervention),
  )
  return {
    ...ofEach((dimension) => rows(meeting, roster[dimension], valueIn[dimension], asked, heard)),
    unheard: unheardIn(meeting, new Set(heard.map(({ personId }) => personId)), isIn),
  }
}

function wasHeard({ outcome, kind }: Intervention): boolean {
  return outcome !== null && outcome !== 'absent' && kind !== 'point-of-order'
}

function rows(
  { people: roster }: Meeting,
  there: ReadonlyMap<string | null, number>,
  valueOf: (person: Person) => string | null,
  asked: ReadonlySet<string>,
  heard: readonly Intervention[],
): BalanceRow[] {
  const byRow = new Map(Array.from(there, ([value, people]) => [value, { ...nobody, value, people }]))
  const rowOf = (personId: string) => {
    const value = valueOf(roster.get(personId)!)
    const row = byRow.get(value) ?? { ...nobody, value }
    byRow.set(value, row)
    return row
  }
  for (const personId of asked) rowOf(personId).asked += 1
  for (const { personId, clock } of heard) {
    const row = rowOf(personId)
    row.interventions += 1
    row.spokenMs += clock.accumulatedMs
  }
  return [...byRow.values()].toSorted(byValue)
}

const nobody = { people: 0, asked: 0, interventions: 0, spokenMs: 0 }
