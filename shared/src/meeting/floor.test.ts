import { describe, expect, test } from 'vitest'
import { elapsedMs, remainingMs } from '../clock/clock.ts'
import { aminaSpeaking, onTheFloor, started, twoWaiting } from '../testing/beginnings.ts'
import {
  amina,
  boris,
  coordinator,
  MINUTE_MS,
  moderator,
  SECOND_MS,
  STARTS_AT,
} from '../testing/consultation.ts'
import { by, given, pass, type Step, type Story } from '../testing/story.ts'
import {
  advance,
  endMeeting,
  enterRequest,
  extendIntervention,
  giveFloor,
  giveFloorTo,
  lowerHand,
  removePerson,
  speaker,
} from '../testing/wishes.ts'
import type { CommandOf } from '../commands.ts'

const startsByHand: Step = by(coordinator, {
  type: 'change-settings',
  settings: { askCountry: false, startsOnCall: false, warningsMs: [] },
})

function setLimit(limitMs: number, segmentId = 'floor'): CommandOf<'set-speaking-limit'> {
  return { type: 'set-speaking-limit', segmentId, limitMs }
}

/** What Amina's intervention has taken so far. */
function taken(story: Story): number {
  return elapsedMs(story.intervention('give-floor-1').clock, story.now)
}

describe('[F1] one speaker at a time', () => {
  test('[F1] the floor goes on to the next in one step', () => {
    const story = aminaSpeaking()
      .when(moderator, giveFloor('raise-hand-2', 'give-floor-1'))
      .happensInOrder('intervention-ended', 'floor-given')
    expect(story.meeting.floorId).toBe('give-floor-2')
    expect(story.intervention('give-floor-1').outcome).toBe('delivered')
  })

  test('[F1] who is given the floor leaves the list', () => {
    const story = aminaSpeaking()
    expect(story.segment('floor').list).toEqual(['raise-hand-2'])
    expect(story.request('raise-hand-1').status).toBe('speaking')
  })

  test('[F1] only a request that waits in this segment is called', () => {
    aminaSpeaking()
      .when(moderator, giveFloor('raise-hand-1', 'give-floor-1'))
      .isRefused('request-not-waiting')
    twoWaiting(by(amina, lowerHand('raise-hand-1')))
      .when(moderator, giveFloor('raise-hand-1'))
      .isRefused('request-not-waiting')
    onTheFloor(by(moderator, enterRequest('amina', 'afternoon')))
      .when(moderator, giveFloor('enter-request-1'))
      .isRefused('request-not-waiting')
    twoWaiting().when(moderator, giveFloor('gone')).isRefused('unknown-request')
  })
})

describe('[F2] the sender has seen the latest speaker', () => {
  test('[F2] [C3] two moderators press "next": one gift, and the other is told', () => {
    aminaSpeaking().when(coordinator, giveFloor('raise-hand-1')).isRefused('picture-outdated')
  })

  test('[F2] also when the floor has come back to nobody meanwhile', () => {
    aminaSpeaking(by(moderator, speaker('end-intervention')))
      .when(coordinator, giveFloor('raise-hand-2'))
      .isRefused('picture-outdated')
  })

  test('[F2] who was called and taken back was never seen', () => {
    const story = aminaSpeaking()
    story
      .and(by(moderator, story.undo))
      .when(coordinator, giveFloor('raise-hand-2', 'give-floor-1'))
      .isRefused('picture-outdated')
  })
})

describe('[F3] anybody may be given the floor', () => {
  test('[F3] unasked', () => {
    const story = onTheFloor(by(moderator, giveFloorTo('boris')))
    expect(story.intervention('give-floor-1')).toMatchObject({ personId: 'boris', requestId: null })
  })

  test('[F3] who waits in this list is taken off it', () => {
    const story = twoWaiting(by(moderator, giveFloorTo('boris')))
    expect(story.intervention('give-floor-1').requestId).toBe('raise-hand-2')
    expect(story.segment('floor').list).toEqual(['raise-hand-1'])
  })

  test('[F3] who waits in another goes on waiting there', () => {
    const story = onTheFloor(
      by(moderator, enterRequest('amina', 'afternoon')),
      by(moderator, giveFloorTo('amina')),
    )
    expect(story.request('enter-request-1').status).toBe('waiting')
  })

  test('[F3] not who has it, and nobody who is not there', () => {
    aminaSpeaking().when(moderator, giveFloorTo('amina', 'give-floor-1')).isRefused('has-the-floor')
    onTheFloor().when(moderator, giveFloorTo('gone')).isRefused('unknown-person')
    onTheFloor(by(moderator, removePerson('amina')))
      .when(moderator, giveFloorTo('amina'))
      .isRefused('unknown-person')
  })
})

describe('[F4] the limit in force when the floor is given', () => {
  test('[F4] stays on the intervention', () => {
    const story = aminaSpeaking(by(moderator, setLimit(MINUTE_MS)))
    expect(story.intervention('give-floor-1').clock.limitMs).toBe(3 * MINUTE_MS)
    const next = story.and(by(moderator, giveFloor('raise-hand-2', 'give-floor-1')))
    expect(next.intervention('give-floor-2').clock.limitMs).toBe(MINUTE_MS)
  })

  test("[F4] is the panelist's own where the seat has one, else the segment's", () => {
    const panel = started(by(moderator, advance('opening', 'panel')))
    const dalia = panel.and(by(moderator, giveFloorTo('dalia', null, 'panel')))
    expect(dalia.intervention('give-floor-1').clock.limitMs).toBe(5 * MINUTE_MS)
    const chen = dalia.and(by(moderator, giveFloorTo('chen', 'give-floor-1', 'panel')))
    expect(chen.intervention('give-floor-2').clock.limitMs).toBe(3 * MINUTE_MS)
  })

  test('[F4] is set for any segment; [C4] to what it is changes nothing', () => {
    expect(given(by(moderator, setLimit(MINUTE_MS, 'closing'))).segment('closing').speakingLimitMs).toBe(
      MINUTE_MS,
    )
    given()
      .when(moderator, setLimit(3 * MINUTE_MS))
      .happens()
    given().when(moderator, setLimit(MINUTE_MS, 'gone')).isRefused('unknown-segment')
  })
})

describe('[F5] the floor is given in the current segment', () => {
  test('[F5] while the meeting runs', () => {
    given().when(moderator, giveFloorTo('amina')).isRefused('meeting-not-started')
    started(by(moderator, endMeeting('opening')))
      .when(moderator, giveFloorTo('amina', null, 'opening'))
      .isRefused('meeting-ended')
  })

  test('[F5] [C2] and in no other', () => {
    started().when(moderator, giveFloorTo('amina')).isRefused('picture-outdated')
    started()
      .when(moderator, giveFloorTo('amina', null, 'gone'))
      .isRefused('unknown-segment')
  })

  test('[F5] not in a break', () => {
    started(by(moderator, advance('opening', 'lunch')))
      .when(moderator, giveFloorTo('amina', null, 'lunch'))
      .isRefused('segment-is-break')
  })
})

describe("[F6] the speaker's clock starts", () => {
  test('[F6] with the floor', () => {
    const story = aminaSpeaking(pass(20 * SECOND_MS))
    expect(story.intervention('give-floor-1').calledAt).toBe(STARTS_AT)
    expect(taken(story)).toBe(20 * SECOND_MS)
  })

  test('[F6] or by hand, where the meeting is set so', () => {
    const called = onTheFloor(startsByHand, by(moderator, giveFloorTo('amina')))
    const waiting = called.and(pass(20 * SECOND_MS))
    expect(taken(waiting)).toBe(0)
    const speaking = waiting.and(by(moderator, speaker('start-intervention')), pass(SECOND_MS))
    expect(taken(speaking)).toBe(SECOND_MS)
  })

  test('[F6] once', () => {
    aminaSpeaking().when(moderator, speaker('start-intervention')).isRefused('intervention-running')
  })

  test('[F6] [C2] a late start does not undo a pause', () => {
    aminaSpeaking(pass(SECOND_MS), by(moderator, speaker('pause-intervention')))
      .when(coordinator, speaker('start-intervention'))
      .isRefused('picture-outdated')
  })
})

describe('[F7] pause', () => {
  test('[F7] the clock stands still until it is resumed', () => {
    const paused = aminaSpeaking(pass(1_500), by(moderator, speaker('pause-intervention')), pass(9_000))
    expect(taken(paused)).toBe(1_500)
    expect(taken(paused.and(by(moderator, speaker('resume-intervention')), pass(500)))).toBe(2_000)
  })

  test('[F7] paused and resumed once each', () => {
    const paused = aminaSpeaking(by(moderator, speaker('pause-intervention')))
    paused.when(moderator, speaker('pause-intervention')).isRefused('intervention-not-running')
    aminaSpeaking().when(moderator, speaker('resume-intervention')).isRefused('intervention-running')
  })
})

describe('[F8] extension', () => {
  test('[F8] adds to the limit or takes from it', () => {
    const story = aminaSpeaking(pass(MINUTE_MS), by(moderator, extendIntervention(30 * SECOND_MS)))
    expect(remainingMs(story.intervention('give-floor-1').clock, story.now)).toBe(150 * SECOND_MS)
  })

  test('[F8] the limit stays between ten seconds and an hour', () => {
    const story = aminaSpeaking()
    story.when(moderator, extendIntervention(-171 * SECOND_MS)).isRefused('limit-out-of-range')
    story.when(moderator, extendIntervention(58 * MINUTE_MS)).isRefused('limit-out-of-range')
    story.and(by(moderator, extendIntervention(-170 * SECOND_MS)))
    story.and(by(moderator, extendIntervention(57 * MINUTE_MS)))
  })
})

describe('[F9] the end', () => {
  test.each([
    ['delivered', by(moderator, speaker('end-intervention'))],
    ['cut-off', by(moderator, speaker('cut-off'))],
    ['yielded', by(amina, speaker('yield-floor'))],
  ] as const)('[F9] %s', (outcome, end) => {
    const story = aminaSpeaking(pass(42_000), end, pass(9_000))
    expect(story.intervention('give-floor-1')).toMatchObject({ outcome, endedAt: STARTS_AT + 42_000 })
    expect(taken(story)).toBe(42_000)
    expect(story.meeting.floorId).toBeNull()
  })

  test('[F9] only the speaker yields', () => {
    aminaSpeaking().when(boris, speaker('yield-floor')).isRefused('not-yours')
  })

  test('[F9] what is over is over', () => {
    const over = aminaSpeaking(by(amina, speaker('yield-floor')))
    const types = ['start', 'pause', 'resume', 'end'] as const
    for (const type of types)
      over.when(moderator, speaker(`${type}-intervention`)).isRefused('intervention-over')
    over.when(moderator, speaker('cut-off')).isRefused('intervention-over')
    over.when(moderator, extendIntervention(SECOND_MS)).isRefused('intervention-over')
    over.when(amina, speaker('yield-floor')).isRefused('intervention-over')
  })

  test('[F9] what never was is unknown', () => {
    aminaSpeaking().when(moderator, speaker('cut-off', 'gone')).isRefused('unknown-intervention')
  })
})

test('[F10] at zero nothing happens by itself: the clock counts on', () => {
  const story = aminaSpeaking(pass(4 * MINUTE_MS))
  expect(remainingMs(story.intervention('give-floor-1').clock, story.now)).toBe(-MINUTE_MS)
  expect(story.meeting.floorId).toBe('give-floor-1')
})
