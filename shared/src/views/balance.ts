import { segmentById } from '../meeting/queries.ts'
import type { Intervention, Meeting, Person } from '../meeting/state.ts'

/** By what the balance is counted. Gender only as sums: nobody's own is shown. */
export type Dimension = 'group' | 'region' | 'gender'

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
export type ScopedBalance = Readonly<Record<Dimension, readonly BalanceRow[]>>

/** [B1] Who was heard, against who asked and who is there. */
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
  if (!current) return { meeting: scoped(meeting, () => true), session: null, segment: null }
  const inSession = new Set(
    meeting.segments.flatMap(({ id, sessionId }) => (sessionId === current.sessionId ? [id] : [])),
  )
  return {
    meeting: scoped(meeting, () => true),
    session: scoped(meeting, (segmentId) => inSession.has(segmentId)),
    segment: scoped(meeting, (segmentId) => segmentId === current.id),
  }
}

/** What one person adds to the counts. */
interface Share {
  readonly person: Person
  asked: boolean
  interventions: number
  spokenMs: number
}

function scoped(meeting: Meeting, isIn: (segmentId: string) => boolean): ScopedBalance {
  const shares = new Map<string, Share>()
  for (const person of meeting.people.values())
    shares.set(person.id, { person, asked: false, interventions: 0, spokenMs: 0 })
  for (const { personId, segmentId } of meeting.requests.values())
    if (isIn(segmentId)) shares.get(personId)!.asked = true
  for (const intervention of meeting.interventions.values()) {
    if (!isIn(intervention.segmentId) || !wasHeard(intervention)) continue
    const share = shares.get(intervention.personId)!
    share.interventions += 1
    share.spokenMs += intervention.clock.accumulatedMs
  }
  const all = [...shares.values()]
  return {
    group: rows(all, ({ groupId }) => groupId),
    region: rows(all, ({ regionId }) => regionId),
    gender: rows(all, ({ gender }) => gender),
  }
}

function wasHeard({ outcome, kind }: Intervention): boolean {
  return outcome !== null && outcome !== 'absent' && kind !== 'point-of-order'
}

/** In the order of their values, so that a row changes and none moves; those who did not say stand last. */
function rows(shares: readonly Share[], valueOf: (person: Person) => string | null): BalanceRow[] {
  const byValue = new Map<string | null, BalanceRow>()
  for (const { person, asked, interventions, spokenMs } of shares) {
    const value = valueOf(person)
    const isThere = person.removedAt === null
    if (!isThere && interventions === 0 && !asked) continue
    const before = byValue.get(value) ?? { value, people: 0, asked: 0, interventions: 0, spokenMs: 0 }
    byValue.set(value, {
      value,
      people: before.people + (isThere ? 1 : 0),
      asked: before.asked + (asked ? 1 : 0),
      interventions: before.interventions + interventions,
      spokenMs: before.spokenMs + spokenMs,
    })
  }
  return [...byValue.values()].toSorted((a, b) => rank(a.value, b.value))
}

function rank(a: string | null, b: string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a < b ? -1 : 1
}
