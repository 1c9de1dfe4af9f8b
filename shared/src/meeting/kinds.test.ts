import { describe, expect, test } from 'vitest'
import type { CommandOf } from '../commands.ts'
import { aminaSpeaking, onTheFloor, started, twoWaiting } from '../testing/beginnings.ts'
import {
  amina,
  boris,
  chen,
  coordinator,
  dalia,
  MINUTE_MS,
  moderator,
  SECOND_MS,
} from '../testing/consultation.ts'
import { by, pass, type Story } from '../testing/story.ts'
import {
  advance,
  closeList,
  enterRequest,
  extendIntervention,
  giveFloor,
  giveFloorTo,
  lowerHand,
  raiseHand,
  raiseHandFor,
  removePerson,
  speaker,
} from '../testing/wishes.ts'
import { moderatorsView } from '../views/moderators.ts'
import { limitPresets } from './limit-presets.ts'

function listOf(story: Story): readonly string[] {
  return story.segment('floor').list
}

const pointOfOrder = raiseHandFor('point-of-order')
const rightOfReply = raiseHandFor('right-of-reply')

/** Amina speaks for a minute and is interrupted by Boris: `give-floor-2` for `raise-hand-3`. */
function interrupted() {
  return onTheFloor(
    by(amina, raiseHand()),
    by(chen, raiseHand()),
    by(moderator, giveFloor('raise-hand-1')),
    pass(MINUTE_MS),
    by(boris, pointOfOrder),
    by(moderator, giveFloor('raise-hand-3', 'give-floor-1')),
  )
}

describe('[F12] a point of order', () => {
  test('[L4] [O2] is taken on a closed list, and stands first', () => {
    const story = twoWaiting(by(moderator, closeList('floor')), by(chen, pointOfOrder))
    expect(listOf(story)).toEqual(['raise-hand-3', 'raise-hand-1', 'raise-hand-2'])
  })

  test('[O2] another one stands behind it, before all statements', () => {
    const story = twoWaiting(by(chen, pointOfOrder), by(dalia, pointOfOrder))
    expect(listOf(story)).toEqual(['raise-hand-3', 'raise-hand-4', 'raise-hand-1', 'raise-hand-2'])
  })

  test('[L2] comes beside a request that waits, and there is one of it', () => {
    const story = twoWaiting(by(boris, pointOfOrder))
    expect(listOf(story)).toEqual(['raise-hand-3', 'raise-hand-1', 'raise-hand-2'])
    story.when(boris, pointOfOrder).isRefused('hand-already-raised')
    story.when(boris, raiseHand()).isRefused('hand-already-raised')
  })

  test('[F12] stops the speaker, who keeps the time that was left and gets the floor back with it', () => {
    const story = interrupted()
    expect(story.meeting).toMatchObject({ floorId: 'give-floor-2', interruptedId: 'give-floor-1' })
    expect(story.intervention('give-floor-1').clock).toMatchObject({
      startedAt: null,
      accumulatedMs: MINUTE_MS,
    })
    expect(story.intervention('give-floor-2').clock.limitMs).toBe(limitPresets.equal.pointOfOrderMs)
    const after = story.later(30 * SECOND_MS).when(moderator, speaker('end-intervention', 'give-floor-2'))
    after.happensInOrder('intervention-ended', 'floor-returned')
    expect(after.meeting).toMatchObject({ floorId: 'give-floor-1', interruptedId: null })
    expect(after.intervention('give-floor-1').clock).toMatchObject({
      ...{ startedAt: after.now, accumulatedMs: MINUTE_MS, limitMs: 3 * MINUTE_MS },
    })
  })

  test('[F12] [F6] where clocks are started by hand the speaker’s stands still until then', () => {
    const byHand: CommandOf<'change-settings'> = {
      type: 'change-settings',
      settings: { startsOnCall: false },
    }
    const story = interrupted().and(by(coordinator, byHand))
    const after = story.when(boris, speaker('yield-floor', 'give-floor-2'))
    expect(after.intervention('give-floor-1').clock.startedAt).toBeNull()
  })

  test('[F12] while it lasts nobody else is called, and nothing is done to who was interrupted', () => {
    const story = interrupted()
    story.when(moderator, giveFloor('raise-hand-2', 'give-floor-2')).isRefused('speaker-interrupted')
    story.when(moderator, speaker('cut-off', 'give-floor-1')).isRefused('speaker-interrupted')
    story.when(moderator, extendIntervention(MINUTE_MS)).isRefused('speaker-interrupted')
    story.when(amina, raiseHand()).isRefused('has-the-floor')
  })

  test('[F12] a second one follows the first, and the speaker still gets the floor back', () => {
    const story = interrupted().and(by(dalia, pointOfOrder))
    const second = story.when(moderator, giveFloor('raise-hand-4', 'give-floor-2'))
    second.happensInOrder('intervention-ended', 'floor-given')
    const after = second.and(by(moderator, speaker('end-intervention', 'give-floor-3')))
    expect(after.meeting).toMatchObject({ floorId: 'give-floor-1', interruptedId: null })
  })

  test('[F12] with nobody speaking it interrupts nobody', () => {
    const story = onTheFloor(by(amina, pointOfOrder), by(moderator, giveFloor('raise-hand-1')))
    expect(story.meeting).toMatchObject({ floorId: 'give-floor-1', interruptedId: null })
  })

  test('[L12] is about what is said now', () => {
    twoWaiting().when(chen, raiseHandFor('point-of-order', 'afternoon')).isRefused('segment-not-current')
  })

  test('[M5] a segment that is left ends both', () => {
    const story = interrupted().and(by(moderator, advance('floor', 'lunch')))
    expect(story.meeting).toMatchObject({ floorId: null, interruptedId: null })
    const outcomes = ['give-floor-1', 'give-floor-2'].map((id) => story.intervention(id).outcome)
    expect(outcomes).toEqual(['delivered', 'delivered'])
  })

  test('[R4] who is removed while interrupted is cut off; who raised it, and the floor goes back', () => {
    const gone = interrupted().and(by(moderator, removePerson('amina')))
    expect(gone.meeting).toMatchObject({ floorId: 'give-floor-2', interruptedId: null })
    expect(gone.intervention('give-floor-1').outcome).toBe('cut-off')
    const other = interrupted().and(by(moderator, removePerson('boris')))
    expect(other.meeting).toMatchObject({ floorId: 'give-floor-1', interruptedId: null })
  })
})

describe('[L14] a right of reply', () => {
  test('[O2] waits for the end of the list, also on a closed one', () => {
    const story = onTheFloor(
      by(amina, rightOfReply),
      by(boris, raiseHand()),
      by(moderator, closeList('floor')),
    )
    expect(listOf(story)).toEqual(['raise-hand-2', 'raise-hand-1'])
    const more = story.and(by(chen, rightOfReply))
    expect(listOf(more)).toEqual(['raise-hand-2', 'raise-hand-1', 'raise-hand-3'])
  })

  test('[L14] has a limit of its own each time, and so many for a delegation', () => {
    const first = onTheFloor(by(amina, rightOfReply), by(moderator, giveFloor('raise-hand-1')))
    expect(first.intervention('give-floor-1').limitMs).toBe(3 * MINUTE_MS)
    const second = first.and(
      by(amina, speaker('yield-floor')),
      by(amina, rightOfReply),
      by(moderator, giveFloor('raise-hand-2', 'give-floor-1')),
    )
    expect(second.intervention('give-floor-2').limitMs).toBe(2 * MINUTE_MS)
    second
      .and(by(amina, speaker('yield-floor', 'give-floor-2')))
      .when(amina, rightOfReply)
      .isRefused('replies-used-up')
  })

  test('[L14] people of one organization share them', () => {
    const together = ['chen', 'dalia'].map((personId) =>
      by(moderator, {
        ...{ type: 'edit-person', personId },
        person: {
          ...{ name: personId, organization: personId === 'chen' ? 'Union' : 'UNION', groupId: null },
          ...{ country: null, regionId: null, mode: null },
        },
      }),
    )
    const story = onTheFloor(...together, by(chen, rightOfReply), by(dalia, rightOfReply))
    expect(story.meeting.requests.get('raise-hand-2')).toMatchObject({ askedLimitMs: 3 * MINUTE_MS })
    const spoken = story.and(by(moderator, giveFloor('raise-hand-1')), by(chen, speaker('yield-floor')))
    spoken.when(chen, rightOfReply).isRefused('replies-used-up')
  })
})

describe('[F13] panelists’ replies', () => {
  const keep: CommandOf<'edit-segment'> = {
    ...{ type: 'edit-segment', segmentId: 'floor', segment: { repliesMs: 15 * MINUTE_MS } },
  }

  test('[F13] come after the floor, by the panelists of the session, who share the time equally', () => {
    const story = onTheFloor(
      by(coordinator, keep),
      by(chen, raiseHandFor('panel-reply')),
      by(amina, raiseHand()),
    )
    expect(listOf(story)).toEqual(['raise-hand-2', 'raise-hand-1'])
    const given = story.and(by(moderator, giveFloor('raise-hand-1')))
    expect(given.intervention('give-floor-1')).toMatchObject({
      kind: 'panel-reply',
      limitMs: 7.5 * MINUTE_MS,
    })
  })

  test('[F13] a moderator gives the floor for one unasked', () => {
    const reply = { ...giveFloorTo('dalia'), to: { personId: 'dalia', kind: 'panel-reply' as const } }
    onTheFloor().when(moderator, reply).isRefused('no-replies-here')
    const story = onTheFloor(by(coordinator, keep), by(moderator, reply))
    expect(story.intervention('give-floor-1').kind).toBe('panel-reply')
  })

  test('[F13] nobody else replies', () => {
    onTheFloor(by(coordinator, keep)).when(amina, raiseHandFor('panel-reply')).isRefused('not-a-panelist')
  })
})

describe('[L16] absent when called', () => {
  test('[L16] ends the turn, which does not count, and may be undone', () => {
    const story = aminaSpeaking().when(moderator, speaker('mark-absent'))
    expect(story.request('raise-hand-1').status).toBe('absent')
    expect(story.intervention('give-floor-1').outcome).toBe('absent')
    const undone = story.and(by(moderator, story.undo))
    expect(undone.request('raise-hand-1').status).toBe('speaking')
  })
})

describe('[L15] on hold', () => {
  const notNow = (available: boolean, requestId = 'raise-hand-1') =>
    ({ type: 'set-availability', requestId, available }) as const
  const hold = (held: boolean) => ({ type: 'hold-request', requestId: 'raise-hand-1', held }) as const

  test('[L15] a person who is not ready keeps the place', () => {
    const story = twoWaiting(by(amina, notNow(false)))
    expect(story.request('raise-hand-1').hold).toBe('unavailable')
    expect(listOf(story)).toEqual(['raise-hand-1', 'raise-hand-2'])
    expect(story.and(by(amina, notNow(true))).request('raise-hand-1').hold).toBeNull()
  })

  test('[L15] a moderator’s hold is lifted by a moderator alone', () => {
    const story = twoWaiting(by(moderator, hold(true)))
    story.when(amina, notNow(true)).happens()
    expect(story.and(by(moderator, hold(false))).request('raise-hand-1').hold).toBeNull()
  })

  test('[L6] nobody says it for somebody else, but the secretariat', () => {
    twoWaiting().when(boris, notNow(false)).isRefused('not-yours')
    expect(twoWaiting(by(moderator, notNow(false))).request('raise-hand-1').hold).toBe('unavailable')
  })

  test('[L17] who is next is who is not on hold', () => {
    const story = onTheFloor(by(amina, raiseHand()), by(amina, notNow(false)), by(boris, raiseHand()))
    expect(story.request('raise-hand-2').toldNext).toBe(true)
  })
})

describe('[L18] the secretariat acts for somebody without a device', () => {
  test('[L18] lowers a hand and yields, and the record says who did', () => {
    const lowered = twoWaiting(by(moderator, lowerHand('raise-hand-1')))
    expect(lowered.request('raise-hand-1').status).toBe('withdrawn')
    const yielded = aminaSpeaking(by(moderator, speaker('yield-floor')))
    expect(yielded.intervention('give-floor-1').outcome).toBe('yielded')
    expect(yielded.meeting.record.at(-1)).toMatchObject({
      ...{ command: 'yield-floor', by: moderator, subject: { personId: 'amina', segmentId: 'floor' } },
    })
  })

  const pasted = (...names: readonly string[]): CommandOf<'enter-requests'> => ({
    ...{ type: 'enter-requests', segmentId: 'floor' },
    people: names.map((name) => ({ name, organization: '' })),
  })

  test('[L13] many names at once, in their order; a name twice is one person', () => {
    const story = onTheFloor(by(moderator, pasted('Efua', 'Farid', 'Efua')))
    const names = listOf(story).map((id) => story.person(story.request(id).personId).name)
    expect(names).toEqual(['Efua', 'Farid'])
    expect(story.request(listOf(story)[0]!).enteredBy).toEqual(moderator)
  })

  test('[L13] who is known is that person, and who asks already is passed over', () => {
    const story = onTheFloor(by(moderator, pasted('Efua'))).and(by(moderator, pasted('efua', 'Gita')))
    expect(listOf(story)).toHaveLength(2)
    expect(story.meeting.people.size).toBe(6)
  })
})

describe('[W1] a statement in writing', () => {
  const file: CommandOf<'file-statement'> = {
    ...{
      type: 'file-statement',
      requestId: 'raise-hand-1',
      statement: { form: 'text', text: 'What I would say' },
    },
  }

  test('[W1] is taken from who was not reached, and may be replaced', () => {
    const story = twoWaiting(by(moderator, advance('floor', 'lunch')))
    expect(story.request('raise-hand-1').status).toBe('not-reached')
    const filed = story.and(by(amina, file))
    expect(filed.request('raise-hand-1').statement).toMatchObject({ text: 'What I would say', at: filed.now })
    story.when(boris, file).isRefused('not-yours')
  })

  test('[W1] from who waits or has spoken none is asked', () => {
    twoWaiting().when(amina, file).isRefused('statement-not-asked')
  })

  test('[W1] [L18] the secretariat hands one in for somebody', () => {
    const story = twoWaiting(by(moderator, advance('floor', 'lunch')), by(moderator, file))
    expect(story.request('raise-hand-1').statement).toMatchObject({ form: 'text', enteredBy: moderator })
    expect(story.meeting.record.at(-1)).toMatchObject({
      ...{ command: 'file-statement', by: moderator, subject: { personId: 'amina' } },
    })
    expect(moderatorsView(story.meeting).notReached[0]?.statement?.enteredBy).toBe('moderator')
    const own = story.and(by(amina, file))
    expect(moderatorsView(own.meeting).notReached[0]?.statement?.enteredBy).toBeNull()
  })
})

test('[L9] who entered a request is marked on it', () => {
  expect(started(by(moderator, enterRequest('amina'))).request('enter-request-1').enteredBy).toEqual(
    moderator,
  )
})
