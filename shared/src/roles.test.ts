import { describe, expect, test } from 'vitest'
import type { Command, CommandType } from './commands.ts'
import type { Role } from './meeting/state.ts'
import { maySend, sendersOf } from './roles.ts'
import { onTheFloor } from './testing/beginnings.ts'
import { inRole } from './testing/consultation.ts'

const roles: readonly Role[] = [
  'coordinator',
  'moderator',
  'rapporteur',
  'participant',
  'screen',
  'lobby',
  'door',
  'system',
]
const commands = Object.keys(sendersOf) as CommandType[]

/** What each role may send, in words that can be read through at one glance. */
const forSomebody = ['lower-hand', 'yield-floor', 'set-availability', 'file-statement']
const participants = ['raise-hand', 'erase-person', ...forSomebody]
const runsTheMeeting = [
  ...['give-floor', 'start-intervention', 'pause-intervention', 'resume-intervention'],
  ...['extend-intervention', 'end-intervention', 'cut-off', 'set-speaking-limit'],
  ...['open-list', 'close-list', 'enter-request', 'remove-request', 'move-request'],
  ...['start-meeting', 'advance-segment', 'end-meeting', 'pause-segment', 'resume-segment', 'extend-segment'],
  ...['mark-absent', 'hold-request', 'set-order-policy', 'cap-limits', 'enter-requests', 'set-speaker-terms'],
  ...forSomebody,
  ...['send-notice', 'withdraw-notice', 'undo', 'accept-delay'],
  ...['set-door', 'renew-join-code', 'admit-people', 'clear-list', 'revoke-personal-links'],
  ...['add-screen', 'rename-screen', 'remove-screen', 'direct-screen', 'identify-screen'],
  ...['blackout-screens', 'issue-screen-link'],
  ...['add-person', 'edit-person', 'remove-person', 'issue-personal-link'],
]
const plansTheMeeting = [
  ...['rename-meeting', 'schedule-meeting', 'change-settings', 'change-stakeholder-groups'],
  ...['add-session', 'rename-session', 'remove-session'],
  ...['add-segment', 'edit-segment', 'move-segment', 'remove-segment', 'set-panel'],
  ...['erase-person', 'renew-link', 'issue-named-link', 'revoke-link'],
]

const expected: Readonly<Record<Role, readonly string[]>> = {
  coordinator: [...runsTheMeeting, ...plansTheMeeting],
  moderator: runsTheMeeting,
  rapporteur: [],
  participant: participants,
  screen: [],
  lobby: [],
  door: ['join-meeting', 'issue-personal-link'],
  system: ['create-meeting', 'end-overdue-intervention'],
}

describe('[R1] each command has the roles that may send it', () => {
  test.each(roles)('[R1] %s', (role) => {
    const allowed = commands.filter((command) => maySend(role, command))
    expect(allowed.toSorted()).toEqual(expected[role].toSorted())
  })

  const pairs = roles.flatMap((role) => commands.map((command) => [role, command] as const))
  const forbidden = pairs.filter(([role, command]) => !sendersOf[command].includes(role))

  test.each(forbidden)('[R1] %s may not send %s, whatever it says', (role, type) => {
    const actor = { ...inRole(role), personId: role === 'participant' ? 'amina' : null }
    onTheFloor().when(actor, bare(type)).isRefused('not-allowed')
  })
})

/** Permission comes first, so that a command may be empty here. */
function bare(type: CommandType): Command {
  return { type } as Command
}
