import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { aminaSpeaking, onTheFloor, started, twoWaiting } from '../testing/beginnings.ts'
import { snapshot } from '../testing/snapshot.ts'
import { amina, boris, chen, coordinator, MINUTE_MS, moderator, planOf } from '../testing/consultation.ts'
import { by, given, pass, type Step, type Story } from '../testing/story.ts'
import {
  advance,
  closeList,
  endMeeting,
  enterRequest,
  extendSegment,
  giveFloor,
  giveFloorTo,
  lowerHand,
  moveRequest,
  openList,
  raiseHand,
  removePerson,
  removeRequest,
  speaker,
  startMeeting,
} from '../testing/wishes.ts'

const notNow = { type: 'set-availability', requestId: 'raise-hand-1', available: false } as const

/** The story with its latest action taken back. */
function undone(story: Story, ...since: readonly Step[]): Story {
  return story.and(...since).and(by(moderator, story.undo))
}

describe('[U1] what can be taken back is as if it had never been done', () => {
  const speaking = aminaSpeaking(pass(5_000))
  test.each([
    ['a floor that was given', twoWaiting(), giveFloor('raise-hand-2')],
    ['a floor that was given unasked', twoWaiting(), giveFloorTo('chen')],
    ['a floor that went on to the next', speaking, giveFloor('raise-hand-2', 'give-floor-1')],
    ['an end', speaking, speaker('end-intervention')],
    ['a cut-off', speaking, speaker('cut-off')],
    ['the opening of a list', started(), openList('afternoon')],
    ['the closing of a list', twoWaiting(), closeList('floor')],
    ['a removal', twoWaiting(), removeRequest('raise-hand-1')],
    ['a move', twoWaiting(), moveRequest('raise-hand-2', null)],
    ['a yielding for somebody', speaking, speaker('yield-floor')],
    ['a hand lowered for somebody', twoWaiting(), lowerHand('raise-hand-1')],
    ['a “not now” for somebody', twoWaiting(), notNow],
    ['a “here again” for somebody', twoWaiting(by(amina, notNow)), { ...notNow, available: true }],
    ['an advance with somebody speaking and somebody waiting', speaking, advance('floor', 'lunch')],
    ['a step back', onTheFloor(), advance('floor', 'opening')],
    [
      'the end of the meeting',
      speaking.and(by(moderator, enterRequest('chen', 'afternoon'))),
      endMeeting('floor'),
    ],
  ])('%s', (_what, before, command) => {
    const after = undone(before.and(by(moderator, command)), pass(20_000))
    expect(snapshot(after.meeting)).toEqual(snapshot(before.meeting))
  })

  test.each([
    ['a start', given(by(moderator, startMeeting))],
    ['a raised hand', onTheFloor(by(amina, raiseHand()))],
    ['a hand lowered by the person', twoWaiting(by(amina, lowerHand('raise-hand-1')))],
    ['a “not now” by the person', twoWaiting(by(amina, notNow))],
    ['a yielding by the speaker', aminaSpeaking(by(amina, speaker('yield-floor')))],
    ['an extension', started(by(moderator, extendSegment('opening', MINUTE_MS)))],
  ])('%s cannot be taken back', (_what, story) => {
    const actions = story.meeting.undoable.map(({ command }) => command)
    expect(actions).not.toContain(story.chronicle.commits.at(-1)!.command)
  })

  test('an undo is on the record and cannot itself be taken back', () => {
    const story = undone(twoWaiting(by(moderator, closeList('floor'))))
    expect(story.chronicle.commits.at(-1)!.events).toContainEqual({
      ...{ type: 'action-undone', actionId: 'action-6' },
    })
    expect(story.meeting.undoable.at(-1)!.command).toBe('advance-segment')
  })

  test('actions are taken back one by one, the latest first', () => {
    const before = twoWaiting()
    const acted = before.and(by(moderator, removeRequest('raise-hand-1')), by(moderator, closeList('floor')))
    const both = undone(undone(acted))
    expect(snapshot(both.meeting)).toEqual(snapshot(before.meeting))
  })

  test('an undone action may be done again', () => {
    const story = undone(started(by(moderator, advance('opening', 'floor'))))
    const again = story.and(by(moderator, advance('opening', 'floor')))
    expect(again.segment('floor').listOpen).toBe(true)
  })
})

describe('[U2] an undo is refused when others have acted on it since', () => {
  const refused: readonly (readonly [string, Story, Step])[] = [
    ['the speaker yielded', aminaSpeaking(), by(amina, speaker('yield-floor'))],
    [
      'who was ended has asked again',
      aminaSpeaking(by(moderator, speaker('end-intervention'))),
      by(amina, raiseHand()),
    ],
    [
      'who was removed from the list has asked again',
      twoWaiting(by(moderator, removeRequest('raise-hand-1'))),
      by(amina, raiseHand()),
    ],
    [
      'whose hand was lowered for them has asked again',
      twoWaiting(by(moderator, lowerHand('raise-hand-1'))),
      by(amina, raiseHand()),
    ],
    [
      'who yielded through a moderator has asked again',
      aminaSpeaking(by(moderator, speaker('yield-floor'))),
      by(amina, raiseHand()),
    ],
    [
      'who was set aside has lowered the hand',
      twoWaiting(by(moderator, notNow)),
      by(amina, lowerHand('raise-hand-1')),
    ],
    [
      'the person was removed',
      twoWaiting(by(moderator, removeRequest('raise-hand-1'))),
      by(moderator, removePerson('amina')),
    ],
    [
      'who was moved has lowered the hand',
      twoWaiting(by(moderator, moveRequest('raise-hand-2', null))),
      by(boris, lowerHand('raise-hand-2')),
    ],
    [
      'whoever the moved one stood behind is gone, and the head would be unfair to the others',
      twoWaiting(by(chen, raiseHand()), by(moderator, moveRequest('raise-hand-3', null))),
      by(boris, lowerHand('raise-hand-2')),
    ],
    [
      'whoever the removed one stood behind is gone',
      twoWaiting(by(chen, raiseHand()), by(moderator, removeRequest('raise-hand-3'))),
      by(boris, lowerHand('raise-hand-2')),
    ],
    [
      'the segment of the request was removed',
      started(by(moderator, enterRequest('amina', 'afternoon'))).and(
        by(moderator, removeRequest('enter-request-1')),
      ),
      by(coordinator, { type: 'remove-segment', segmentId: 'afternoon' }),
    ],
    [
      'the segment of the request became a break',
      started(by(moderator, enterRequest('amina', 'afternoon'))).and(
        by(moderator, removeRequest('enter-request-1')),
      ),
      by(coordinator, {
        ...{ type: 'edit-segment', segmentId: 'afternoon' },
        segment: { ...planOf('afternoon'), kind: 'break' },
      }),
    ],
    [
      'the segment of the closed list became a break',
      started(by(moderator, openList('afternoon')), by(moderator, closeList('afternoon'))),
      by(coordinator, {
        ...{ type: 'edit-segment', segmentId: 'afternoon' },
        segment: { ...planOf('afternoon'), kind: 'break' },
      }),
    ],
    [
      'somebody who was not reached was removed',
      twoWaiting(by(moderator, advance('floor', 'afternoon'))),
      by(moderator, { type: 'remove-person', personId: 'amina', keepOut: false }),
    ],
  ]
  test.each(refused)('%s', (_why, story, since) => {
    story.and(since).when(moderator, story.undo).isRefused('acted-on-since')
  })

  test('of two moderators who undo at once, one does', () => {
    const story = twoWaiting(by(moderator, closeList('floor')))
    story.and(by(coordinator, story.undo)).when(moderator, story.undo).isRefused('acted-on-since')
  })

  test('there is nothing to undo at first', () => {
    started().when(moderator, { type: 'undo', actionId: 'any' }).isRefused('nothing-to-undo')
  })
})

test('[U2] what is older cannot be undone either, as it came before', () => {
  const story = twoWaiting(by(moderator, closeList('floor')))
  const older = story.undo
  story
    .and(by(moderator, giveFloor('raise-hand-1')), by(amina, speaker('yield-floor')))
    .when(moderator, older)
    .isRefused('acted-on-since')
})

test('[U5] who was not reached waits again, but for those who raised another hand since', () => {
  const story = twoWaiting(by(moderator, advance('floor', 'afternoon')), by(amina, raiseHand('afternoon')))
  const restored = story.and(by(moderator, story.undo))
  expect(restored.segment('floor').list).toEqual(['raise-hand-2'])
  expect(restored.segment('afternoon').list).toEqual(['raise-hand-3'])
  expect(restored.request('raise-hand-1').status).toBe('not-reached')
})

test('[U4] as many actions as are kept can be undone, by any moderator', () => {
  const turns = Array.from({ length: limits.undoDepth / 2 + 1 }, () => [
    by(moderator, openList('panel')),
    by(moderator, closeList('panel')),
  ])
  let story = started(...turns.flat())
  for (let left = limits.undoDepth; left > 0; left--) story = story.and(by(coordinator, story.undo))
  story.when(coordinator, { type: 'undo', actionId: 'action-3' }).isRefused('nothing-to-undo')
})

describe('[U3] an undo leaves alone what others did meanwhile', () => {
  test('hands raised since keep their places', () => {
    const story = twoWaiting(by(moderator, removeRequest('raise-hand-1')))
    expect(undone(story, by(chen, raiseHand())).segment('floor').list).toEqual([
      'raise-hand-1',
      'raise-hand-2',
      'raise-hand-3',
    ])
  })

  test('hands raised in the segment that was entered by mistake wait there', () => {
    const story = undone(started(by(moderator, advance('opening', 'floor'))), by(amina, raiseHand()))
    expect(story.segment('floor')).toMatchObject({ list: ['raise-hand-1'], listOpen: false, startedAt: null })
  })

  test('an extension of the segment that was left, or entered, stays', () => {
    const story = undone(
      started(by(moderator, advance('opening', 'floor'))),
      by(moderator, extendSegment('opening', 2 * MINUTE_MS)),
      by(moderator, extendSegment('floor', 5 * MINUTE_MS)),
    )
    expect(story.segment('opening').clock.limitMs).toBe(17 * MINUTE_MS)
    expect(story.segment('floor').clock.limitMs).toBe(65 * MINUTE_MS)
  })

  test('a restored request is the live one again: a second hand is refused', () => {
    const story = twoWaiting(by(moderator, removeRequest('raise-hand-1')))
    const restored = undone(story, by(amina, raiseHand()), by(amina, lowerHand('raise-hand-3')))
    restored.when(amina, raiseHand()).isRefused('hand-already-raised')
  })

  test('who spoke unasked and waits in another segment may have the floor back', () => {
    const story = onTheFloor(
      by(moderator, enterRequest('amina', 'afternoon')),
      by(moderator, giveFloorTo('amina')),
      by(moderator, speaker('end-intervention')),
    )
    expect(undone(story).meeting.floorId).toBe('give-floor-1')
  })
})
