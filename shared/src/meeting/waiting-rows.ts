import { movesBetween } from '../ordering/moves.ts'
import { order, type OrderedRow } from '../ordering/order.ts'
import type { OrderPolicy } from '../ordering/policy.ts'
import { kindRank, STATEMENT_RANK, type OrderRow, type Tags } from '../ordering/row.ts'
import type { MeetingEvent } from './events.ts'
import { getPerson, segmentById } from './queries.ts'
import { interventionsIn } from './speaking-limits.ts'
import type { Intervention, Meeting, Person, Segment } from './state.ts'
import type { Table } from './table.ts'

/** How often a person has spoken in the meeting, and for how long. */
export interface SpokenTotal {
  readonly interventions: number
  readonly spokenMs: number
}

const none: SpokenTotal = { interventions: 0, spokenMs: 0 }

const totalsByInterventions = new WeakMap<Table<Intervention>, ReadonlyMap<string, SpokenTotal>>()

/**
 * What each person has spoken so far, by person; points of order, and turns for which nobody was there, do not count.
 * Counted once for each state of the record.
 */
export function spokenTotals({ interventions }: Meeting): ReadonlyMap<string, SpokenTotal> {
  const known = totalsByInterventions.get(interventions)
  if (known) return known
  const totals = new Map<string, SpokenTotal>()
  for (const { personId, kind, outcome, clock } of interventions.values()) {
    if (outcome === null || outcome === 'absent' || kind === 'point-of-order') continue
    const before = totals.get(personId) ?? none
    totals.set(personId, {
      interventions: before.interventions + 1,
      spokenMs: before.spokenMs + clock.accumulatedMs,
    })
  }
  totalsByInterventions.set(interventions, totals)
  return totals
}

/** The list of a segment as the order policies see it. */
export function orderRows(meeting: Meeting, { list }: Segment): OrderRow[] {
  const totals = spokenTotals(meeting)
  return list.map((requestId) => {
    const { id, kind, receipt, pinned, personId } = meeting.requests.get(requestId)!
    const person = getPerson(meeting, personId)
    const { protocolRank } = person
    return {
      id,
      kind,
      receipt,
      pinned,
      protocolRank,
      tags: tagsOf(person),
      ...(totals.get(personId) ?? none),
    }
  })
}

/** The list as a policy has it, with a reason for every row. */
export function orderedBy(meeting: Meeting, segment: Segment, policy: OrderPolicy): OrderedRow[] {
  return order(orderRows(meeting, segment), policy, speakersTags(meeting, segment))
}

/** [O1] What the standing policy of a segment moves in its list now; nothing when it stands in that order. */
export function orderMoves(meeting: Meeting, segmentId: string): MeetingEvent[] {
  const segment = segmentById(meeting, segmentId)
  if (!segment || segment.list.length < 2 || standsInOrder(meeting, segment)) return []
  const ordered = orderedBy(meeting, segment, segment.order).map(({ id }) => id)
  const moves = movesBetween(segment.list, ordered)
  return moves.length === 0 ? [] : [{ type: 'list-ordered', segmentId, moves }]
}

/** First come, first served needs no sorting while newcomers only ever join at the end of their kind. */
function standsInOrder(meeting: Meeting, { list, order: policy }: Segment): boolean {
  if (policy.band !== 'receipt' || policy.alternation !== null) return false
  let [rank, receipt] = [0, 0]
  return list.every((id, at) => {
    const request = meeting.requests.get(id)!
    const [rankBefore, receiptBefore] = [rank, receipt]
    rank = kindRank(request.kind)
    if (rank !== rankBefore) receipt = 0
    if (request.pinned || (rank === STATEMENT_RANK && at < policy.safePositions)) return rank >= rankBefore
    receipt = request.receipt
    return rank > rankBefore || (rank === rankBefore && receipt > receiptBefore)
  })
}

/** The tags of those who spoke in the segment, in order; points of order take no turn, nor does who was absent. */
function speakersTags(meeting: Meeting, segment: Segment): Tags[] {
  return interventionsIn(meeting, segment.id)
    .filter(({ kind, outcome }) => kind !== 'point-of-order' && outcome !== 'absent')
    .map(({ personId }) => tagsOf(getPerson(meeting, personId)))
}

function tagsOf({ groupId, regionId, gender, mode }: Person): Tags {
  return { group: groupId, region: regionId, gender, mode }
}
