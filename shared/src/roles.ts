import type { CommandType } from './commands.ts'
import type { Role } from './meeting/state.ts'

const participants: readonly Role[] = ['participant']
const moderators: readonly Role[] = ['moderator', 'coordinator']
const coordinators: readonly Role[] = ['coordinator']
/** Participants for themselves; moderators, as the secretariat, for somebody without a device. */
const everybodyAsking: readonly Role[] = ['participant', 'moderator', 'coordinator']
const system: readonly Role[] = ['system']

/** Which roles may send which command. The server asks it for every command; nothing else grants anything. */
export const sendersOf: Readonly<Record<CommandType, readonly Role[]>> = {
  'raise-hand': participants,
  'lower-hand': everybodyAsking,
  'yield-floor': everybodyAsking,
  'set-availability': everybodyAsking,
  'file-statement': everybodyAsking,

  'give-floor': moderators,
  'start-intervention': moderators,
  'pause-intervention': moderators,
  'resume-intervention': moderators,
  'extend-intervention': moderators,
  'end-intervention': moderators,
  'cut-off': moderators,
  'mark-absent': moderators,
  'open-list': moderators,
  'close-list': moderators,
  'enter-request': moderators,
  'enter-requests': moderators,
  'remove-request': moderators,
  'move-request': moderators,
  'hold-request': moderators,
  'set-order-policy': moderators,
  'cap-limits': moderators,
  'set-speaking-limit': moderators,
  'start-meeting': moderators,
  'advance-segment': moderators,
  'end-meeting': moderators,
  'pause-segment': moderators,
  'resume-segment': moderators,
  'extend-segment': moderators,
  'accept-delay': moderators,
  'send-notice': moderators,
  'withdraw-notice': moderators,
  'add-screen': moderators,
  'rename-screen': moderators,
  'remove-screen': moderators,
  'direct-screen': moderators,
  'blackout-screens': moderators,
  'identify-screen': moderators,
  undo: moderators,

  'set-door': moderators,
  'renew-join-code': moderators,
  'admit-people': moderators,
  'clear-list': moderators,
  'renew-link': coordinators,
  'issue-named-link': coordinators,
  'revoke-link': coordinators,
  'revoke-personal-links': moderators,

  'rename-meeting': coordinators,
  'schedule-meeting': coordinators,
  'change-settings': coordinators,
  'change-stakeholder-groups': coordinators,
  'add-session': coordinators,
  'rename-session': coordinators,
  'remove-session': coordinators,
  'add-segment': coordinators,
  'edit-segment': coordinators,
  'move-segment': coordinators,
  'remove-segment': coordinators,
  'set-panel': coordinators,
  'add-person': moderators,
  'edit-person': moderators,
  'remove-person': moderators,
  'erase-person': ['participant', 'coordinator'],
  'set-speaker-terms': moderators,

  'create-meeting': system,
  'end-overdue-intervention': system,
  'join-meeting': ['door'],
  'issue-personal-link': ['coordinator', 'moderator', 'door'],
  'issue-screen-link': moderators,
}

export function maySend(role: Role, command: CommandType): boolean {
  return sendersOf[command].includes(role)
}
