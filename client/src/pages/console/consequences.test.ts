import { expect, test } from 'vitest'
import { aminaSpeaking, onTheFloor } from '@openfloor/shared/testing/beginnings.ts'
import { MINUTE_MS, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, pass } from '@openfloor/shared/testing/story.ts'
import { advance } from '@openfloor/shared/testing/wishes.ts'
import { goingTo, leaving } from './consequences.ts'
import { pictured } from './testing/pictures.ts'

test('leaving ends who speaks, leaves who waits unreached and closes the list', () => {
  expect(leaving(pictured(aminaSpeaking()))).toEqual({ speaker: 'amina', notReached: 1, closesList: true })
})

test('going forward passes over what lies between and opens the list of an open floor', () => {
  const picture = pictured(onTheFloor())
  expect(goingTo(picture, picture.segments[4]!)).toMatchObject({
    ...{ passedOver: ['Title of lunch'], resumesWithMs: null, opensList: true },
  })
})

test('going back goes on with what was left of the clock', () => {
  const picture = pictured(onTheFloor(pass(20 * MINUTE_MS), by(moderator, advance('floor', 'lunch'))))
  expect(goingTo(picture, picture.segments[2]!)).toMatchObject({
    ...{ passedOver: [], resumesWithMs: 40 * MINUTE_MS, opensList: false },
  })
})
