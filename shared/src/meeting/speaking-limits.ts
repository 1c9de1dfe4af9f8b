import { floorIntervention, segmentById } from './queries.ts'
import type {
  Category,
  Intervention,
  LimitTable,
  Meeting,
  OnBehalfOf,
  PanelSeat,
  Person,
  Request,
  Segment,
} from './state.ts'

/** What the limit of an intervention depends on. */
export type Speech = Pick<Request, 'personId' | 'kind' | 'onBehalfOf'>

export const ownOrganization: OnBehalfOf = { capacity: 'organization', name: '' }

/**
 * [F11] The speaking limit in force for a speech in a segment, in ms. Points of order, rights of reply and panelists'
 * replies have limits of their own; a statement that of the seat, else of the person, else of whom it is on behalf of,
 * else of the participant's category, else the segment's. What waits in the list is capped by the segment's cap.
 */
export function limitFor(meeting: Meeting, segment: Segment, speech: Speech): number {
  const table = segment.limits ?? meeting.settings.limits
  switch (speech.kind) {
    case 'point-of-order':
      return table.pointOfOrderMs
    case 'right-of-reply':
      return rightOfReplyLimit(meeting, segment, table, speech.personId)
    case 'panel-reply':
      return table.panelReplyMs ?? shareOfReplies(meeting, segment)
    case 'question':
      return capped(segment, table.questionMs ?? statementLimit(meeting, segment, table, speech))
    case 'statement':
      return seatLimit(segment, speech) ?? capped(segment, statementLimit(meeting, segment, table, speech))
  }
}

/** The limit of a person who is given the floor without having asked. */
export function limitOfPerson(meeting: Meeting, segment: Segment, personId: string): number {
  return limitFor(meeting, segment, { personId, kind: 'statement', onBehalfOf: ownOrganization })
}

/** What a person is counted as where limits go by category. */
export function categoryOf(meeting: Meeting, person: Person): Category {
  const group = meeting.groups.find(({ id }) => id === person.groupId)
  return person.category ?? group?.category ?? 'non-state'
}

/** [F13] Those who may reply in a segment: the panelists of its session, each once, in the order of their panels. */
export function repliers(meeting: Meeting, { sessionId }: Segment): readonly PanelSeat[] {
  const seats = meeting.segments.flatMap((other) => (other.sessionId === sessionId ? other.panel : []))
  return seats.filter((seat, at) => seats.findIndex(({ personId }) => personId === seat.personId) === at)
}

/** [L14] How many rights of reply a person's delegation has had in a segment, or is waiting for. */
export function rightsOfReplyUsed(meeting: Meeting, segment: Segment, personId: string): number {
  return rightsUsedIn(meeting, segment).get(delegationOf(meeting, personId)) ?? 0
}

/** By delegation. */
type RightsUsed = ReadonlyMap<string, number>

const usedBySegment = new WeakMap<Segment, { readonly of: readonly unknown[]; readonly used: RightsUsed }>()

/** Counted once for all: thousands of personal views ask at every change of the list. */
function rightsUsedIn(meeting: Meeting, segment: Segment): RightsUsed {
  const of = [meeting.interventions, meeting.people]
  const known = usedBySegment.get(segment)
  if (known && known.of.every((part, at) => part === of[at])) return known.used
  const used = new Map<string, number>()
  const waiting = segment.list.map((id) => meeting.requests.get(id)!)
  for (const { kind, personId } of [...waiting, ...interventionsIn(meeting, segment.id)]) {
    if (kind !== 'right-of-reply') continue
    const delegation = delegationOf(meeting, personId)
    used.set(delegation, (used.get(delegation) ?? 0) + 1)
  }
  usedBySegment.set(segment, { of, used })
  return used
}

/** The interventions of one segment, in the order they were called. */
export function interventionsIn(meeting: Meeting, segmentId: string): Intervention[] {
  return meeting.interventionIds
    .map((id) => meeting.interventions.get(id)!)
    .filter((intervention) => intervention.segmentId === segmentId)
}

/** [F14] When a speech that is set to end by itself is over: its limit and the grace; null when it is not, or stands. */
export function endsByItselfAt(
  meeting: Meeting,
): { readonly interventionId: string; readonly at: number } | null {
  const speaking = floorIntervention(meeting)
  if (!speaking || speaking.clock.startedAt === null) return null
  const segment = segmentById(meeting, speaking.segmentId)!
  const { then, graceMs } = segment.atZero ?? meeting.settings.atZero
  if (then !== 'end') return null
  const { startedAt, limitMs, accumulatedMs } = speaking.clock
  return { interventionId: speaking.id, at: startedAt + Math.max(0, limitMs - accumulatedMs + graceMs) }
}

function seatLimit(segment: Segment, { personId }: Speech): number | null {
  return segment.panel.find((seat) => seat.personId === personId)?.limitMs ?? null
}

function statementLimit(meeting: Meeting, segment: Segment, table: LimitTable, speech: Speech): number {
  const person = meeting.people.get(speech.personId)!
  const { capacity } = speech.onBehalfOf
  const forCapacity = capacity === 'organization' ? undefined : table.byCapacity[capacity]
  const forCategory = table.byCategory[categoryOf(meeting, person)]
  return person.limitMs ?? forCapacity ?? forCategory ?? segment.speakingLimitMs
}

function capped({ limitCapMs }: Segment, limitMs: number): number {
  return limitCapMs === null ? limitMs : Math.min(limitMs, limitCapMs)
}

/** The one after those that were used already; the last one when all are, such as for somebody called unasked. */
function rightOfReplyLimit(meeting: Meeting, segment: Segment, table: LimitTable, personId: string): number {
  const had = interventionsIn(meeting, segment.id).filter(
    (past) =>
      past.kind === 'right-of-reply' &&
      delegationOf(meeting, past.personId) === delegationOf(meeting, personId),
  ).length
  return table.rightOfReplyMs[had] ?? table.rightOfReplyMs.at(-1) ?? segment.speakingLimitMs
}

/** Whole seconds, at least the shortest limit there is. */
function shareOfReplies(meeting: Meeting, segment: Segment): number {
  const count = Math.max(1, repliers(meeting, segment).length)
  const share = Math.floor(segment.repliesMs / count / 1_000) * 1_000
  return Math.max(10_000, share || segment.speakingLimitMs)
}

/** Rights of reply are a delegation's: people of one organization share them. */
function delegationOf(meeting: Meeting, personId: string): string {
  const { organization } = meeting.people.get(personId)!
  return organization === '' ? personId : organization.toLowerCase()
}
