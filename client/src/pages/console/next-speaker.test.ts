import { expect, test } from 'vitest'
import { aminaSpeaking, onTheFloor, twoWaiting } from '@openfloor/shared/testing/beginnings.ts'
import { boris, chen, coordinator, dalia, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, type Story } from '@openfloor/shared/testing/story.ts'
import { closeList, giveFloor, giveFloorTo, raiseHandFor } from '@openfloor/shared/testing/wishes.ts'
import { pictured } from './testing/pictures.ts'

const next = (story: Story) => pictured(story).next?.to ?? null
const hold = (requestId: string) => by(moderator, { type: 'hold-request', requestId, held: true })
const withReplies = by(coordinator, {
  type: 'edit-segment',
  segmentId: 'floor',
  segment: { repliesMs: 600_000 },
})

test('[L15] who is on hold is passed over; where all are, there is nobody', () => {
  expect(next(twoWaiting(hold('raise-hand-1')))).toEqual({ requestId: 'raise-hand-2' })
  expect(next(twoWaiting(hold('raise-hand-1'), hold('raise-hand-2')))).toBeNull()
})

test('a point of order is next before whoever waits', () => {
  const story = twoWaiting(by(chen, raiseHandFor('point-of-order')))
  expect(next(story)).toEqual({ requestId: 'raise-hand-3' })
  expect(pictured(story).pointOfOrder?.name).toBe('chen')
})

test('[F12] while a speaker is interrupted nobody is next, and after it the list goes on', () => {
  const interrupted = aminaSpeaking(
    by(chen, raiseHandFor('point-of-order')),
    by(moderator, giveFloor('raise-hand-3', 'give-floor-1')),
  )
  expect(next(interrupted)).toBeNull()
  const back = interrupted.and(by(moderator, { type: 'end-intervention', interventionId: 'give-floor-2' }))
  expect(next(back)).toEqual({ requestId: 'raise-hand-2' })
  expect(pictured(back).floor?.name).toBe('amina')
})

test('[F13] once the list is closed and heard, the panelists reply in turn; rights of reply come last', () => {
  const story = onTheFloor(withReplies, by(boris, raiseHandFor('right-of-reply')))
  expect(next(story)).toEqual({ requestId: 'raise-hand-1' })
  const closed = story.and(by(moderator, closeList('floor')))
  expect(next(closed)).toEqual({ personId: 'chen', kind: 'panel-reply' })
})

test('on a panel a point of order goes before the seats', () => {
  const story = onTheFloor(
    by(moderator, { type: 'advance-segment', from: 'floor', to: 'panel' }),
    by(moderator, giveFloorTo('chen', null, 'panel')),
    by(dalia, raiseHandFor('point-of-order', 'panel')),
  )
  expect(next(story)).toEqual({ requestId: 'raise-hand-1' })
})
