import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import {
  boris,
  createConsultation,
  described,
  MINUTE_MS,
  moderator,
  system,
} from '../testing/consultation.ts'
import { by, nothing } from '../testing/story.ts'
import { advance, enterRequest, giveFloor, moveRequest, raiseHand, removeRequest } from '../testing/wishes.ts'
import { moderatorsView } from './moderators.ts'
import { diff } from './patch.ts'
import { personalView } from './personal.ts'
import { publicView } from './public.ts'

describe('a list of 2,000', () => {
  const people = Array.from({ length: limits.requestsPerList - 1 }, (_, n) => `p${n}`)
  const crowded = nothing()
    .and(
      by(system, {
        ...createConsultation,
        people: [...people, 'amina', 'boris', 'chen', 'dalia'].map((personId) => ({
          ...{ personId, person: described(personId) },
        })),
      }),
    )
    .and(by(moderator, { type: 'start-meeting' }), by(moderator, advance('opening', 'floor')))
    .and(...people.map((personId) => by(moderator, enterRequest(personId))))
  const raised = crowded.and(by(boris, raiseHand('floor', 'x'.repeat(limits.topicChars))))

  /** A patch's length as it is sent; all is ASCII here. */
  function bytes(before: object, after: object): number {
    return JSON.stringify(diff(before, after)).length
  }

  test('[V6] everybody sees its head and its length', () => {
    expect(publicView(crowded.meeting).list!.head).toHaveLength(limits.publicListRows)
    expect(publicView(crowded.meeting).list!.waiting).toBe(people.length)
  })

  test('[V5] the last one knows how many limits come before', () => {
    const { place, aheadLimitMs } = personalView(raised.meeting, 'boris')!.request!
    expect([place, aheadLimitMs]).toEqual([limits.requestsPerList, people.length * 3 * MINUTE_MS])
  })

  test('[V7] one more hand is two counts for everybody, and one row for moderators', () => {
    // Two numbers with their keys.
    expect(bytes(publicView(crowded.meeting), publicView(raised.meeting))).toBeLessThan(150)
    // A row: a topic of 200 characters, ids, names and the reason; the person's new request; counts of the balance.
    expect(bytes(moderatorsView(crowded.meeting), moderatorsView(raised.meeting))).toBeLessThan(
      limits.topicChars + 1_150,
    )
  })

  test('[V7] the next speaker costs everybody ten rows at most', () => {
    const called = raised.and(by(moderator, giveFloor('enter-request-1')))
    expect(bytes(publicView(raised.meeting), publicView(called.meeting))).toBeLessThan(3_000)
    expect(bytes(moderatorsView(raised.meeting), moderatorsView(called.meeting))).toBeLessThan(2_000)
  })

  test('[V7] one row moved, or one gone and another come, costs moderators those rows and no others', () => {
    const moved = raised.and(by(moderator, moveRequest('enter-request-5', 'enter-request-1900')))
    expect(bytes(moderatorsView(raised.meeting), moderatorsView(moved.meeting))).toBeLessThan(1_900)
    const exchanged = crowded.and(
      by(moderator, removeRequest('enter-request-5')),
      by(boris, raiseHand('floor', 'x'.repeat(limits.topicChars))),
    )
    expect(bytes(moderatorsView(crowded.meeting), moderatorsView(exchanged.meeting))).toBeLessThan(
      limits.topicChars + 1_900,
    )
  })
})
