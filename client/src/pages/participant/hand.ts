import type { HandState } from '../../components/HandButton.svelte'
import { limits } from '@openfloor/shared/limits.ts'
import type { PublicSegment, PublicView } from '@openfloor/shared/views/public.ts'
import type { MyTurn } from './my-turn.ts'

/** What a press of the hand asks for. */
export type HandWish =
  | { readonly type: 'raise-hand'; readonly segmentId: string }
  | { readonly type: 'lower-hand'; readonly requestId: string }
  | { readonly type: 'yield-floor'; readonly interventionId: string }

/** Why the hand can do nothing now. */
export type ClosedReason = 'not-started' | 'break' | 'ended' | 'full' | 'panel' | 'closed'

/** The hand as it stands: a wish to press for, or a reason why not. */
export type Hand =
  | {
      readonly state: Exclude<HandState, 'closed' | 'pending'>
      readonly wish: HandWish
      readonly segment: PublicSegment | null
    }
  | { readonly state: 'closed'; readonly reason: ClosedReason }

export function handOf(view: PublicView, turn: MyTurn): Hand {
  if (turn.kind === 'speaking') {
    const { interventionId } = turn.floor
    return { state: 'speaking', wish: { type: 'yield-floor', interventionId }, segment: null }
  }
  if (turn.kind === 'waiting') {
    const { requestId } = turn.request
    const state = turn.isNext ? 'next' : 'raised'
    return { state, wish: { type: 'lower-hand', requestId }, segment: turn.segment }
  }
  const segment = openSegment(view)
  if (!segment) return { state: 'closed', reason: closedReason(view, turn) }
  if (segment.waiting >= limits.requestsPerList) return { state: 'closed', reason: 'full' }
  return { state: 'open', wish: { type: 'raise-hand', segmentId: segment.id }, segment }
}

/** The segment to ask for the floor in: the current one, or the first to come whose list is open already. */
function openSegment({ meeting, programme }: PublicView): PublicSegment | undefined {
  if (meeting.phase === 'ended') return undefined
  const { segments, currentSegmentId } = programme
  const at = segments.findIndex(({ id }) => id === currentSegmentId)
  return segments.slice(Math.max(0, at)).find(({ listOpen }) => listOpen)
}

function closedReason({ meeting, programme }: PublicView, turn: MyTurn): ClosedReason {
  if (meeting.phase === 'ended') return 'ended'
  if (meeting.phase === 'planned') return 'not-started'
  if (turn.kind === 'panel' && turn.isCurrent) return 'panel'
  const current = programme.segments.find(({ id }) => id === programme.currentSegmentId)
  return current?.kind === 'break' ? 'break' : 'closed'
}
