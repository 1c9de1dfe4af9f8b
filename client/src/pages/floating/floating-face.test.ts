import { expect, test } from 'vitest'
import { aminaSpeaking, onTheFloor, started, twoWaiting } from '@openfloor/shared/testing/beginnings.ts'
import { amina, boris, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, given, type Story } from '@openfloor/shared/testing/story.ts'
import { advance, endMeeting, giveFloor, raiseHandFor } from '@openfloor/shared/testing/wishes.ts'
import { viewOf } from '@openfloor/shared/views/view.ts'
import { floatingFace, nextInList, noticeNow } from './floating-face.ts'

const viewFor = ({ meeting }: Story, { personId }: { personId: string | null }) =>
  viewOf(meeting, 'participant', personId)

test('it counts my time while I speak, and that of whoever speaks for everybody else', () => {
  expect(floatingFace(viewFor(aminaSpeaking(), amina))).toMatchObject({ kind: 'mine' })
  expect(floatingFace(viewFor(aminaSpeaking(), boris))).toMatchObject({
    kind: 'speaker',
    person: { name: 'amina' },
  })
  expect(floatingFace(viewOf(aminaSpeaking().meeting, 'moderator', null))).toMatchObject({ kind: 'speaker' })
})

test('[F12] who is interrupted sees the own time stand still', () => {
  const story = aminaSpeaking(
    by(boris, raiseHandFor('point-of-order')),
    by(moderator, giveFloor('raise-hand-3', 'give-floor-1')),
  )
  expect(floatingFace(viewFor(story, amina))).toMatchObject({
    kind: 'interrupted',
    clock: { startedAt: null },
  })
  expect(floatingFace(viewFor(story, boris))).toMatchObject({ kind: 'mine' })
})

test('without a speaker it counts the segment, also in a break', () => {
  expect(floatingFace(viewFor(onTheFloor(), amina))).toMatchObject({
    kind: 'segment',
    segment: { id: 'floor' },
  })
  const lunch = onTheFloor(by(moderator, advance('floor', 'lunch')))
  expect(floatingFace(viewFor(lunch, amina))).toMatchObject({ kind: 'segment', segment: { id: 'lunch' } })
})

test('before and after the meeting there is nothing to count', () => {
  expect(floatingFace(viewFor(given(), amina)).kind).toBe('before')
  const ended = started(by(moderator, endMeeting('opening')))
  expect(floatingFace(viewFor(ended, amina)).kind).toBe('ended')
})

test('who comes next is told as "you" to that person alone', () => {
  expect(nextInList(viewFor(twoWaiting(), amina))).toMatchObject({ isMe: true })
  expect(nextInList(viewFor(twoWaiting(), boris))).toMatchObject({ name: 'amina', isMe: false })
  expect(nextInList(viewFor(onTheFloor(), boris))).toBeNull()
})

test('[N2] a notice to me comes before one to all, and goes when its time is over', () => {
  const notice = { text: 'Coffee', durationMs: 60_000 } as const
  const story = aminaSpeaking(
    by(moderator, { type: 'send-notice', screenId: null, to: 'everyone', ...notice }),
    by(moderator, {
      type: 'send-notice',
      screenId: null,
      to: 'speaker',
      text: 'Slower, please',
      durationMs: null,
    }),
  )
  expect(noticeNow(viewFor(story, amina), story.now)).toBe('Slower, please')
  expect(noticeNow(viewFor(story, boris), story.now)).toBe('Coffee')
  expect(noticeNow(viewFor(story, boris), story.now + 60_000)).toBeNull()
})
