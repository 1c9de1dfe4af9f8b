import { expect, test } from 'vitest'
import { aminaSpeaking, twoWaiting } from '@openfloor/shared/testing/beginnings.ts'
import { amina, boris, chen, MINUTE_MS, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, pass, type Story } from '@openfloor/shared/testing/story.ts'
import {
  extendIntervention,
  giveFloor,
  moveRequest,
  raiseHand,
  raiseHandFor,
  speaker,
} from '@openfloor/shared/testing/wishes.ts'
import { viewOf } from '@openfloor/shared/views/view.ts'
import { alertBetween, alertMoment } from './alert-moment.ts'
import { myTurn } from './my-turn.ts'
import { projectionOf } from './standing.ts'

function momentOf(story: Story, personId: string | null) {
  const view = viewOf(story.meeting, 'participant', personId)
  return alertMoment(myTurn(view, projectionOf(view.public, story.now), story.now))
}

/** What alerts that person when the one becomes the other. */
const alerted = (before: Story, after: Story, { personId }: { personId: string | null }) =>
  alertBetween(momentOf(before, personId), momentOf(after, personId))

const later = aminaSpeaking(pass(9 * MINUTE_MS))
const threeWaiting = twoWaiting(by(chen, raiseHand()))
const overtaken = threeWaiting.and(by(moderator, moveRequest('raise-hand-3', null)))
const interrupted = aminaSpeaking(
  by(boris, raiseHandFor('point-of-order')),
  by(moderator, giveFloor('raise-hand-3', 'give-floor-1')),
)

test.each([
  ['the floor is given', twoWaiting(), aminaSpeaking(), amina, 'floor'],
  ['one becomes next', twoWaiting(), aminaSpeaking(), boris, 'next'],
  ['one stays next', aminaSpeaking(), later, boris, null],
  ['one goes on speaking, and over', aminaSpeaking(), later, amina, null],
  ['time is added', later, later.and(by(moderator, extendIntervention(MINUTE_MS))), amina, null],
  ['somebody is put before', threeWaiting, overtaken, amina, null],
  ['one comes first again', overtaken, threeWaiting, amina, 'next'],
  ['a point of order interrupts', aminaSpeaking(), interrupted, amina, null],
  [
    'the floor comes back after it',
    interrupted,
    interrupted.and(by(moderator, speaker('end-intervention', 'give-floor-2'))),
    amina,
    'floor',
  ],
] as const)('[F16] when %s', (_when, before, after, person, sound) => {
  expect(alerted(before, after, person)).toBe(sound)
})
