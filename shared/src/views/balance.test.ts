import { describe, expect, test } from 'vitest'
import { aminaSpeaking, onTheFloor } from '../testing/beginnings.ts'
import { amina, boris, chen, coordinator, dalia, MINUTE_MS, moderator } from '../testing/consultation.ts'
import { by, pass, type Story } from '../testing/story.ts'
import {
  advance,
  enterRequest,
  giveFloor,
  lowerHand,
  raiseHand,
  raiseHandFor,
  removePerson,
  speaker,
} from '../testing/wishes.ts'
import { balanceOf } from './balance.ts'
import { moderatorsView } from './moderators.ts'
import { connectedPeople } from './presence.ts'

const toUnions = by(moderator, {
  ...{ type: 'edit-person', personId: 'boris' },
  person: {
    ...{ name: 'boris', organization: 'B', groupId: 'unions', country: null, regionId: null, mode: null },
  },
})
const yields = (id: string, who = amina) => by(who, speaker('yield-floor', id))

/** Amina of the migrants speaks two minutes, Boris of the unions one; both asked. */
function twoHeard(): Story {
  return onTheFloor(
    toUnions,
    ...[by(amina, raiseHand()), by(boris, raiseHand()), by(moderator, giveFloor('raise-hand-1'))],
    ...[pass(2 * MINUTE_MS), yields('give-floor-1')],
    ...[
      by(moderator, giveFloor('raise-hand-2', 'give-floor-1')),
      pass(MINUTE_MS),
      yields('give-floor-2', boris),
    ],
  )
}

describe('[B1] balance', () => {
  test('[B1] who was heard, against who asked and who is there', () => {
    expect(balanceOf(twoHeard().meeting).meeting.group).toEqual([
      { value: 'migrants', people: 3, asked: 1, interventions: 1, spokenMs: 2 * MINUTE_MS },
      { value: 'unions', people: 1, asked: 1, interventions: 1, spokenMs: MINUTE_MS },
    ])
  })

  test('[B1] of the segment and the session that run', () => {
    const story = twoHeard().and(by(moderator, advance('floor', 'closing')))
    const { segment, session } = balanceOf(story.meeting)
    for (const scope of [segment, session])
      expect(scope!.group.map(({ interventions, asked }) => [interventions, asked])).toEqual([
        [0, 0],
        [0, 0],
      ])
  })

  test('[B1] points of order, and turns for which nobody was there, are not being heard', () => {
    const story = onTheFloor(
      ...[by(amina, raiseHandFor('point-of-order')), by(moderator, giveFloor('raise-hand-1'))],
      ...[pass(MINUTE_MS), yields('give-floor-1'), by(moderator, enterRequest('boris'))],
      by(moderator, giveFloor('enter-request-1', 'give-floor-1')),
      by(moderator, speaker('mark-absent', 'give-floor-2')),
    )
    expect(balanceOf(story.meeting).meeting.group).toMatchObject([{ interventions: 0, spokenMs: 0 }])
  })

  test('[B2] who asked and was not heard: in the order they asked, with what became of it', () => {
    const story = onTheFloor(
      ...[by(amina, raiseHand()), by(boris, raiseHand()), by(chen, raiseHand()), by(dalia, raiseHand())],
      ...[by(moderator, giveFloor('raise-hand-1')), by(moderator, giveFloor('raise-hand-2', 'give-floor-1'))],
      ...[by(moderator, speaker('mark-absent', 'give-floor-2')), by(dalia, lowerHand('raise-hand-4'))],
    )
    const unheardOf = (later: Story) => balanceOf(later.meeting).meeting.unheard
    expect(unheardOf(story)).toEqual({
      count: 2,
      first: [
        { personId: 'boris', status: 'absent' },
        { personId: 'chen', status: 'waiting' },
      ],
    })
    const asksAgain = story.and(by(boris, raiseHand()))
    expect(unheardOf(asksAgain).first[0]).toEqual({ personId: 'boris', status: 'waiting' })
    const over = story.and(by(moderator, advance('floor', 'closing')))
    expect(unheardOf(over).first.map(({ status }) => status)).toEqual(['absent', 'not-reached'])
    expect(balanceOf(over.meeting).segment!.unheard.count).toBe(0)
    expect(unheardOf(over.and(by(coordinator, removePerson('boris')))).count).toBe(1)
  })

  test('[B2] whoever speaks is being heard; a point of order is no wish to be', () => {
    const story = onTheFloor(
      ...[by(amina, raiseHand()), by(moderator, giveFloor('raise-hand-1'))],
      by(boris, raiseHandFor('point-of-order')),
    )
    expect(balanceOf(story.meeting).meeting.unheard.count).toBe(0)
  })

  test('[B1] those who are connected, as sums; who was removed is not there', () => {
    const { meeting } = onTheFloor(toUnions, by(coordinator, removePerson('dalia')))
    const people = connectedPeople(meeting, ['amina', 'boris', 'dalia', 'nobody'])
    expect(people.group).toEqual([
      { value: 'migrants', people: 1 },
      { value: 'unions', people: 1 },
    ])
    expect(people.gender).toEqual([{ value: null, people: 2 }])
  })

  test('[B1] gender is in the sums, and beside nobody’s name', () => {
    const story = onTheFloor(
      by(coordinator, { type: 'change-settings', settings: { askGender: true } }),
      by(
        { role: 'door', linkId: null, personId: null },
        {
          ...{
            type: 'join-meeting',
            personId: 'efua',
            link: { linkId: 'l', role: 'participant', secretHash: 'h' },
          },
          person: {
            ...{ name: 'Efua', organization: '', groupId: null, country: null, regionId: null, mode: null },
            gender: 'woman',
          },
        },
      ),
    )
    const view = moderatorsView(story.meeting)
    expect(view.balance.meeting.gender[0]).toMatchObject({ value: 'woman', people: 1 })
    expect(JSON.stringify(view.people)).not.toContain('woman')
  })
})

describe('[A1] the record', () => {
  test('[A1] tells who did what, when and about whom; participants’ own acts are not on it', () => {
    const story = aminaSpeaking(pass(MINUTE_MS), by(moderator, speaker('cut-off')))
    const [latest, ...before] = moderatorsView(story.meeting).record
    expect(latest).toMatchObject({
      ...{ command: 'cut-off', role: 'moderator', personName: 'amina', at: story.now, undone: false },
      segmentTitle: 'Title of floor',
    })
    expect(before.map(({ command }) => command)).toEqual(['give-floor', 'advance-segment', 'start-meeting'])
  })

  test('[A2] what was undone stays, marked, and so does who undid it', () => {
    const story = aminaSpeaking(by(moderator, speaker('cut-off')))
    const [undo, cutOff] = moderatorsView(story.and(by(coordinator, story.undo)).meeting).record
    expect(undo).toMatchObject({ command: 'undo', role: 'coordinator' })
    expect(cutOff).toMatchObject({ command: 'cut-off', undone: true })
  })
})
