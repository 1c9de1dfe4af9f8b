import { expect, test } from 'vitest'
import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import { limits } from '@openfloor/shared/limits.ts'
import { aminaSpeaking, onTheFloor, started, twoWaiting } from '@openfloor/shared/testing/beginnings.ts'
import { chen, coordinator, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, given, pass, type Story } from '@openfloor/shared/testing/story.ts'
import {
  acceptDelay,
  advance,
  closeList,
  endMeeting,
  extendSegment,
  giveFloorTo,
  pauseSegment,
  raiseHand,
  speaker,
} from '@openfloor/shared/testing/wishes.ts'
import { shortcutOf, type ActionId } from './action.ts'
import { consoleActions } from './console-actions.ts'
import { pictured } from './testing/pictures.ts'

const offered = (story: Story): ActionId[] => consoleActions(pictured(story)).map(({ id }) => id)

function command(story: Story, wanted: ActionId): WrittenCommand | null {
  const action = consoleActions(pictured(story)).find(({ id }) => id === wanted)
  return action && 'command' in action.intent ? action.intent.command : null
}

test('before the start: start it, prepare its first list, and nothing that needs a running segment', () => {
  expect(offered(given())).toEqual(expect.arrayContaining(['start-meeting', 'open-list', 'add-speaker']))
  expect(offered(given())).not.toEqual(
    expect.arrayContaining(['next-segment', 'give-floor-to-next', 'end-meeting', 'undo']),
  )
})

test('starting and ending are asked before they are sent; nothing that can be undone in one place is', () => {
  const asked = (story: Story) =>
    consoleActions(pictured(story)).flatMap(({ id, intent }) => (intent.kind === 'ask' ? [id] : []))
  expect(asked(given())).toEqual(['start-meeting'])
  expect(asked(aminaSpeaking())).toEqual(['end-meeting'])
})

test('after the end: only undo, the screens, and what opens something', () => {
  const story = onTheFloor(by(moderator, endMeeting('floor')))
  expect(offered(story)).toEqual([
    ...['blackout-screens', 'identify-screens', 'message-screens', 'show-screens', 'add-screen'],
    ...['screen-address'],
    ...[
      'undo',
      'write-notice',
      'find-person',
      'show-recent',
      'switch-sounds',
      'share',
      'palette',
      'show-keys',
    ],
  ])
})

test('in a break nobody is given the floor, and the list is that of what follows', () => {
  const story = onTheFloor(by(moderator, advance('floor', 'lunch')))
  expect(offered(story)).not.toContain('give-floor-to-next')
  expect(command(story, 'open-list')).toEqual({ type: 'open-list', segmentId: 'afternoon' })
})

test('the floor goes to the first of the list, and names the last intervention that was seen', () => {
  const to = { requestId: 'raise-hand-1' }
  expect(command(twoWaiting(), 'give-floor-to-next')).toEqual({
    ...{ type: 'give-floor', segmentId: 'floor', to, after: null },
  })
  expect(command(aminaSpeaking(), 'give-floor-to-next')).toEqual({
    ...{ type: 'give-floor', segmentId: 'floor', to: { requestId: 'raise-hand-2' }, after: 'give-floor-1' },
  })
})

test('on a panel the seats go first, in their order, and before the list', () => {
  const story = started(by(moderator, advance('opening', 'panel')))
  expect(command(story, 'give-floor-to-next')).toMatchObject({ to: { personId: 'chen' } })
  const first = story.and(by(moderator, giveFloorTo('chen', null, 'panel')))
  expect(command(first, 'give-floor-to-next')).toMatchObject({
    ...{ to: { personId: 'dalia' }, after: 'give-floor-1' },
  })
})

test('on an open floor a panelist who waits in the list comes by the request', () => {
  const story = onTheFloor(by(chen, raiseHand()))
  expect(command(story, 'give-floor-to-next')).toMatchObject({ to: { requestId: 'raise-hand-1' } })
})

test('a command about the speaker names the intervention that was seen', () => {
  for (const id of ['pause-speaker', 'extend-speaker-30s', 'end-intervention', 'cut-off'] as const)
    expect(command(aminaSpeaking(), id)).toMatchObject({ interventionId: 'give-floor-1' })
})

test('of start, pause and resume one is offered, as the clock stands', () => {
  const clockActions = (story: Story) => offered(story).filter((id) => shortcutOf[id] === 'P')
  const paused = by(moderator, speaker('pause-intervention'))
  expect(clockActions(aminaSpeaking())).toEqual(['pause-speaker'])
  expect(clockActions(aminaSpeaking(pass(1_000), paused))).toEqual(['resume-speaker'])
  expect(clockActions(aminaSpeaking(paused))).toEqual(['start-speaker'])
  expect(clockActions(twoWaiting())).toEqual([])
})

test('segments are left and gone to by the one that was seen as current', () => {
  expect(command(onTheFloor(), 'next-segment')).toEqual({
    type: 'advance-segment',
    from: 'floor',
    to: 'lunch',
  })
  expect(command(onTheFloor(), 'previous-segment')).toEqual({
    ...{ type: 'advance-segment', from: 'floor', to: 'panel' },
  })
  expect(offered(started())).not.toContain('previous-segment')
})

test('a paused segment is resumed; one of a minute is not shortened', () => {
  const paused = onTheFloor(by(moderator, pauseSegment('floor')))
  expect(offered(paused)).toContain('resume-segment')
  expect(offered(paused)).not.toContain('pause-segment')
  const floor = onTheFloor().segment('floor')
  const shortest = by(moderator, extendSegment('floor', limits.segmentMinMs - floor.clock.limitMs))
  expect(offered(onTheFloor(shortest))).not.toContain('shorten-segment-1min')
})

test('an open list is closed, a closed one opened, and undo names the action it takes back', () => {
  const closed = onTheFloor(by(moderator, closeList('floor')))
  expect(command(onTheFloor(), 'close-list')).toEqual({ type: 'close-list', segmentId: 'floor' })
  expect(command(closed, 'open-list')).toEqual({ type: 'open-list', segmentId: 'floor' })
  expect(command(closed, 'undo')).toEqual({
    ...{ type: 'undo', actionId: closed.meeting.undoable.at(-1)?.id },
  })
})

test('only the coordinator is led to the programme', () => {
  const has = (role: 'moderator' | 'coordinator') =>
    consoleActions(pictured(started(), role)).some(({ id }) => id === 'open-plan')
  expect([has('moderator'), has(coordinator.role as 'coordinator')]).toEqual([false, true])
})

test('no two actions that are offered together share a key', () => {
  for (const story of [given(), started(), twoWaiting(), aminaSpeaking()]) {
    const keys = offered(story).flatMap((id) => shortcutOf[id] ?? [])
    expect(new Set(keys).size).toBe(keys.length)
  }
})

test('[P16] the delay is accepted only where there is one, by a command that names the current segment', () => {
  expect(offered(started())).not.toContain('accept-delay')
  expect(offered(given(pass(20 * 60_000)))).not.toContain('accept-delay')
  const late = started(pass(20 * 60_000))
  expect(command(late, 'accept-delay')).toEqual(acceptDelay('opening'))
  expect(offered(late.and(by(moderator, acceptDelay('opening'))))).not.toContain('accept-delay')
})
