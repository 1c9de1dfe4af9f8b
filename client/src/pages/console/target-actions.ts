import type { Person } from '@openfloor/shared/meeting/state.ts'
import type { PublicSegment } from '@openfloor/shared/views/public.ts'
import type { ConsoleAction } from './action.ts'
import { sends } from './console-actions.ts'
import { afterForStep, afterForTop } from './list-moves.ts'
import type { Picture } from './picture.ts'

/** What can be done to a waiting request of the shown list. */
export function requestActions(picture: Picture, requestId: string): readonly ConsoleAction[] {
  const { rows, current, listed, moderators } = picture
  const at = rows.findIndex((row) => row.requestId === requestId)
  if (at < 0 || !listed) return []
  const isCurrent = current?.id === listed.id
  const last = rows.length - 1
  const move = (id: 'move-up' | 'move-down' | 'move-to-top', after: string | null) =>
    sends(id, { type: 'move-request', requestId, after }, requestId)
  return [
    ...(isCurrent
      ? [
          sends(
            'give-floor',
            {
              type: 'give-floor',
              segmentId: listed.id,
              to: { requestId },
              after: moderators.lastInterventionId,
            },
            requestId,
          ),
        ]
      : []),
    ...(at > 0 ? [move('move-up', afterForStep(rows, at, -1))] : []),
    ...(at < last ? [move('move-down', afterForStep(rows, at, 1))] : []),
    ...(at > 0 ? [move('move-to-top', afterForTop())] : []),
    sends('remove-request', { type: 'remove-request', requestId }, requestId),
  ]
}

/** What can be done to a person: the floor or a place in the shown list for who may have it, and removal. */
export function personActions(picture: Picture, personId: string): readonly ConsoleAction[] {
  const person = picture.moderators.people[personId]
  if (!person) return []
  return [
    ...giftTo(picture, person),
    ...entryFor(picture, person),
    {
      id: 'remove-person',
      target: personId,
      intent: { kind: 'ask', question: 'remove-person', command: { type: 'remove-person', personId } },
    },
  ]
}

/** To go to a segment that is not the current one. */
export function goToAction({ current }: Picture, { id }: PublicSegment): ConsoleAction | null {
  if (!current || current.id === id) return null
  return sends('go-to-segment', { type: 'advance-segment', from: current.id, to: id }, id)
}

/** To take a notice back. */
export function withdrawAction(noticeId: string): ConsoleAction {
  return sends('withdraw-notice', { type: 'withdraw-notice', noticeId }, noticeId)
}

function giftTo({ current, floor, moderators }: Picture, { id: personId }: Person): ConsoleAction[] {
  if (!current || current.kind === 'break' || floor?.personId === personId) return []
  const after = moderators.lastInterventionId
  return [
    sends('give-floor', { type: 'give-floor', segmentId: current.id, to: { personId }, after }, personId),
  ]
}

function entryFor(picture: Picture, { id: personId }: Person): ConsoleAction[] {
  const { listed, floor, public: everybody } = picture
  if (!listed || everybody.meeting.phase === 'ended' || floor?.personId === personId) return []
  if (isWaiting(picture, personId)) return []
  const segmentId = listed.id
  return [
    sends('enter-request', { type: 'enter-request', segmentId, speaker: { personId }, topic: '' }, personId),
  ]
}

/** Whether a person waits in any list. */
function isWaiting({ moderators: { lists } }: Picture, personId: string): boolean {
  return Object.values(lists).some((rows) => rows.some((row) => row.personId === personId))
}
