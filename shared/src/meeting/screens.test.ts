import { describe, expect, test } from 'vitest'
import { moderator } from '../testing/consultation.ts'
import { by, given, type Story } from '../testing/story.ts'
import type { CommandOf } from '../commands.ts'
import type { ScreenShow } from './state.ts'

function add(name: string, shows: ScreenShow = 'follow'): CommandOf<'add-screen'> {
  return { type: 'add-screen', name, shows }
}

function direct(screenId: string | null, shows: ScreenShow): CommandOf<'direct-screen'> {
  return { type: 'direct-screen', screenId, shows }
}

function shown(story: Story): readonly (readonly [string, ScreenShow])[] {
  return story.meeting.screens.map(({ id, shows }) => [id, shows] as const)
}

const hallAndStage = given(by(moderator, add('Hall')), by(moderator, add('Stage', 'clock')))

test('[S1] a meeting has the main screen, which follows the meeting', () => {
  expect(shown(given())).toEqual([['main', 'follow']])
})

describe('[S2] screens have names', () => {
  test('[S2] added behind the others, each with what it shows', () => {
    expect(hallAndStage.meeting.screens.map(({ name, shows }) => [name, shows])).toEqual([
      ['', 'follow'],
      ['Hall', 'follow'],
      ['Stage', 'clock'],
    ])
  })

  test('[S2] also the main screen can be named; the same name again is done already', () => {
    const named = hallAndStage.when(moderator, { type: 'rename-screen', screenId: 'main', name: 'Wall' })
    named.happensInOrder('screen-renamed')
    hallAndStage.when(moderator, { type: 'rename-screen', screenId: 'add-screen-1', name: 'Hall' }).happens()
    hallAndStage
      .when(moderator, { type: 'rename-screen', screenId: 'main', name: 'hall' })
      .isRefused('screen-name-taken')
  })

  test('[S2] one that is removed takes the notices to it along', () => {
    const notice = { type: 'send-notice', to: 'screens', text: 'Hello', durationMs: null } as const
    const told = hallAndStage.and(
      by(moderator, { ...notice, screenId: 'add-screen-1' }),
      by(moderator, { ...notice, screenId: null }),
      by(moderator, { type: 'remove-screen', screenId: 'add-screen-1' }),
    )
    expect(told.meeting.notices.map(({ screenId }) => screenId)).toEqual([null])
    expect(told.meeting.screens).toHaveLength(2)
  })
})

describe('[S3] screens are directed', () => {
  test('[S3] one', () => {
    expect(shown(hallAndStage.and(by(moderator, direct('add-screen-1', 'list'))))).toEqual([
      ['main', 'follow'],
      ['add-screen-1', 'list'],
      ['add-screen-2', 'clock'],
    ])
  })

  test('[S3] or all at once, of which only those change that showed something else', () => {
    hallAndStage
      .when(moderator, direct(null, 'clock'))
      .happens(
        { type: 'screen-directed', screenId: 'main', shows: 'clock' },
        { type: 'screen-directed', screenId: 'add-screen-1', shows: 'clock' },
      )
  })

  test('[S3] to what they show already: done', () => {
    hallAndStage.when(moderator, direct('main', 'follow')).happens()
  })
})

describe('[S8] all screens go dark at once, and come back as they were', () => {
  const blackout = (dark: boolean) => ({ type: 'blackout-screens', dark }) as const
  const dark = hallAndStage.and(by(moderator, blackout(true)))
  const shows = (story: Story) => story.meeting.screens.map((screen) => screen.shows)

  test('[S8] each shows again what it showed', () => {
    expect(shows(dark)).toEqual(['blackout', 'blackout', 'blackout'])
    expect(shows(dark.and(by(moderator, blackout(false))))).toEqual(['follow', 'follow', 'clock'])
  })

  test('[S8] what was dark before stays dark', () => {
    const oneDark = hallAndStage.and(
      by(moderator, direct('add-screen-1', 'blackout')),
      by(moderator, blackout(true)),
      by(moderator, blackout(false)),
    )
    expect(shows(oneDark)).toEqual(['follow', 'blackout', 'clock'])
  })

  test('[S8] what is directed meanwhile keeps that, and goes dark with the others the next time', () => {
    const directed = dark.and(by(moderator, direct('main', 'list')))
    expect(shows(directed.and(by(moderator, blackout(false))))).toEqual(['list', 'follow', 'clock'])
    const again = directed.and(by(moderator, blackout(true)))
    expect(shows(again.and(by(moderator, blackout(false))))).toEqual(['list', 'follow', 'clock'])
  })

  test('[S8] screens that went dark one by one follow the meeting again', () => {
    const allDark = hallAndStage.and(by(moderator, direct(null, 'blackout')))
    expect(shows(allDark.and(by(moderator, blackout(false))))).toEqual(['follow', 'follow', 'follow'])
  })

  test('[C4] dark when all are dark, or back when none is: done already', () => {
    dark.when(moderator, blackout(true)).happens()
    hallAndStage.when(moderator, blackout(false)).happens()
  })
})

test('[S4] a screen is asked to flash its name, or all of them theirs', () => {
  const story = hallAndStage.later(1_000)
  const identified = (screenId: string | null) =>
    story
      .and(by(moderator, { type: 'identify-screen', screenId }))
      .meeting.screens.map(({ identifiedAt }) => identifiedAt === story.now)
  expect(identified('main')).toEqual([true, false, false])
  expect(identified(null)).toEqual([true, true, true])
})

test('[A1] steering a screen is on the record by the screen’s name, also when it is gone', () => {
  const story = hallAndStage.and(
    by(moderator, direct('add-screen-1', 'list')),
    by(moderator, { type: 'remove-screen', screenId: 'add-screen-1' }),
  )
  expect(story.meeting.record.slice(-2).map(({ command, subject }) => [command, subject])).toEqual([
    ['direct-screen', { text: 'Hall', shows: 'list' }],
    ['remove-screen', { text: 'Hall' }],
  ])
})
