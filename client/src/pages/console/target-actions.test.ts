import { expect, test } from 'vitest'
import type { Command, WrittenCommand } from '@openfloor/shared/commands.ts'
import { aminaSpeaking, onTheFloor, twoWaiting } from '@openfloor/shared/testing/beginnings.ts'
import { boris, chen, coordinator, dalia, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, given, type Story } from '@openfloor/shared/testing/story.ts'
import { advance, enterRequest, giveFloor, raiseHandFor } from '@openfloor/shared/testing/wishes.ts'
import type { ConsoleAction } from './action.ts'
import { goToAction, personActions, replyAction, requestActions } from './target-actions.ts'
import { pictured } from './testing/pictures.ts'

const ids = (actions: readonly ConsoleAction[]) => actions.map(({ id }) => id)

function commandOf(actions: readonly ConsoleAction[], wanted: ConsoleAction['id']): WrittenCommand | null {
  const action = actions.find(({ id }) => id === wanted)
  return action && 'command' in action.intent ? action.intent.command : null
}

/** What a moderator does for whoever waits. */
const wishes = ['hold-request', 'set-unavailable', 'lower-hand']

const threeWaiting = (): Story => twoWaiting(by(moderator, enterRequest('chen')))

test('the first row cannot go up, the last cannot go down', () => {
  const picture = pictured(threeWaiting())
  expect(ids(requestActions(picture, 'raise-hand-1'))).toEqual([
    ...['give-floor', 'move-down', ...wishes, 'remove-request'],
  ])
  expect(ids(requestActions(picture, 'gone'))).toEqual([])
  const last = picture.rows.at(-1)!.requestId
  expect(ids(requestActions(picture, last))).toEqual([
    ...['give-floor', 'move-up', 'move-to-top', ...wishes, 'remove-request'],
  ])
})

test('a move names the row behind which the request goes, null for the head', () => {
  const picture = pictured(threeWaiting())
  const [first, second, third] = picture.rows.map(({ requestId }) => requestId)
  const after = (requestId: string, id: ConsoleAction['id']) => {
    const command = commandOf(requestActions(picture, requestId), id)
    return command?.type === 'move-request' ? command.after : undefined
  }
  expect(after(second!, 'move-up')).toBe(null)
  expect(after(third!, 'move-up')).toBe(first)
  expect(after(first!, 'move-down')).toBe(second)
  expect(after(third!, 'move-to-top')).toBe(null)
})

test('a row is given the floor by its request, after the last intervention that was seen', () => {
  const actions = requestActions(pictured(aminaSpeaking()), 'raise-hand-2')
  expect(commandOf(actions, 'give-floor')).toEqual({
    ...{ type: 'give-floor', segmentId: 'floor', to: { requestId: 'raise-hand-2' }, after: 'give-floor-1' },
  })
})

test('the list of a segment to come can be arranged, but nobody there is given the floor', () => {
  const story = given(by(moderator, enterRequest('amina')))
  const picture = pictured(story)
  expect(picture.rows).toHaveLength(1)
  expect(ids(requestActions(picture, picture.rows[0]!.requestId))).toEqual([...wishes, 'remove-request'])
})

test('who speaks is neither given the floor nor put on the list; who waits is not put on it again', () => {
  const picture = pictured(aminaSpeaking())
  expect(ids(personActions(picture, 'amina'))).toEqual(['remove-person'])
  expect(ids(personActions(picture, 'boris'))).toEqual(['give-floor', ...wishes, 'remove-person'])
  expect(ids(personActions(picture, 'dalia'))).toEqual(['give-floor', 'enter-request', 'remove-person'])
})

test('nobody is given the floor in a break, but anybody can ask for what follows', () => {
  const picture = pictured(onTheFloor(by(moderator, advance('floor', 'lunch'))))
  const actions = personActions(picture, 'dalia')
  expect(ids(actions)).toEqual(['enter-request', 'remove-person'])
  expect(commandOf(actions, 'enter-request')).toMatchObject({ segmentId: 'afternoon' })
})

test('removing a person is asked first', () => {
  const [action] = personActions(pictured(given()), 'amina').slice(-1)
  expect(action?.intent).toEqual({
    ...{ kind: 'ask', question: 'remove-person', command: { type: 'remove-person', personId: 'amina' } },
  })
})

test('one goes to any segment but the current one, and only while the meeting runs', () => {
  const running = pictured(onTheFloor())
  const [opening, , floor] = running.segments
  expect(goToAction(running, floor!)).toBeNull()
  expect(goToAction(running, opening!)?.intent).toMatchObject({
    ...{ command: { type: 'advance-segment', from: 'floor', to: 'opening' } },
  })
  expect(goToAction(pictured(given()), opening!)).toBeNull()
})

test('who is on hold is released, who is away comes back, and neither twice', () => {
  const actionsAfter = (command: Command) =>
    requestActions(pictured(twoWaiting(by(moderator, command))), 'raise-hand-1')
  const held = actionsAfter({ type: 'hold-request', requestId: 'raise-hand-1', held: true })
  expect(commandOf(held, 'release-request')).toMatchObject({ held: false })
  expect(ids(held)).not.toContain('set-available')
  const away = actionsAfter({ type: 'set-availability', requestId: 'raise-hand-1', available: false })
  expect(commandOf(away, 'set-available')).toMatchObject({ available: true })
  expect(ids(away)).toContain('hold-request')
})

test('[F12] while a speaker is interrupted nobody is called but for another point of order', () => {
  const story = aminaSpeaking(
    by(chen, raiseHandFor('point-of-order')),
    by(dalia, raiseHandFor('point-of-order')),
    by(moderator, giveFloor('raise-hand-3', 'give-floor-1')),
  )
  const picture = pictured(story)
  expect(ids(requestActions(picture, 'raise-hand-2'))).not.toContain('give-floor')
  expect(ids(requestActions(picture, 'raise-hand-4'))).toContain('give-floor')
  expect(ids(personActions(picture, 'boris'))).not.toContain('give-floor')
  expect(ids(personActions(picture, 'amina'))).not.toContain('enter-request')
})

test('[F13] panelists are given the floor to reply where time is kept for it', () => {
  const plan = { type: 'edit-segment', segmentId: 'floor', segment: { repliesMs: 600_000 } } as const
  const picture = pictured(onTheFloor(by(coordinator, plan)))
  expect(replyAction(picture, 'chen')?.intent).toEqual({
    kind: 'send',
    command: {
      ...{ type: 'give-floor', segmentId: 'floor', after: null },
      to: { personId: 'chen', kind: 'panel-reply' },
    },
  })
  expect(replyAction(picture, 'boris')).toBeNull()
  expect(replyAction(pictured(onTheFloor()), 'chen')).toBeNull()
})

test('[L2] a point of order beside a request leaves one action of each kind for the person', () => {
  const picture = pictured(twoWaiting(by(boris, raiseHandFor('point-of-order'))))
  expect(ids(personActions(picture, 'boris'))).toEqual(['give-floor', ...wishes, 'remove-person'])
  const only = pictured(onTheFloor(by(boris, raiseHandFor('point-of-order'))))
  expect(ids(personActions(only, 'boris'))).toContain('enter-request')
})

test('[W1] for who was not reached, or absent, a statement can be handed in', () => {
  const absent = aminaSpeaking(by(moderator, { type: 'mark-absent', interventionId: 'give-floor-1' }))
  expect(personActions(pictured(absent), 'amina')).toContainEqual({
    ...{ id: 'hand-in-statement', target: 'raise-hand-1' },
    intent: { kind: 'write-statement', requestId: 'raise-hand-1' },
  })
  expect(ids(personActions(pictured(absent), 'boris'))).not.toContain('hand-in-statement')
  const over = twoWaiting(by(moderator, advance('floor', 'lunch')))
  expect(ids(personActions(pictured(over), 'boris'))).toContain('hand-in-statement')
})
