import type { PanelSeat } from '@openfloor/shared/meeting/state.ts'
import type { PublicSegment } from '@openfloor/shared/views/public.ts'

type SeatedSegment = Pick<PublicSegment, 'panel' | 'speakingLimitMs'>

/** The seats as they are sent. The view tells one limit a seat; one that equals the segment's follows the segment. */
export function seatsOf({ panel, speakingLimitMs }: SeatedSegment): readonly PanelSeat[] {
  return panel.map(({ personId, limitMs }) => ({
    personId,
    limitMs: limitMs === speakingLimitMs ? null : limitMs,
  }))
}

/** With somebody more at the end; unchanged when they sit there already. */
export function withSeat(seats: readonly PanelSeat[], personId: string): readonly PanelSeat[] {
  if (seats.some((seat) => seat.personId === personId)) return seats
  return [...seats, { personId, limitMs: null }]
}

export function withoutSeat(seats: readonly PanelSeat[], personId: string): readonly PanelSeat[] {
  return seats.filter((seat) => seat.personId !== personId)
}

/** With another limit for one of them; null is the segment's. */
export function withLimit(
  seats: readonly PanelSeat[],
  personId: string,
  limitMs: number | null,
): readonly PanelSeat[] {
  return seats.map((seat) => (seat.personId === personId ? { personId, limitMs } : seat))
}
