import type { HandState } from '../../components/HandButton.svelte'
import { m } from '../../paraglide/messages.js'
import type { ClosedReason, Hand, HandWish } from './hand.ts'

/** What the hand shows. */
export interface HandFace {
  readonly state: HandState
  readonly label: string
  readonly detail?: string
  readonly place?: string
}

/** While a command is on its way, the hand says so and takes no press. */
export function pendingFace(wish: HandWish['type']): HandFace {
  const labels = {
    'raise-hand': m.participant_hand_raising,
    'lower-hand': m.participant_hand_lowering,
    'yield-floor': m.participant_hand_yielding,
  }
  return { state: 'pending', label: labels[wish](), detail: m.participant_hand_pending() }
}

/** `place` is mine in the list; `opens` says when a closed list opens, where that is known. */
export function handFace(hand: Hand, place: number | null, opens: string | undefined): HandFace {
  const placed = place === null ? {} : { place: String(place) }
  switch (hand.state) {
    case 'speaking':
      return {
        state: 'speaking',
        label: m.participant_hand_yield(),
        detail: m.participant_hand_yield_detail(),
      }
    case 'next':
      return {
        state: 'next',
        label: m.participant_you_next(),
        detail: m.participant_hand_raised_detail(),
        ...placed,
      }
    case 'raised':
      return {
        state: 'raised',
        label: m.participant_hand_raised(),
        detail: m.participant_hand_raised_detail(),
        ...placed,
      }
    case 'open':
      return { state: 'open', label: m.participant_hand_raise(), detail: openDetail(hand) }
    case 'closed': {
      const { label, detail } = closedText(hand.reason)
      return { state: 'closed', label, detail: hand.reason === 'ended' ? undefined : (opens ?? detail) }
    }
  }
}

/** Why the hand can do nothing, and what to expect. */
export function closedText(reason: ClosedReason): { readonly label: string; readonly detail?: string } {
  switch (reason) {
    case 'not-started':
      return { label: m.participant_hand_not_started(), detail: m.participant_hand_not_started_detail() }
    case 'break':
      return { label: m.participant_hand_break(), detail: m.participant_hand_break_detail() }
    case 'ended':
      return { label: m.participant_hand_ended() }
    case 'full':
      return { label: m.participant_hand_full(), detail: m.participant_hand_full_detail() }
    case 'panel':
      return { label: m.participant_on_panel_now(), detail: m.participant_on_panel_text() }
    case 'closed':
      return { label: m.participant_hand_closed(), detail: m.participant_hand_closed_detail() }
  }
}

function openDetail({ segment }: Extract<Hand, { state: 'open' | 'raised' | 'next' | 'speaking' }>): string {
  if (!segment) return ''
  if (segment.startedAt === null) return m.participant_hand_raise_for({ title: segment.title })
  return segment.waiting === 0
    ? m.participant_hand_nobody()
    : m.participant_hand_waiting({ count: segment.waiting })
}
