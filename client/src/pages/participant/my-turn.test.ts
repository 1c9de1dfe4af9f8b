import { expect, test } from 'vitest'
import { limits } from '@openfloor/shared/limits.ts'
import { viewOf } from '@openfloor/shared/views/view.ts'
import { aminaSpeaking, onTheFloor, started, twoWaiting } from '@openfloor/shared/testing/beginnings.ts'
import { amina, boris, chen, MINUTE_MS, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, given, pass, type Story } from '@openfloor/shared/testing/story.ts'
import { advance, closeList, openList, raiseHand, removeRequest } from '@openfloor/shared/testing/wishes.ts'
import { handOf } from './hand.ts'
import { myTurn } from './my-turn.ts'
import { projectionOf } from './standing.ts'

/** How that person stands, as their page works it out. */
function standing(story: Story, personId: string | null) {
  const view = viewOf(story.meeting, 'participant', personId)
  const projection = projectionOf(view.public, story.now)
  const turn = myTurn(view, projection, story.now)
  return { turn, hand: handOf(view.public, turn) }
}

test('who waits second waits for the speaker, for whom is before, and for two changes of speaker', () => {
  const { turn, hand } = standing(twoWaiting(), boris.personId)
  expect(turn).toMatchObject({ kind: 'waiting', place: 2, isNext: false, isCurrent: true })
  const { now } = twoWaiting()
  expect(turn.kind === 'waiting' && [turn.turn.from - now, turn.turn.until - now]).toEqual([
    ...[1.8 * MINUTE_MS + limits.changeoverMs, 3.3 * MINUTE_MS + 2 * limits.changeoverMs],
  ])
  expect(hand).toMatchObject({ state: 'raised', wish: { type: 'lower-hand', requestId: 'raise-hand-2' } })
})

test('who is first is next, and comes when the speaker’s time is up', () => {
  const story = aminaSpeaking(pass(MINUTE_MS))
  const { turn, hand } = standing(story, boris.personId)
  expect(turn).toMatchObject({ kind: 'waiting', place: 1, isNext: true })
  expect(turn.kind === 'waiting' && turn.turn.from - story.now).toBe(0)
  expect(turn.kind === 'waiting' && turn.turn.until - story.now).toBe(2 * MINUTE_MS + limits.changeoverMs)
  expect(hand.state).toBe('next')
})

test('a speaker past the limit keeps nobody waiting by estimate', () => {
  const story = aminaSpeaking(pass(9 * MINUTE_MS))
  const { turn } = standing(story, boris.personId)
  expect(turn.kind === 'waiting' && turn.turn.until - story.now).toBe(limits.changeoverMs)
})

test('who has the floor may yield it', () => {
  const { turn, hand } = standing(aminaSpeaking(), amina.personId)
  expect(turn.kind).toBe('speaking')
  expect(hand).toMatchObject({
    state: 'speaking',
    wish: { type: 'yield-floor', interventionId: 'give-floor-1' },
  })
})

test('an open list takes a hand, a closed one says so', () => {
  expect(standing(onTheFloor(), amina.personId).hand).toMatchObject({
    state: 'open',
    wish: { type: 'raise-hand', segmentId: 'floor' },
  })
  const closed = onTheFloor(by(moderator, closeList('floor')))
  expect(standing(closed, amina.personId).hand).toEqual({ state: 'closed', reason: 'closed' })
})

test('a list that is open ahead of its segment takes hands before the start', () => {
  expect(standing(given(), amina.personId).hand).toEqual({ state: 'closed', reason: 'not-started' })
  const opened = given(by(moderator, openList('floor')))
  expect(standing(opened, amina.personId).hand).toMatchObject({ state: 'open', segment: { id: 'floor' } })
  const { turn } = standing(opened.and(by(amina, raiseHand())), amina.personId)
  expect(turn).toMatchObject({ kind: 'waiting', isNext: false, isCurrent: false })
})

test('a break takes no hands', () => {
  const story = onTheFloor(by(moderator, advance('floor', 'lunch')))
  expect(standing(story, amina.personId).hand).toEqual({ state: 'closed', reason: 'break' })
})

test('panelists see the panel coming and running', () => {
  expect(standing(started(), chen.personId).turn).toMatchObject({ kind: 'panel', isCurrent: false })
  const story = started(by(moderator, advance('opening', 'panel')))
  expect(standing(story, chen.personId)).toMatchObject({
    turn: { kind: 'panel', isCurrent: true },
    hand: { state: 'closed', reason: 'panel' },
  })
})

test('a request that was removed or not reached is told, and a list that is open takes a new one', () => {
  const removed = twoWaiting(by(moderator, removeRequest('raise-hand-2')))
  expect(standing(removed, boris.personId)).toMatchObject({
    turn: { kind: 'removed' },
    hand: { state: 'open' },
  })
  const passed = twoWaiting(by(moderator, advance('floor', 'lunch')))
  expect(standing(passed, boris.personId).turn.kind).toBe('not-reached')
})
