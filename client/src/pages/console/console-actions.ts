import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import { isRunning } from '@openfloor/shared/clock/clock.ts'
import { limits } from '@openfloor/shared/limits.ts'
import type { ActionId, ConsoleAction } from './action.ts'
import type { Picture } from './picture.ts'
import { savedNoticeActions } from './saved-notices.ts'
import { allScreensActions } from './screen-actions.ts'
import { opens, sends } from './sent-or-opened.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS

/**
 * Everything that can be done now, apart from what is done to one row or person (`target-actions.ts`). Buttons, keys and
 * palette all ask here. Commands name what is in the picture, so what was decided on an old one is refused.
 */
export function consoleActions(picture: Picture): readonly ConsoleAction[] {
  return [
    ...floorActions(picture),
    ...listActions(picture),
    ...segmentActions(picture),
    ...phaseActions(picture),
    ...savedNoticeActions(picture),
    ...allScreensActions(picture),
    ...pageActions(picture),
  ]
}

function floorActions(picture: Picture): ConsoleAction[] {
  const { floor, next, pointOfOrder, current, moderators } = picture
  const after = moderators.lastInterventionId
  const gift = (id: ActionId, to: NonNullable<Picture['next']>['to']): ConsoleAction[] =>
    current ? [sends(id, { type: 'give-floor', segmentId: current.id, to, after })] : []
  return [
    ...(next ? gift('give-floor-to-next', next.to) : []),
    ...(pointOfOrder ? gift('give-floor-to-order', { requestId: pointOfOrder.requestId }) : []),
    ...(floor ? speakerActions(floor) : []),
  ]
}

function speakerActions({ interventionId, clock }: NonNullable<Picture['floor']>): ConsoleAction[] {
  const extend = (id: ActionId, byMs: number): ConsoleAction[] =>
    clock.limitMs + byMs > limits.speakingLimitMaxMs
      ? []
      : [sends(id, { type: 'extend-intervention', interventionId, byMs })]
  return [
    clockAction(interventionId, clock),
    ...extend('extend-speaker-30s', 30 * SECOND_MS),
    ...extend('extend-speaker-1min', MINUTE_MS),
    sends('end-intervention', { type: 'end-intervention', interventionId }),
    sends('cut-off', { type: 'cut-off', interventionId }),
    sends('mark-absent', { type: 'mark-absent', interventionId }),
    sends('yield-floor', { type: 'yield-floor', interventionId }),
  ]
}

function clockAction(interventionId: string, clock: NonNullable<Picture['floor']>['clock']): ConsoleAction {
  if (isRunning(clock)) return sends('pause-speaker', { type: 'pause-intervention', interventionId })
  return clock.accumulatedMs === 0
    ? sends('start-speaker', { type: 'start-intervention', interventionId })
    : sends('resume-speaker', { type: 'resume-intervention', interventionId })
}

function listActions({ listed, public: { meeting } }: Picture): ConsoleAction[] {
  if (!listed || meeting.phase === 'ended') return []
  const segmentId = listed.id
  return [
    listed.listOpen
      ? sends('close-list', { type: 'close-list', segmentId })
      : sends('open-list', { type: 'open-list', segmentId }),
    ...(listed.waiting < limits.requestsPerList
      ? [opens('add-speaker', 'add-speaker'), opens('paste-names', 'paste-names')]
      : []),
    opens('order-list', 'order-policy'),
    opens('set-speaking-limit', 'speaking-limit'),
    opens('show-list', 'list'),
  ]
}

function segmentActions({ current, previous, following, isLate }: Picture): ConsoleAction[] {
  if (!current) return []
  const { id: segmentId, clock } = current
  const extend = (id: ActionId, byMs: number): ConsoleAction[] => {
    const limitMs = clock.limitMs + byMs
    const fits = limitMs >= limits.segmentMinMs && limitMs <= limits.segmentMaxMs
    return fits ? [sends(id, { type: 'extend-segment', segmentId, byMs })] : []
  }
  return [
    ...(following
      ? [sends('next-segment', { type: 'advance-segment', from: segmentId, to: following.id })]
      : []),
    ...(previous
      ? [sends('previous-segment', { type: 'advance-segment', from: segmentId, to: previous.id })]
      : []),
    isRunning(clock)
      ? sends('pause-segment', { type: 'pause-segment', segmentId })
      : sends('resume-segment', { type: 'resume-segment', segmentId }),
    ...extend('shorten-segment-1min', -MINUTE_MS),
    ...extend('extend-segment-1min', MINUTE_MS),
    ...extend('extend-segment-5min', 5 * MINUTE_MS),
    ...(isLate ? [sends('accept-delay', { type: 'accept-delay', segmentId })] : []),
  ]
}

/** Starting and ending concern the whole room, so both are asked before they are done. */
function phaseActions({ public: { meeting }, current, segments }: Picture): ConsoleAction[] {
  const ask = (question: 'start-meeting' | 'end-meeting', command: WrittenCommand): ConsoleAction => ({
    id: question,
    target: null,
    intent: { kind: 'ask', question, command },
  })
  if (meeting.phase === 'planned') {
    return segments.length === 0 ? [] : [ask('start-meeting', { type: 'start-meeting' })]
  }
  return current ? [ask('end-meeting', { type: 'end-meeting', from: current.id })] : []
}

function pageActions({ moderators: { undo }, role }: Picture): ConsoleAction[] {
  return [
    ...(undo ? [sends('undo', { type: 'undo', actionId: undo.actionId })] : []),
    opens('write-notice', 'notices'),
    opens('find-person', 'people'),
    opens('show-recent', 'recent'),
    opens('switch-sounds', 'sounds'),
    opens('share', 'share'),
    ...(role === 'coordinator' ? [opens('open-plan', 'plan')] : []),
    opens('palette', 'palette'),
    opens('show-keys', 'keys'),
  ]
}
