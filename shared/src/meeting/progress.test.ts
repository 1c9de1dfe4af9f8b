import { describe, expect, test } from 'vitest'
import { elapsedMs } from '../clock/clock.ts'
import { limits } from '../limits.ts'
import { aminaSpeaking, onTheFloor, started, twoWaiting } from '../testing/beginnings.ts'
import { amina, coordinator, MINUTE_MS, moderator, STARTS_AT } from '../testing/consultation.ts'
import { by, given, pass } from '../testing/story.ts'
import {
  advance,
  closeList,
  endMeeting,
  enterRequest,
  extendSegment,
  openList,
  pauseSegment,
  raiseHand,
  resumeSegment,
  startMeeting,
} from '../testing/wishes.ts'

describe('[M1] start', () => {
  test('[M1] a start enters the first segment, whose clock runs', () => {
    const story = given()
      .when(moderator, startMeeting)
      .happens({ type: 'meeting-started' }, { type: 'segment-entered', segmentId: 'opening' })
    expect(story.meeting).toMatchObject({ phase: 'running', startedAt: STARTS_AT })
    expect(story.segment('opening').clock.startedAt).toBe(STARTS_AT)
  })

  test('[M1] a meeting starts once', () => {
    started().when(moderator, startMeeting).isRefused('meeting-already-started')
    started(by(moderator, endMeeting('opening')))
      .when(moderator, startMeeting)
      .isRefused('meeting-ended')
  })

  test('[M1] nothing advances before the start', () => {
    given().when(moderator, advance('opening', 'panel')).isRefused('meeting-not-started')
    given().when(moderator, endMeeting('opening')).isRefused('meeting-not-started')
    given().when(moderator, pauseSegment('opening')).isRefused('meeting-not-started')
  })
})

describe('[M2] a start far from the plan', () => {
  const farMs = limits.planShiftThresholdMs

  test('[M2] half a day off is early or late, and the plan stays', () => {
    const late = given(pass(farMs), by(moderator, startMeeting))
    expect(late.meeting.startsAt).toBe(STARTS_AT)
  })

  test('[M2] [P4] more than that takes the plan along to the minute, fixed starts included', () => {
    const story = given(pass(farMs + 90_001), by(moderator, startMeeting))
    expect(story.meeting.startsAt).toBe(STARTS_AT + farMs + MINUTE_MS)
    expect(story.segment('afternoon').fixedStartAt).toBe(STARTS_AT + farMs + 181 * MINUTE_MS)
  })

  test('[M2] a rehearsal the day before takes the plan along, too', () => {
    const story = given(pass(-25 * 60 * MINUTE_MS), by(moderator, startMeeting))
    expect(story.meeting.startsAt).toBe(STARTS_AT - 25 * 60 * MINUTE_MS)
  })
})

describe('[M3] advance', () => {
  test('[M3] one step leaves one segment and enters the other', () => {
    const story = started()
      .when(moderator, advance('opening', 'panel'))
      .happensInOrder('segment-left', 'segment-entered')
    expect(story.meeting.currentSegmentId).toBe('panel')
    expect(story.segment('opening').endedAt).toBe(story.now)
  })

  test('[M3] back again, the clock goes on with what is left', () => {
    const story = started(
      pass(4 * MINUTE_MS),
      by(moderator, advance('opening', 'closing')),
      pass(10 * MINUTE_MS),
      by(moderator, advance('closing', 'opening')),
      pass(MINUTE_MS),
    )
    expect(story.segment('opening')).toMatchObject({ startedAt: STARTS_AT, endedAt: null })
    expect(elapsedMs(story.segment('opening').clock, story.now)).toBe(5 * MINUTE_MS)
    expect(elapsedMs(story.segment('closing').clock, story.now)).toBe(10 * MINUTE_MS)
  })

  test('[M3] the other must be another, and be there', () => {
    started().when(moderator, advance('opening', 'opening')).isRefused('segment-is-current')
    started().when(moderator, advance('opening', 'gone')).isRefused('unknown-segment')
    started().when(moderator, advance('gone', 'panel')).isRefused('unknown-segment')
  })

  test('[C3] two moderators press "next": one advance, and the other is told', () => {
    const both = started(by(moderator, advance('opening', 'panel')))
    both.when(coordinator, advance('opening', 'panel')).isRefused('picture-outdated')
    expect(both.meeting.currentSegmentId).toBe('panel')
  })
})

describe('[M4] the list of an open floor', () => {
  test('[M4] opens when the segment is first entered', () => {
    started()
      .when(moderator, advance('opening', 'floor'))
      .happensInOrder('segment-left', 'segment-entered', 'list-opened')
  })

  test('[M4] not when it is entered again', () => {
    onTheFloor(by(moderator, advance('floor', 'opening')))
      .when(moderator, advance('opening', 'floor'))
      .happensInOrder('segment-left', 'segment-entered')
  })

  test('[M4] not when it is open already, and no other kind opens', () => {
    started(by(moderator, openList('floor')))
      .when(moderator, advance('opening', 'floor'))
      .happensInOrder('segment-left', 'segment-entered')
    expect(started(by(moderator, advance('opening', 'panel'))).segment('panel').listOpen).toBe(false)
  })
})

describe('[M5] leaving a segment', () => {
  const left = aminaSpeaking(pass(1_000), by(moderator, advance('floor', 'lunch')), pass(1_000))

  test('[M5] who speaks is ended as delivered', () => {
    expect(left.intervention('give-floor-1').outcome).toBe('delivered')
    expect(left.meeting.floorId).toBeNull()
  })

  test('[M5] who waits is not reached and may ask again elsewhere', () => {
    expect(left.request('raise-hand-2').status).toBe('not-reached')
    expect(left.segment('floor').list).toEqual([])
  })

  test('[M5] the list closes and the clock stops', () => {
    expect(left.segment('floor')).toMatchObject({
      listOpen: false,
      clock: { startedAt: null, accumulatedMs: 1_000 },
    })
  })

  test('[M5] who waits in another segment goes on waiting', () => {
    const story = started(
      by(moderator, enterRequest('boris', 'afternoon')),
      by(moderator, advance('opening', 'panel')),
    )
    expect(story.request('enter-request-1').status).toBe('waiting')
  })
})

describe('[M6] pause', () => {
  test('[M6] a paused segment stands still until it is resumed', () => {
    const paused = started(pass(MINUTE_MS), by(moderator, pauseSegment('opening')), pass(MINUTE_MS))
    expect(elapsedMs(paused.segment('opening').clock, paused.now)).toBe(MINUTE_MS)
    const resumed = paused.and(by(moderator, resumeSegment('opening')), pass(MINUTE_MS))
    expect(elapsedMs(resumed.segment('opening').clock, resumed.now)).toBe(2 * MINUTE_MS)
  })

  test('[M6] the clock of the speaker is another one', () => {
    const story = aminaSpeaking(by(moderator, pauseSegment('floor')), pass(1_000))
    expect(elapsedMs(story.intervention('give-floor-1').clock, story.now)).toBe(1_000)
  })

  test('[M6] paused and resumed once each', () => {
    const paused = started(by(moderator, pauseSegment('opening')))
    paused.when(moderator, pauseSegment('opening')).isRefused('segment-already-paused')
    started().when(moderator, resumeSegment('opening')).isRefused('segment-not-paused')
  })

  test('[M6] [C2] only the current segment', () => {
    started().when(moderator, pauseSegment('panel')).isRefused('picture-outdated')
    started().when(moderator, resumeSegment('panel')).isRefused('picture-outdated')
    started().when(moderator, pauseSegment('gone')).isRefused('unknown-segment')
  })
})

describe('[M7] extend', () => {
  test('[M7] extensions and cuts change the clock and not the plan, of any segment', () => {
    const story = started(
      by(moderator, extendSegment('panel', 5 * MINUTE_MS)),
      by(moderator, extendSegment('panel', -10 * MINUTE_MS)),
    )
    expect(story.segment('panel').clock.limitMs).toBe(40 * MINUTE_MS)
    expect(story.segment('panel').durationMs).toBe(45 * MINUTE_MS)
  })

  test('[M7] a segment keeps between a minute and a day', () => {
    const story = started(by(moderator, extendSegment('opening', -14 * MINUTE_MS)))
    story.when(moderator, extendSegment('opening', -1)).isRefused('segment-too-short')
    const hours = Array.from({ length: 23 }, () => by(moderator, extendSegment('panel', 60 * MINUTE_MS)))
    started(...hours)
      .when(moderator, extendSegment('panel', 16 * MINUTE_MS))
      .isRefused('segment-too-long')
    started().when(moderator, extendSegment('gone', 1_000)).isRefused('unknown-segment')
  })
})

describe('[M8] end', () => {
  const last = started(
    by(moderator, enterRequest('boris', 'afternoon')),
    by(moderator, openList('afternoon')),
    by(moderator, advance('opening', 'floor')),
    by(amina, raiseHand()),
  )

  test('[M8] nobody waits any more, no list is open, no clock runs', () => {
    const { meeting } = last.and(by(moderator, endMeeting('floor')))
    expect(meeting).toMatchObject({ phase: 'ended', endedAt: last.now, currentSegmentId: null })
    expect([...meeting.requests.values()].map(({ status }) => status)).toEqual(['not-reached', 'not-reached'])
    for (const segment of meeting.segments)
      expect(segment).toMatchObject({ listOpen: false, list: [], clock: { startedAt: null } })
  })

  test('[M8] after the end nothing advances, opens or is asked for', () => {
    const over = twoWaiting(by(moderator, endMeeting('floor')))
    over.when(moderator, endMeeting('floor')).isRefused('meeting-ended')
    over.when(moderator, advance('floor', 'lunch')).isRefused('meeting-ended')
    over.when(moderator, openList('floor')).isRefused('meeting-ended')
    over.when(moderator, closeList('floor')).isRefused('list-closed')
    over.when(amina, raiseHand()).isRefused('meeting-ended')
  })

  test('[M8] [C2] the end names the segment that was seen', () => {
    started().when(moderator, endMeeting('panel')).isRefused('picture-outdated')
  })
})
