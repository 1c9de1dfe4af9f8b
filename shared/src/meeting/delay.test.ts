import { describe, expect, test } from 'vitest'
import { projectProgramme } from '../programme/projection.ts'
import { started } from '../testing/beginnings.ts'
import { amina, coordinator, MINUTE_MS, moderator, STARTS_AT } from '../testing/consultation.ts'
import { snapshot } from '../testing/snapshot.ts'
import { by, given, pass, type Story } from '../testing/story.ts'
import {
  acceptDelay,
  advance,
  endMeeting,
  extendSegment,
  pauseSegment,
  raiseHand,
  startMeeting,
} from '../testing/wishes.ts'
import type { CommandOf } from '../commands.ts'

const minutes = (count: number) => count * MINUTE_MS

/** `12:05`, in the zone of the consultation (UTC+1 in November). */
function clock(at: number): string {
  return new Date(at + minutes(60)).toISOString().slice(11, 19).replace(/:00$/, '')
}

/** Planned and expected times of what runs and is to come: `lunch 12:20-13:00`. */
function times({ meeting, now }: Story) {
  const rows = projectProgramme(meeting, now).segments.filter(
    ({ state }) => state === 'current' || state === 'coming',
  )
  return {
    planned: rows.map((row) => `${row.segmentId} ${clock(row.plannedStartAt)}-${clock(row.plannedEndAt)}`),
    expected: rows.map((row) => `${row.segmentId} ${clock(row.expectedStartAt)}-${clock(row.expectedEndAt)}`),
    behindMin: projectProgramme(meeting, now).behindMs / MINUTE_MS,
  }
}

/** The morning's floor (60 min) was entered at 11:12 instead of 11:00. */
const twelveLate = started(
  pass(minutes(20)),
  by(moderator, advance('opening', 'panel')),
  pass(minutes(52)),
  by(moderator, advance('panel', 'floor')),
  pass(minutes(3)),
)

describe('[M12] the baseline', () => {
  test('[M12] is the plan at the start, kept with its titles whatever is edited, removed or accepted', () => {
    const story = twelveLate.and(
      by(moderator, acceptDelay('floor')),
      by(coordinator, { type: 'edit-segment', segmentId: 'closing', segment: { title: 'Farewell' } }),
      by(coordinator, { type: 'remove-segment', segmentId: 'lunch' }),
    )
    const kept = story.meeting.baseline!.map(
      ({ segmentId, title, startAt, endAt }) => `${segmentId} (${title}) ${clock(startAt)}-${clock(endAt)}`,
    )
    expect(kept).toEqual([
      'opening (Title of opening) 10:00-10:15',
      'panel (Title of panel) 10:15-11:00',
      'floor (Title of floor) 11:00-12:00',
      'lunch (Title of lunch) 12:00-13:00',
      'afternoon (Title of afternoon) 13:00-14:45',
      'closing (Title of closing) 14:45-15:00',
    ])
  })

  test('[M12] [M2] of a rehearsal it is the plan that came along; before the start there is none', () => {
    expect(given().meeting.baseline).toBeNull()
    const rehearsal = given(pass(-minutes(48 * 60)), by(moderator, startMeeting))
    expect(rehearsal.meeting.baseline![0]!.startAt).toBe(STARTS_AT - minutes(48 * 60))
  })
})

describe('[P16] accepting the delay', () => {
  test('[P16] what is to come is planned as it is expected, "behind" is 0, the held start stays', () => {
    expect(times(twelveLate)).toMatchObject({ behindMin: 12 })
    const story = twelveLate.and(by(moderator, acceptDelay('floor')))
    const now = ['lunch 12:12-13:00', 'afternoon 13:00-14:45', 'closing 14:45-15:00']
    expect(times(story)).toEqual({
      planned: ['floor 11:00-12:12', ...now],
      expected: ['floor 11:12-12:12', ...now],
      behindMin: 0,
    })
    expect(story.segment('afternoon').fixedStartAt).toBe(STARTS_AT + minutes(180))
    expect(story.segment('lunch').durationMs).toBe(minutes(60))
  })

  test('[P16] [P7] time won after it pulls, and lunch gets back what it gave', () => {
    const story = twelveLate.and(
      by(moderator, acceptDelay('floor')),
      pass(minutes(47)),
      by(moderator, advance('floor', 'lunch')),
    )
    expect(times(story)).toMatchObject({
      expected: ['lunch 12:02-13:00', 'afternoon 13:00-14:45', 'closing 14:45-15:00'],
      behindMin: 0,
    })
  })

  test('[P16] a fixed start that is missed moves to the next full minute, and what follows with it', () => {
    const story = twelveLate.and(
      by(moderator, extendSegment('floor', minutes(55))),
      pass(30_000),
      by(moderator, pauseSegment('floor')),
      pass(15_000),
    )
    // 11:12 + 60 + 55 min and 15 s of pause: 13:07:15, and lunch is used up.
    expect(times(story).expected).toEqual([
      'floor 11:12-13:07:15',
      'lunch 13:07:15-13:07:15',
      'afternoon 13:07:15-14:52:15',
      'closing 14:52:15-15:07:15',
    ])
    const accepted = story.and(by(moderator, acceptDelay('floor')))
    const now = ['lunch 13:07:15-13:08', 'afternoon 13:08-14:53', 'closing 14:53-15:08']
    expect(times(accepted)).toEqual({
      planned: ['floor 11:00-13:07:15', ...now],
      expected: ['floor 11:12-13:07:15', ...now],
      behindMin: 0,
    })
    expect(accepted.segment('afternoon').fixedStartAt).toBe(STARTS_AT + minutes(188))
  })

  test('[P16] extensions of what is to come become part of the plan, and no clock changes', () => {
    const story = twelveLate.and(by(moderator, extendSegment('afternoon', minutes(10))))
    const accepted = story.and(by(moderator, acceptDelay('floor')))
    expect(accepted.segment('afternoon').durationMs).toBe(minutes(115))
    expect(accepted.meeting.segments.map((segment) => segment.clock)).toEqual(
      story.meeting.segments.map((segment) => segment.clock),
    )
    expect(times(accepted).planned.slice(2)).toEqual(['afternoon 13:00-14:55', 'closing 14:55-15:10'])
  })

  test('[P16] a delay that only comes later, by an extension, is one too', () => {
    const story = started(by(moderator, extendSegment('closing', minutes(10))))
    expect(times(story).behindMin).toBe(0)
    const accepted = story.and(by(moderator, acceptDelay('opening')))
    expect(times(accepted).planned.at(-1)).toBe('closing 14:45-15:10')
  })

  test('[P16] [E6] the current one edited after it takes its planned end along', () => {
    const edit: CommandOf<'edit-segment'> = {
      ...{ type: 'edit-segment', segmentId: 'floor', segment: { durationMs: minutes(65) } },
    }
    const story = twelveLate.and(by(moderator, acceptDelay('floor')), by(coordinator, edit))
    expect(times(story)).toMatchObject({ behindMin: 0 })
    expect(times(story).planned[0]).toBe('floor 11:00-12:17')
  })

  test('[P16] a second delay is accepted like the first', () => {
    const story = twelveLate.and(by(moderator, acceptDelay('floor')), pass(minutes(72)))
    expect(times(story).behindMin).toBe(15)
    expect(times(story.and(by(moderator, acceptDelay('floor')))).behindMin).toBe(0)
  })

  test('[P16] without a delay there is nothing to accept: on time, ahead, or less than a minute', () => {
    started().when(moderator, acceptDelay('opening')).isRefused('no-delay')
    started(pass(minutes(5)), by(moderator, advance('opening', 'panel')))
      .when(moderator, acceptDelay('panel'))
      .isRefused('no-delay')
    started(pass(minutes(15) + 59_999))
      .when(moderator, acceptDelay('opening'))
      .isRefused('no-delay')
    started(pass(minutes(16)))
      .when(moderator, acceptDelay('opening'))
      .happensInOrder('programme-replanned')
  })

  test('[P16] [C2] it names the current segment of a running meeting', () => {
    given().when(moderator, acceptDelay('opening')).isRefused('meeting-not-started')
    twelveLate.when(moderator, acceptDelay('panel')).isRefused('picture-outdated')
    twelveLate.when(moderator, acceptDelay('gone')).isRefused('unknown-segment')
    twelveLate
      .and(by(moderator, endMeeting('floor')))
      .when(moderator, acceptDelay('floor'))
      .isRefused('meeting-ended')
  })

  test('[C3] of two moderators who accept it at once one does, and the other is told', () => {
    twelveLate
      .and(by(moderator, acceptDelay('floor')))
      .when(coordinator, acceptDelay('floor'))
      .isRefused('no-delay')
  })

  test('[A1] it is on the record with how much it was', () => {
    const story = twelveLate.and(by(moderator, acceptDelay('floor')))
    expect(story.meeting.record.at(-1)).toMatchObject({
      command: 'accept-delay',
      subject: { segmentId: 'floor', ms: minutes(12) },
    })
  })
})

describe('[U1] it can be taken back', () => {
  const accepted = twelveLate.and(
    by(moderator, extendSegment('floor', minutes(60))),
    by(moderator, acceptDelay('floor')),
  )

  test('[U1] as if it had never been done', () => {
    const before = twelveLate.and(by(moderator, extendSegment('floor', minutes(60))))
    const after = accepted.and(by(moderator, accepted.undo))
    expect(snapshot(after.meeting)).toEqual(snapshot(before.meeting))
  })

  test('[U3] hands and extensions meanwhile stay', () => {
    const story = accepted.and(by(amina, raiseHand()), by(moderator, extendSegment('floor', minutes(1))))
    const after = story.and(by(moderator, story.undo))
    expect(after.segment('floor')).toMatchObject({ list: ['raise-hand-1'], replannedEndAt: null })
    expect(after.segment('floor').clock.limitMs).toBe(minutes(121))
  })

  test('[U2] not once the programme was planned otherwise', () => {
    const edit: CommandOf<'edit-segment'> = {
      ...{ type: 'edit-segment', segmentId: 'afternoon', segment: { fixedStartAt: null } },
    }
    accepted.and(by(coordinator, edit)).when(moderator, accepted.undo).isRefused('acted-on-since')
  })

  test('[U2] nor once a segment that it moved is gone', () => {
    const remove: CommandOf<'remove-segment'> = { type: 'remove-segment', segmentId: 'afternoon' }
    accepted.and(by(coordinator, remove)).when(moderator, accepted.undo).isRefused('acted-on-since')
  })
})
