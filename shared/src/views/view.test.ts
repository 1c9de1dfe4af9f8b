import { describe, expect, test } from 'vitest'
import type { Role } from '../meeting/state.ts'
import { aminaSpeaking, onTheFloor, started, twoWaiting } from '../testing/beginnings.ts'
import {
  amina,
  coordinator,
  described,
  door,
  MINUTE_MS,
  moderator,
  STARTS_AT,
} from '../testing/consultation.ts'
import { by, given, type Story } from '../testing/story.ts'
import {
  advance,
  closeList,
  endMeeting,
  enterRequest,
  giveFloor,
  giveFloorTo,
  lowerHand,
  openList,
  raiseHand,
  removePerson,
  removeRequest,
  speaker,
} from '../testing/wishes.ts'
import { moderatorsView } from './moderators.ts'
import { personalView } from './personal.ts'
import { publicView } from './public.ts'
import { viewOf } from './view.ts'

const seenBy = (story: Story, role: Role, personId: string | null = null) =>
  viewOf(story.meeting, role, personId)
const publicOf = (story: Story) => publicView(story.meeting)
const moderatorsOf = (story: Story) => moderatorsView(story.meeting)
const personalOf = (story: Story, personId: string) => personalView(story.meeting, personId)

/** Everything that nobody but those concerned may see, in words that can be searched for. */
const telling = given(
  by(coordinator, {
    type: 'change-settings',
    settings: { askCountry: true, startsOnCall: true, warningsMs: [] },
  }),
  by(door, {
    ...{ type: 'join-meeting', personId: 'emeka' },
    person: { ...described('Emeka'), country: 'SECRET-COUNTRY' },
    link: { linkId: 'SECRET-LINK', role: 'participant', secretHash: 'SECRET-HASH' },
  }),
  by(moderator, { type: 'start-meeting' }),
  by(moderator, advance('opening', 'floor')),
  by(moderator, enterRequest('emeka')),
  by(amina, raiseHand()),
  by(moderator, giveFloor('enter-request-1')),
  by(moderator, {
    type: 'send-notice',
    to: 'speaker',
    screenId: null,
    text: 'SECRET-NOTICE',
    durationMs: null,
  }),
)

describe('[V1] each role has its parts', () => {
  test.each<[Role, string[]]>([
    ['coordinator', ['public', 'screens', 'moderators', 'rapporteur']],
    ['moderator', ['public', 'screens', 'moderators']],
    ['rapporteur', ['public', 'rapporteur']],
    ['screen', ['public', 'screens']],
    ['participant', ['public', 'personal']],
  ])('[V1] %s: %j', (role, parts) => {
    expect(Object.keys(seenBy(telling, role, 'emeka'))).toEqual(parts)
  })

  test('[V1] a participant who is not there any more has no personal part', () => {
    const story = given(by(moderator, removePerson('amina')))
    expect(Object.keys(seenBy(story, 'participant', 'amina'))).toEqual(['public'])
  })
})

describe('[V2] what everybody sees holds nothing of anybody', () => {
  test('[V2] no country, no link, no secret, no notice to one person', () => {
    expect(JSON.stringify(publicOf(telling))).not.toMatch(/SECRET/)
  })

  test('[V2] [V3] moderators see the country and the notice, but neither links nor secrets', () => {
    const text = JSON.stringify(seenBy(telling, 'moderator'))
    expect(text).toContain('SECRET-COUNTRY')
    expect(text).toContain('SECRET-NOTICE')
    expect(text).not.toMatch(/SECRET-(LINK|HASH)|secret-hash/)
  })

  test('[V2] a segment is shown with these fields; who adds one decides who may see it', () => {
    const fields = [
      ...['clock', 'durationMs', 'endedAt', 'fixedStartAt', 'guidingPoints', 'id', 'kind', 'listOpen'],
      ...['panel', 'sessionId', 'speakingLimitMs', 'startedAt', 'title', 'waiting'],
      ...['atZero', 'limitCapMs', 'limits', 'order', 'repliers', 'replannedEndAt', 'repliesMs', 'warningsMs'],
    ]
    expect(Object.keys(publicOf(telling).programme.segments[0]!).toSorted()).toEqual(fields.toSorted())
  })

  test('[V2] a person is shown with name, organization and group', () => {
    const { head } = publicOf(telling).list!
    expect(head).toEqual([
      {
        ...{ requestId: 'raise-hand-1', personId: 'amina', name: 'amina', topic: '' },
        ...{ organization: 'Organization of amina', groupId: 'migrants', limitMs: 3 * MINUTE_MS },
        ...{ kind: 'statement', onBehalfOf: { capacity: 'organization', name: '' }, onHold: false },
      },
    ])
  })
})

describe('[V3] what moderators see', () => {
  test('[V3] the whole list of every segment that is open or in which somebody waits', () => {
    const story = twoWaiting(by(moderator, enterRequest('chen', 'closing')), by(moderator, openList('panel')))
    const lists = moderatorsOf(story).lists
    expect(Object.keys(lists).toSorted()).toEqual(['closing', 'floor', 'panel'])
    expect(lists['floor']!.map(({ requestId }) => requestId)).toEqual(['raise-hand-1', 'raise-hand-2'])
    expect(lists['closing']![0]).toMatchObject({ personId: 'chen', enteredBy: 'moderator', at: story.now })
  })

  test('[V3] the latest interventions, the newest first, and the last one to name', () => {
    const story = aminaSpeaking(by(moderator, giveFloor('raise-hand-2', 'give-floor-1')))
    const { recent, lastInterventionId } = moderatorsOf(story)
    expect(recent.map(({ personId, outcome }) => [personId, outcome])).toEqual([
      ['boris', null],
      ['amina', 'delivered'],
    ])
    expect(lastInterventionId).toBe('give-floor-2')
  })

  test('[V3] what can be undone now, and nothing that cannot', () => {
    const story = twoWaiting(by(moderator, removeRequest('raise-hand-1')))
    expect(moderatorsOf(story).undo).toMatchObject({ command: 'remove-request', role: 'moderator' })
    expect(moderatorsOf(story.and(by(amina, raiseHand()))).undo).toBeNull()
    expect(moderatorsOf(started()).undo).toBeNull()
  })

  test('[V3] those who are there; who was removed stays in the record alone', () => {
    const story = aminaSpeaking(by(moderator, removePerson('amina')))
    expect(Object.keys(moderatorsOf(story).people).toSorted()).toEqual(['boris', 'chen', 'dalia'])
    expect(moderatorsOf(story).recent[0]).toMatchObject({ name: 'amina', outcome: 'cut-off' })
  })

  test('[V7] people nobody changed are the same object', () => {
    const story = twoWaiting()
    const later = story.and(by(moderator, closeList('floor')))
    expect(moderatorsOf(later).people).toBe(moderatorsOf(story).people)
  })
})

describe('[V4] what one participant sees', () => {
  test('[V4] nothing of another', () => {
    expect(JSON.stringify(personalOf(telling, 'amina'))).not.toMatch(/emeka|SECRET/i)
    expect(JSON.stringify(personalOf(telling, 'emeka'))).not.toMatch(/amina/)
  })

  test('[V4] who they are, and the notices to them as the speaker', () => {
    expect(personalOf(telling, 'emeka')).toMatchObject({
      me: { id: 'emeka', name: 'Emeka', country: 'SECRET-COUNTRY' },
      notices: [{ text: 'SECRET-NOTICE', untilAt: null }],
    })
  })

  test('[V5] the own request with its place, and the limits of those before', () => {
    const story = twoWaiting()
    expect(personalOf(story, 'amina')!.request).toMatchObject({
      status: 'waiting',
      place: 1,
      aheadLimitMs: 0,
    })
    expect(personalOf(story, 'boris')!.request).toMatchObject({ place: 2, aheadLimitMs: 3 * MINUTE_MS })
    expect(personalOf(story, 'chen')!.request).toBeNull()
  })

  test.each([
    ['speaking', aminaSpeaking()],
    ['spoken', aminaSpeaking(by(amina, speaker('yield-floor')))],
    ['withdrawn', twoWaiting(by(amina, lowerHand('raise-hand-1')))],
    ['removed', twoWaiting(by(moderator, removeRequest('raise-hand-1')))],
    ['not-reached', twoWaiting(by(moderator, advance('floor', 'lunch')))],
  ])('[V5] a request that does not wait is %s and has no place', (status, story) => {
    expect(personalOf(story, 'amina')!.request).toMatchObject({ status, place: null, aheadLimitMs: null })
  })

  test('[V5] also when its segment is not in the programme any more', () => {
    const story = started(
      by(moderator, enterRequest('amina', 'afternoon')),
      by(amina, lowerHand('enter-request-1')),
      by(coordinator, { type: 'remove-segment', segmentId: 'afternoon' }),
    )
    expect(personalOf(story, 'amina')!.request).toMatchObject({ status: 'withdrawn', place: null })
  })

  test('[V5] a request that was restored is the one shown', () => {
    const removed = twoWaiting(by(moderator, removeRequest('raise-hand-1')))
    const story = removed.and(by(amina, raiseHand()), by(amina, lowerHand('raise-hand-3')))
    const restored = story.and(by(moderator, story.undo))
    expect(personalOf(restored, 'amina')!.request).toMatchObject({ requestId: 'raise-hand-1', place: 1 })
  })
})

test('[F10] warnings, and what happens at zero, are those of the segment that runs, else the meeting’s', () => {
  const own = { warningsMs: [20_000], atZero: { then: 'chime' as const, graceMs: 0 } }
  const story = onTheFloor(by(coordinator, { type: 'edit-segment', segmentId: 'floor', segment: own }))
  expect(publicOf(story).meeting).toMatchObject(own)
  const after = story.and(by(moderator, advance('floor', 'closing')))
  expect(publicOf(after).meeting).toMatchObject({
    warningsMs: [60_000, 30_000, 10_000],
    atZero: { then: 'count-on' },
  })
})

describe('[V6] what everybody sees of the course', () => {
  const at = (story: Story) => publicOf(story).list

  test('[V6] the list of the current segment, and none in a break, before the start, after the end', () => {
    expect(at(onTheFloor())).toEqual({
      segmentId: 'floor',
      open: true,
      waiting: 0,
      changeoverMs: 15_000,
      head: [],
    })
    expect(at(given())).toBeNull()
    expect(at(started(by(moderator, advance('opening', 'lunch'))))).toBeNull()
    expect(at(started(by(moderator, endMeeting('opening'))))).toBeNull()
  })

  test('[V6] the floor with its clock, and nobody when it is free', () => {
    expect(publicOf(aminaSpeaking()).floor).toMatchObject({
      ...{ interventionId: 'give-floor-1', personId: 'amina', segmentId: 'floor' },
      clock: { startedAt: STARTS_AT, accumulatedMs: 0, limitMs: 3 * MINUTE_MS },
    })
    expect(publicOf(twoWaiting()).floor).toBeNull()
  })

  test('[V6] panelists with their limits and how often they spoke', () => {
    const story = started(
      by(moderator, advance('opening', 'panel')),
      by(moderator, giveFloorTo('dalia', null, 'panel')),
      by(moderator, giveFloorTo('chen', 'give-floor-1', 'panel')),
    )
    const seats = publicOf(story).programme.segments[1]!.panel
    expect(seats.map(({ name, limitMs, spoken }) => [name, limitMs, spoken])).toEqual([
      ['chen', 3 * MINUTE_MS, 0],
      ['dalia', 5 * MINUTE_MS, 1],
    ])
  })

  test('[V6] notices to everyone; those to the screens are in a part that participants do not get', () => {
    const notice = { type: 'send-notice', text: 'Soon', durationMs: null } as const
    const story = started(
      by(moderator, { ...notice, to: 'everyone', screenId: null }),
      by(moderator, { ...notice, to: 'screens', screenId: 'main' }),
    )
    expect(publicOf(story).notices.map(({ to }) => to)).toEqual(['everyone'])
    expect(seenBy(story, 'screen', null).screens!.notices).toMatchObject([
      { to: 'screens', screenId: 'main' },
    ])
  })
})
