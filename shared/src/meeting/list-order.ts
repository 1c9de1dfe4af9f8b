import { applyMoves } from '../ordering/moves.ts'
import type { OrderPolicy } from '../ordering/policy.ts'
import type { CommandOf } from '../commands.ts'
import type { Context, Decision, Deciders, Evolution } from './decision.ts'
import { requestRefusal } from './hand-checks.ts'
import { insertAfter } from './plan-checks.ts'
import { segmentById, withRequest, withSegment } from './queries.ts'
import { refuse } from './refusals.ts'
import type { Hold, Meeting, Segment } from './state.ts'

/** The order in which those who wait are to speak: by policy, by hand, and who is passed over (rules O and L). */
export const orderDeciders = {
  'move-request': (meeting, { requestId, after }) => {
    const request = meeting.requests.get(requestId)
    if (!request) return refuse('unknown-request')
    if (request.status !== 'waiting') return refuse('request-not-waiting')
    const { list } = segmentById(meeting, request.segmentId)!
    if (after === requestId || (after !== null && !list.includes(after))) return refuse('target-not-waiting')
    if ((list[list.indexOf(requestId) - 1] ?? null) === after) return []
    return [{ type: 'request-moved', requestId, after, pinned: true }]
  },
  'set-order-policy': decidePolicy,
  'hold-request': (meeting, { requestId, held }, { actor }) =>
    requestRefusal(meeting, requestId, actor) ?? holding(meeting, requestId, held ? 'held' : null),
  'set-availability': (meeting, { requestId, available }, { actor }) => {
    const refusal = requestRefusal(meeting, requestId, actor)
    if (refusal) return refusal
    const { hold } = meeting.requests.get(requestId)!
    // Who was put on hold by a moderator does not lift that.
    if (hold === 'held' && actor.role === 'participant') return []
    return holding(meeting, requestId, available ? null : 'unavailable')
  },
} satisfies Deciders<'move-request' | 'set-order-policy' | 'hold-request' | 'set-availability'>

export const orderEvolution = {
  'request-moved': (meeting, { requestId, after, pinned }) => {
    const request = meeting.requests.get(requestId)!
    const moved = withSegment(meeting, request.segmentId, (segment) => ({
      ...segment,
      list: insertAfter(
        segment.list.filter((other) => other !== requestId),
        requestId,
        after,
        String,
      ),
    }))
    return withRequest(moved, { ...request, pinned })
  },
  'order-policy-set': (meeting, { segmentId, policy }) =>
    withSegment(meeting, segmentId, (segment) => ({ ...segment, order: policy })),
  'list-ordered': (meeting, { segmentId, moves }) =>
    withSegment(meeting, segmentId, (segment) => ({ ...segment, list: applyMoves(segment.list, moves) })),
  'request-hold-changed': (meeting, { requestId, hold }) => {
    const request = { ...meeting.requests.get(requestId)!, hold }
    return withRequest(withSegment(meeting, request.segmentId, sameAgain), request)
  },
} satisfies Evolution<'request-moved' | 'order-policy-set' | 'list-ordered' | 'request-hold-changed'>

/** Another object, for the places of all who wait there have changed. */
function sameAgain(segment: Segment): Segment {
  return { ...segment }
}

function decidePolicy(meeting: Meeting, command: CommandOf<'set-order-policy'>, context: Context): Decision {
  const { segmentId, policy } = command
  const segment = segmentById(meeting, segmentId)
  if (!segment) return refuse('unknown-segment')
  if (segment.kind === 'break') return refuse('segment-is-break')
  const { band, alternation, safePositions, cap } = policy
  const chosen = { band, cap: band === 'fewest-interventions' ? cap : 1, alternation, safePositions }
  const before = segment.order
  if (band !== 'lots' && isSame(before, { ...chosen, lots: null })) return []
  return [
    { type: 'order-policy-set', segmentId, policy: { ...chosen, lots: lotsFor(meeting, band, context) } },
  ]
}

/** [O7] The seed is the server's, new for each draw and published; who asks later was not in the draw. */
function lotsFor(meeting: Meeting, band: OrderPolicy['band'], { newId }: Context): OrderPolicy['lots'] {
  return band === 'lots' ? { seed: newId().slice(0, SEED_CHARS), through: meeting.requests.size } : null
}

const SEED_CHARS = 8

function isSame(before: OrderPolicy, after: OrderPolicy): boolean {
  return (
    before.band === after.band &&
    before.cap === after.cap &&
    before.safePositions === after.safePositions &&
    before.lots === after.lots &&
    before.alternation?.by === after.alternation?.by &&
    before.alternation?.rule === after.alternation?.rule
  )
}

/** [L15] Who is on hold keeps the place and is passed over. */
function holding(meeting: Meeting, requestId: string, hold: Hold): Decision {
  if (meeting.requests.get(requestId)!.hold === hold) return []
  return [{ type: 'request-hold-changed', requestId, hold }]
}
