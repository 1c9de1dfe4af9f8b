import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { aminaSpeaking, onTheFloor, started } from '../testing/beginnings.ts'
import { amina, MINUTE_MS, moderator } from '../testing/consultation.ts'
import { by, given, type Story } from '../testing/story.ts'
import { endMeeting, speaker } from '../testing/wishes.ts'
import type { CommandOf } from '../commands.ts'

function notice(
  to: CommandOf<'send-notice'>['to'],
  text = 'Please mute.',
  durationMs: number | null = null,
): CommandOf<'send-notice'> {
  return { type: 'send-notice', to, screenId: null, text, durationMs }
}

function texts(story: Story): readonly string[] {
  return story.meeting.notices.map(({ text }) => text)
}

describe('[N1] to whom', () => {
  test.each(['everyone', 'screens'] as const)('[N1] to %s, at any time', (to) => {
    for (const story of [given(), started(), started(by(moderator, endMeeting('opening')))])
      expect(story.and(by(moderator, notice(to))).meeting.notices[0]).toMatchObject({ to, personId: null })
  })

  test('[N1] to the speaker it goes to that person and to no later speaker', () => {
    const sent = aminaSpeaking(by(moderator, notice('speaker')))
    expect(sent.meeting.notices[0]).toMatchObject({ to: 'speaker', personId: 'amina' })
  })

  test('[N1] without a speaker there is nobody to tell', () => {
    onTheFloor().when(moderator, notice('speaker')).isRefused('nobody-has-the-floor')
    aminaSpeaking(by(amina, speaker('yield-floor')))
      .when(moderator, notice('speaker'))
      .isRefused('nobody-has-the-floor')
  })
})

describe('[N2] for how long', () => {
  test('[N2] for as long as was said, or until it is withdrawn', () => {
    const story = started(by(moderator, notice('everyone', 'Soon', MINUTE_MS)))
    expect(story.meeting.notices[0]!.untilAt).toBe(story.now + MINUTE_MS)
    expect(started(by(moderator, notice('everyone'))).meeting.notices[0]!.untilAt).toBeNull()
  })

  test('[N2] a withdrawn notice is gone, once', () => {
    const withdraw = { type: 'withdraw-notice', noticeId: 'send-notice-1' } as const
    const story = started(by(moderator, notice('everyone')), by(moderator, withdraw))
    expect(texts(story)).toEqual([])
    story.when(moderator, withdraw).isRefused('unknown-notice')
  })
})

test('[N3] the latest are kept, the newest first', () => {
  const many = Array.from({ length: limits.noticesKept + 1 }, (_, n) =>
    by(moderator, notice('everyone', `Notice ${n}`)),
  )
  const kept = texts(started(...many))
  expect(kept).toHaveLength(limits.noticesKept)
  expect([kept[0], kept.at(-1)]).toEqual([`Notice ${limits.noticesKept}`, 'Notice 1'])
})

test('[N5] said again to the same people it is shown once, from now on', () => {
  const again = started(
    by(moderator, notice('everyone', 'Soon', MINUTE_MS)),
    by(moderator, notice('screens', 'Soon')),
    by(moderator, notice('everyone', 'Soon', 2 * MINUTE_MS)),
  )
  expect(again.meeting.notices.map(({ to, untilAt }) => [to, untilAt])).toEqual([
    ['everyone', again.now + 2 * MINUTE_MS],
    ['screens', null],
  ])
})
