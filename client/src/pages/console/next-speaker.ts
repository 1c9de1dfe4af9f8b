import type { ModeratorRow } from '@openfloor/shared/views/moderators.ts'
import type { PublicFloor, PublicPerson, PublicSeat, PublicSegment } from '@openfloor/shared/views/public.ts'
import { kindRank, STATEMENT_RANK } from '@openfloor/shared/ordering/row.ts'

/** Who speaks next if nobody decides otherwise: the way `give-floor` names them, and their limit. */
export interface NextSpeaker {
  readonly to:
    | { readonly requestId: string }
    | { readonly personId: string; readonly kind?: 'statement' | 'panel-reply' }
  readonly person: PublicPerson
  readonly limitMs: number
}

/**
 * Points of order first. On an open floor the list goes before the seats; elsewhere the seats go first, in their order.
 * Then come the panelists' replies, unasked once the list is closed, and rights of reply last. Who is on hold is passed
 * over. While a speaker is interrupted, only another point of order can be called.
 */
export function nextSpeaker(
  segment: PublicSegment,
  rows: readonly ModeratorRow[],
  floor: PublicFloor | null,
): NextSpeaker | null {
  if (segment.kind === 'break') return null
  const waiting = (isMeant: (rank: number) => boolean) =>
    rows.filter(({ kind, onHold }) => !onHold && isMeant(kindRank(kind))).map(asked)
  const orders = waiting((rank) => rank < STATEMENT_RANK)
  if (floor?.interrupted) return orders[0] ?? null
  const statements = waiting((rank) => rank === STATEMENT_RANK)
  const seats = unheard(segment.panel, floor).map(seated)
  const replies = segment.listOpen ? [] : unheard(segment.repliers, floor).map(replying)
  const later = waiting((rank) => rank > STATEMENT_RANK)
  const floorFirst = segment.kind === 'open-floor' ? [...statements, ...seats] : [...seats, ...statements]
  const [panelReplies, rightsOfReply] = [
    later.filter(({ kind }) => kind === 'panel-reply'),
    later.filter(({ kind }) => kind !== 'panel-reply'),
  ]
  return [...orders, ...floorFirst, ...panelReplies, ...replies, ...rightsOfReply][0] ?? null
}

/** The first point of order that waits and is not on hold. */
export function firstPointOfOrder(rows: readonly ModeratorRow[]): ModeratorRow | null {
  return rows.find(({ kind, onHold }) => kind === 'point-of-order' && !onHold) ?? null
}

function unheard(seats: readonly PublicSeat[], floor: PublicFloor | null): PublicSeat[] {
  return seats.filter(({ personId, spoken }) => spoken === 0 && personId !== floor?.personId)
}

function asked(row: ModeratorRow): NextSpeaker & Pick<ModeratorRow, 'kind'> {
  return { to: { requestId: row.requestId }, person: row, limitMs: row.limitMs, kind: row.kind }
}

function seated(seat: PublicSeat): NextSpeaker {
  return { to: { personId: seat.personId }, person: seat, limitMs: seat.limitMs }
}

function replying(seat: PublicSeat): NextSpeaker {
  return { to: { personId: seat.personId, kind: 'panel-reply' }, person: seat, limitMs: seat.limitMs }
}
