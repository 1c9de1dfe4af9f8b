import type { KnownPerson, ModeratorRow } from '@openfloor/shared/views/moderators.ts'
import type { NotReachedRow } from '@openfloor/shared/views/rapporteur.ts'
import type { PublicSegment } from '@openfloor/shared/views/public.ts'
import type { ConsoleAction } from './action.ts'
import { afterForStep, afterForTop } from './list-moves.ts'
import type { Picture } from './picture.ts'
import { sends } from './sent-or-opened.ts'

/** What can be done to a waiting request of the shown list. */
export function requestActions(picture: Picture, requestId: string): readonly ConsoleAction[] {
  const { rows, listed } = picture
  const at = rows.findIndex((row) => row.requestId === requestId)
  const row = rows[at]
  if (!row || !listed) return []
  return [
    ...giftFor(picture, listed, row),
    ...movesOf(rows, at, requestId),
    ...wishesOf(row),
    sends('remove-request', { type: 'remove-request', requestId }, requestId),
  ]
}

/** What can be done to a person: the floor or a place in the shown list for who may have it, and removal. */
export function personActions(picture: Picture, personId: string): readonly ConsoleAction[] {
  const person = picture.moderators.people[personId]
  if (!person) return []
  const request = picture.rows.find((row) => isRequestOf(row, personId))
  return [
    ...giftTo(picture, person),
    ...entryFor(picture, person),
    ...(request ? wishesOf(request) : []),
    ...statementActions(picture, personId),
    {
      id: 'remove-person',
      target: personId,
      intent: { kind: 'ask', question: 'remove-person', command: { type: 'remove-person', personId } },
    },
  ]
}

/** The floor for a panelist's reply, where the current segment keeps time for replies. */
export function replyAction({ current, floor, moderators }: Picture, personId: string): ConsoleAction | null {
  if (!current || floor?.interrupted || floor?.personId === personId) return null
  if (!current.repliers.some((seat) => seat.personId === personId)) return null
  const to = { personId, kind: 'panel-reply' } as const
  const after = moderators.lastInterventionId
  return sends('give-reply', { type: 'give-floor', segmentId: current.id, to, after }, personId)
}

/** To go to a segment that is not the current one. */
export function goToAction({ current }: Picture, { id }: PublicSegment): ConsoleAction | null {
  if (!current || current.id === id) return null
  return sends('go-to-segment', { type: 'advance-segment', from: current.id, to: id }, id)
}

/** To hand in the statement of somebody who was not reached, or absent when called, for want of a device of theirs. */
export function statementAction({ requestId }: NotReachedRow): ConsoleAction {
  return { id: 'hand-in-statement', target: requestId, intent: { kind: 'write-statement', requestId } }
}

/** The latest request that was missed; who asks again, or was heard since, may still hand it in from the list of them. */
function statementActions({ moderators }: Picture, personId: string): ConsoleAction[] {
  const missed = moderators.notReached.findLast((row) => row.personId === personId)
  return missed && !missed.statement ? [statementAction(missed)] : []
}

/** To take a notice back. */
export function withdrawAction(noticeId: string): ConsoleAction {
  return sends('withdraw-notice', { type: 'withdraw-notice', noticeId }, noticeId)
}

/** [F12] While a speaker is interrupted, only another point of order can have the floor. */
function giftFor(
  { current, floor, moderators }: Picture,
  listed: PublicSegment,
  { requestId, kind }: ModeratorRow,
): ConsoleAction[] {
  if (current?.id !== listed.id || (floor?.interrupted && kind !== 'point-of-order')) return []
  const after = moderators.lastInterventionId
  const to = { requestId }
  return [sends('give-floor', { type: 'give-floor', segmentId: listed.id, to, after }, requestId)]
}

function movesOf(rows: readonly ModeratorRow[], at: number, requestId: string): ConsoleAction[] {
  const move = (id: 'move-up' | 'move-down' | 'move-to-top', after: string | null) =>
    sends(id, { type: 'move-request', requestId, after }, requestId)
  return [
    ...(at > 0 ? [move('move-up', afterForStep(rows, at, -1))] : []),
    ...(at < rows.length - 1 ? [move('move-down', afterForStep(rows, at, 1))] : []),
    ...(at > 0 ? [move('move-to-top', afterForTop())] : []),
  ]
}

/** What a moderator decides of a request, and what the secretariat does for a person without a device. */
function wishesOf({ requestId, hold }: ModeratorRow): ConsoleAction[] {
  const isHeld = hold === 'held'
  const isUnavailable = hold === 'unavailable'
  return [
    sends(
      isHeld ? 'release-request' : 'hold-request',
      { type: 'hold-request', requestId, held: !isHeld },
      requestId,
    ),
    ...(isHeld
      ? []
      : [
          sends(
            isUnavailable ? 'set-available' : 'set-unavailable',
            { type: 'set-availability', requestId, available: isUnavailable },
            requestId,
          ),
        ]),
    sends('lower-hand', { type: 'lower-hand', requestId }, requestId),
  ]
}

function giftTo({ current, floor, moderators }: Picture, { id: personId }: KnownPerson): ConsoleAction[] {
  if (!current || current.kind === 'break' || floor?.interrupted || floor?.personId === personId) return []
  const after = moderators.lastInterventionId
  return [
    sends('give-floor', { type: 'give-floor', segmentId: current.id, to: { personId }, after }, personId),
  ]
}

function entryFor(picture: Picture, { id: personId }: KnownPerson): ConsoleAction[] {
  const { listed, floor, public: everybody } = picture
  if (!listed || everybody.meeting.phase === 'ended' || hasTheFloor(floor, personId)) return []
  if (isWaiting(picture, personId)) return []
  const segmentId = listed.id
  return [
    sends('enter-request', { type: 'enter-request', segmentId, speaker: { personId }, topic: '' }, personId),
  ]
}

function hasTheFloor(floor: Picture['floor'], personId: string): boolean {
  return floor?.personId === personId || floor?.interrupted?.personId === personId
}

/** Whether a person waits in any list. */
function isWaiting({ moderators: { lists } }: Picture, personId: string): boolean {
  return Object.values(lists).some((rows) => rows.some((row) => isRequestOf(row, personId)))
}

/** A point of order may wait beside a person's request, and is taken at once: it is not what is arranged for them. */
function isRequestOf(row: ModeratorRow, personId: string): boolean {
  return row.personId === personId && row.kind !== 'point-of-order'
}
