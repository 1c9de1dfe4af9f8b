import { describe, expect, test } from 'vitest'
import type { Role } from '../meeting/state.ts'
import { aminaSpeaking, onTheFloor, started, twoWaiting } from '../testing/beginnings.ts'
import { MINUTE_MS, moderator, STARTS_AT } from '../testing/consultation.ts'
import { by, given, type Story } from '../testing/story.ts'
import { advance, endMeeting } from '../testing/wishes.ts'
import { viewOf } from './view.ts'
import { wallView, type WallView } from './wall.ts'

function wallOf(
  story: Story,
  screenId: string | null = null,
  role: Role = 'screen',
  now = STARTS_AT,
): WallView {
  return wallView(viewOf(story.meeting, role, null), screenId, now)
}

const stage = by(moderator, { type: 'add-screen', name: 'Stage', shows: 'list' })

function notice(
  to: 'screens' | 'everyone',
  text: string,
  screenId: string | null = null,
  durationMs: number | null = null,
) {
  return by(moderator, { type: 'send-notice', to, screenId, text, durationMs })
}

describe('how the meeting stands', () => {
  test('before the start: when that is planned, in the meeting’s own time', () => {
    expect(wallOf(given())).toMatchObject({
      ...{ state: 'before', at: STARTS_AT, atLocal: '2020-11-09 10:00', utcOffsetMs: 60 * MINUTE_MS },
      ...{ title: 'Consultation', joinCode: '123456789', segment: '', segmentClock: null, clock: null },
    })
  })

  test('somebody speaks: name, organization, both clocks, and who is next', () => {
    const { meeting } = aminaSpeaking()
    expect(wallOf(aminaSpeaking())).toMatchObject({
      ...{ state: 'speaking', name: 'amina', organization: 'Organization of amina', next: 'boris' },
      ...{ session: 'Session morning', segment: 'Title of floor', at: null, atLocal: '' },
      clock: { startedAt: STARTS_AT, accumulatedMs: 0, limitMs: 3 * MINUTE_MS },
      segmentClock: meeting.segments.find(({ id }) => id === 'floor')!.clock,
      list: { open: true, waiting: 1, head: [{ name: 'boris', organization: 'Organization of boris' }] },
    })
  })

  test('nobody speaks: how many wait', () => {
    expect(wallOf(twoWaiting())).toMatchObject({ state: 'idle', name: '', clock: null, list: { waiting: 2 } })
  })

  test('in a break: when it is expected to end, and what follows', () => {
    const lunch = onTheFloor(by(moderator, advance('floor', 'lunch')))
    expect(wallOf(lunch)).toMatchObject({
      state: 'break',
      atLocal: '13:00',
      next: 'Title of afternoon',
      list: null,
    })
  })

  test('after the end: when that was', () => {
    expect(wallOf(started(by(moderator, endMeeting('opening'))))).toMatchObject({
      state: 'ended',
      atLocal: '10:00',
    })
  })
})

test('[P11] [P12] where the programme is: its rows around the current one, how far behind, and what holds', () => {
  const late = STARTS_AT + 27 * MINUTE_MS
  const { programme, behindMinutes, held } = wallOf(started(), null, 'screen', late)
  expect(programme[0]).toEqual({ time: '10:00', title: 'Title of opening', state: 'current' })
  expect(programme[1]).toEqual({ time: '10:27', title: 'Title of panel', state: 'coming' })
  expect(behindMinutes).toBe(12)
  expect(held).toEqual({ title: 'Title of afternoon', time: '13:00' })
})

describe('screens', () => {
  test('[S1] [S3] each shows what it is directed to; one that is not there shows the main one', () => {
    const story = given(stage)
    const [, { id }] = story.meeting.screens as [unknown, { id: string }]
    expect(wallOf(story, id)).toMatchObject({ shows: 'list', screenName: 'Stage' })
    expect(wallOf(story, 'gone')).toMatchObject({ shows: 'follow', screenName: '' })
    expect(wallOf(story)).toMatchObject({ shows: 'follow' })
  })

  test('[N1] [N2] each has the notices to it, to all and to everyone, the newest two, as long as they last', () => {
    const story = given(
      stage,
      notice('everyone', 'Old'),
      notice('screens', 'All'),
      notice('screens', 'Main', 'main', 1_000),
    )
    const [, { id }] = story.meeting.screens as [unknown, { id: string }]
    const texts = (screenId: string, now: number) =>
      wallOf(story, screenId, 'screen', now)
        .notices.map(({ text }) => text)
        .sort()
    expect(texts('main', STARTS_AT + 1_000)).toEqual(['All', 'Old'])
    expect(texts(id, STARTS_AT)).toEqual(['All', 'Old'])
    expect(texts('main', STARTS_AT)).toContain('Main')
  })

  test('[V1] who does not see the screens gets what one that follows the meeting shows', () => {
    const story = given(
      by(moderator, { type: 'direct-screen', screenId: null, shows: 'blackout' }),
      notice('screens', 'Wall'),
    )
    expect(wallOf(story, null, 'participant')).toMatchObject({ shows: 'follow', notices: [] })
    expect(wallOf(story, null, 'screen')).toMatchObject({ shows: 'blackout', notices: [{ text: 'Wall' }] })
  })
})
