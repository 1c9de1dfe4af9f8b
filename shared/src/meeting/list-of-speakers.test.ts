import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { aminaSpeaking, onTheFloor, started, twoWaiting } from '../testing/beginnings.ts'
import {
  amina,
  boris,
  chen,
  coordinator,
  createConsultation,
  described,
  moderator,
  system,
} from '../testing/consultation.ts'
import { by, given, nothing, type Story } from '../testing/story.ts'
import {
  advance,
  closeList,
  endMeeting,
  enterRequest,
  giveFloorTo,
  lowerHand,
  moveRequest,
  openList,
  ownStatement,
  raiseHand,
  removePerson,
  removeRequest,
  speaker,
} from '../testing/wishes.ts'
import type { CommandOf } from '../commands.ts'

function listOf(story: Story, segmentId = 'floor'): readonly string[] {
  return story.segment(segmentId).list
}

/** A request for a person whom nobody knows yet. */
const enterNew: CommandOf<'enter-request'> = {
  ...{ type: 'enter-request', segmentId: 'floor', ...ownStatement, topic: 'By telephone' },
  speaker: { person: described('Emeka') },
}

describe('[L1] raising the hand', () => {
  test('[L1] puts a request at the end of the open list', () => {
    const story = onTheFloor(by(amina, raiseHand()))
      .when(boris, raiseHand('floor', 'Housing'))
      .happens({
        ...{ type: 'hand-raised', requestId: 'raise-hand-2', segmentId: 'floor', personId: 'boris' },
        ...{ ...ownStatement, topic: 'Housing', enteredBy: null },
      })
    expect(listOf(story)).toEqual(['raise-hand-1', 'raise-hand-2'])
    expect(story.request('raise-hand-2')).toMatchObject({ status: 'waiting', at: story.now })
  })

  test('[L1] needs a segment that is there', () => {
    started().when(amina, raiseHand('gone')).isRefused('unknown-segment')
  })
})

describe('[L2] one live request a person', () => {
  test('[L2] a second hand is refused while the first one waits', () => {
    twoWaiting().when(amina, raiseHand()).isRefused('hand-already-raised')
  })

  test('[L2] also in another segment, and when a moderator enters it', () => {
    const story = twoWaiting(by(moderator, openList('afternoon')))
    story.when(amina, raiseHand('afternoon')).isRefused('hand-already-raised')
    story.when(moderator, enterRequest('amina', 'afternoon')).isRefused('hand-already-raised')
  })

  test('[L2] who has the floor does not ask for it', () => {
    aminaSpeaking().when(amina, raiseHand()).isRefused('has-the-floor')
    aminaSpeaking().when(moderator, enterRequest('amina')).isRefused('has-the-floor')
  })

  test.each([
    ['spoke', aminaSpeaking(by(moderator, speaker('end-intervention')))],
    ['withdrew', twoWaiting(by(amina, lowerHand('raise-hand-1')))],
    ['was removed from the list', twoWaiting(by(moderator, removeRequest('raise-hand-1')))],
  ])('[L2] who %s may ask again', (_what, story) => {
    expect(listOf(story.and(by(amina, raiseHand()))).at(-1)).toBe('raise-hand-3')
  })
})

describe('[L3] a list has an end', () => {
  const people = Array.from({ length: limits.requestsPerList }, (_, n) => `p${n}`)
  const full = nothing()
    .and(
      by(system, {
        ...createConsultation,
        people: [...people, 'amina', 'chen', 'dalia'].map((personId) => ({
          ...{ personId, person: described(personId) },
        })),
      }),
      by(moderator, openList('floor')),
    )
    .and(...people.map((personId) => by(moderator, enterRequest(personId))))

  test('[L3] 2,000 wait and one more is refused', () => {
    expect(listOf(full)).toHaveLength(limits.requestsPerList)
    full.when(amina, raiseHand()).isRefused('list-full')
    full.when(moderator, enterNew).isRefused('list-full')
  })

  test('[L3] [U2] nor does an undo go beyond it', () => {
    const again = full.and(by(moderator, removeRequest('enter-request-1')), by(amina, raiseHand()))
    again.when(moderator, again.undo).isRefused('acted-on-since')
  })
})

describe('[L4] a closed list', () => {
  test('[L4] takes no hand', () => {
    started().when(amina, raiseHand('panel')).isRefused('list-closed')
    twoWaiting(by(moderator, closeList('floor')))
      .when(chen, raiseHand())
      .isRefused('list-closed')
  })

  test('[L4] keeps those who wait, in their order', () => {
    expect(listOf(twoWaiting(by(moderator, closeList('floor'))))).toEqual(['raise-hand-1', 'raise-hand-2'])
  })

  test('[L4] still takes a request that a moderator enters', () => {
    const story = onTheFloor(by(moderator, closeList('floor')), by(moderator, enterRequest('amina')))
    expect(listOf(story)).toEqual(['enter-request-1'])
  })
})

describe('[L5] a break has no list', () => {
  test('[L5] none opens, nobody is entered, nobody asks', () => {
    started().when(moderator, openList('lunch')).isRefused('segment-is-break')
    started().when(moderator, enterRequest('amina', 'lunch')).isRefused('segment-is-break')
    started().when(amina, raiseHand('lunch')).isRefused('segment-is-break')
  })
})

describe('[L6] lowering the hand', () => {
  test('[L6] withdraws the own request', () => {
    const story = twoWaiting(by(amina, lowerHand('raise-hand-1')))
    expect(story.request('raise-hand-1').status).toBe('withdrawn')
    expect(listOf(story)).toEqual(['raise-hand-2'])
  })

  test('[L6] only the own one, and only while it waits', () => {
    twoWaiting().when(boris, lowerHand('raise-hand-1')).isRefused('not-yours')
    twoWaiting().when(boris, lowerHand('gone')).isRefused('unknown-request')
    aminaSpeaking().when(amina, lowerHand('raise-hand-1')).isRefused('request-not-waiting')
  })

  test('[L6] also when a moderator entered it', () => {
    const story = onTheFloor(by(moderator, enterRequest('amina')), by(amina, lowerHand('enter-request-1')))
    expect(story.request('enter-request-1').status).toBe('withdrawn')
  })
})

describe('[L7] removing a request', () => {
  test('[L7] takes it off the list', () => {
    const story = twoWaiting(by(moderator, removeRequest('raise-hand-1')))
    expect(story.request('raise-hand-1').status).toBe('removed')
    expect(listOf(story)).toEqual(['raise-hand-2'])
  })

  test('[L7] [C3] once', () => {
    const story = twoWaiting(by(moderator, removeRequest('raise-hand-1')))
    story.when(coordinator, removeRequest('raise-hand-1')).isRefused('request-not-waiting')
    story.when(moderator, removeRequest('gone')).isRefused('unknown-request')
  })
})

describe('[L8] moving a request', () => {
  const three = twoWaiting(by(chen, raiseHand()))

  test.each([
    ['to the head', 'raise-hand-3', null, ['3', '1', '2']],
    ['behind another', 'raise-hand-1', 'raise-hand-2', ['2', '1', '3']],
    ['to the end', 'raise-hand-1', 'raise-hand-3', ['2', '3', '1']],
  ])('[L8] %s', (_where, requestId, after, order) => {
    const moved = three.and(by(moderator, moveRequest(requestId, after)))
    expect(listOf(moved)).toEqual(order.map((n) => `raise-hand-${n}`))
  })

  test('[L8] [C4] to where it stands changes nothing', () => {
    three.when(moderator, moveRequest('raise-hand-1', null)).happens()
    three.when(moderator, moveRequest('raise-hand-2', 'raise-hand-1')).happens()
  })

  test('[L8] only behind another who waits in the same list', () => {
    const story = three.and(by(moderator, enterRequest('dalia', 'afternoon')))
    for (const after of ['enter-request-1', 'raise-hand-1', 'gone'])
      story.when(moderator, moveRequest('raise-hand-1', after)).isRefused('target-not-waiting')
  })

  test('[L8] only while it waits', () => {
    aminaSpeaking().when(moderator, moveRequest('raise-hand-1', null)).isRefused('request-not-waiting')
    three.when(moderator, moveRequest('gone', null)).isRefused('unknown-request')
  })
})

describe('[L9] entering a request for somebody without a device', () => {
  test('[L9] who is known', () => {
    const story = onTheFloor(by(moderator, enterRequest('amina')))
    expect(story.request('enter-request-1')).toMatchObject({ personId: 'amina', enteredBy: moderator })
  })

  test('[L9] who is new comes into the roster', () => {
    const story = onTheFloor(by(moderator, enterNew))
    expect(story.person('enter-request-1')).toMatchObject({ name: 'Emeka', origin: 'entered' })
    expect(story.request('enter-request-1b')).toMatchObject({
      personId: 'enter-request-1',
      enteredBy: moderator,
    })
  })

  test('[L9] nobody who is not there', () => {
    onTheFloor().when(moderator, enterRequest('gone')).isRefused('unknown-person')
    onTheFloor(by(moderator, removePerson('amina')))
      .when(moderator, enterRequest('amina'))
      .isRefused('unknown-person')
  })
})

describe('[L10] opening and closing', () => {
  test('[L10] a list opens in advance of its segment and even of the start', () => {
    const story = given(by(moderator, openList('afternoon')), by(amina, raiseHand('afternoon')))
    expect(listOf(story, 'afternoon')).toEqual(['raise-hand-1'])
  })

  test('[L10] opened and closed once each, of a segment that is there', () => {
    onTheFloor().when(moderator, openList('floor')).isRefused('list-open')
    started().when(moderator, closeList('floor')).isRefused('list-closed')
    started().when(moderator, openList('gone')).isRefused('unknown-segment')
    started().when(moderator, closeList('gone')).isRefused('unknown-segment')
  })
})

describe('[L11] every request ends in one way', () => {
  test.each([
    ['spoken', aminaSpeaking(by(moderator, speaker('end-intervention')))],
    ['spoken', aminaSpeaking(by(moderator, speaker('cut-off')))],
    ['spoken', aminaSpeaking(by(moderator, advance('floor', 'lunch')))],
    ['withdrawn', twoWaiting(by(amina, lowerHand('raise-hand-1')))],
    ['removed', twoWaiting(by(moderator, removeRequest('raise-hand-1')))],
    ['removed', twoWaiting(by(moderator, removePerson('amina')))],
    ['not-reached', twoWaiting(by(moderator, advance('floor', 'lunch')))],
    ['not-reached', twoWaiting(by(moderator, endMeeting('floor')))],
    ['spoken', twoWaiting(by(moderator, giveFloorTo('amina')), by(amina, speaker('yield-floor')))],
  ])('[L11] %s', (status, story) => {
    expect(story.request('raise-hand-1').status).toBe(status)
    expect(listOf(story)).not.toContain('raise-hand-1')
    story.when(moderator, removeRequest('raise-hand-1')).isRefused('request-not-waiting')
  })
})
