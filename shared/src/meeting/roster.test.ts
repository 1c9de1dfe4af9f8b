import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { aminaSpeaking, onTheFloor, twoWaiting } from '../testing/beginnings.ts'
import {
  amina,
  boris,
  coordinator,
  createConsultation,
  described,
  door,
  moderator,
  participant,
  system,
} from '../testing/consultation.ts'
import { by, given, nothing, type Step } from '../testing/story.ts'
import { raiseHand, removePerson, speaker, ownStatement } from '../testing/wishes.ts'
import type { CommandOf } from '../commands.ts'

const asksCountry: Step = by(coordinator, {
  type: 'change-settings',
  settings: { askCountry: true, startsOnCall: true, warningsMs: [] },
})

function join(personId: string, person: CommandOf<'join-meeting'>['person'] = described(personId)) {
  const link = { linkId: `link-${personId}`, role: 'participant', secretHash: `hash-${personId}` } as const
  return { type: 'join-meeting', personId, person, link } as const
}

const emekaOfPeru = { ...described('emeka'), country: 'Peru' }

describe('[R2] what the meeting does not ask for is not kept', () => {
  test('[R2] the country is dropped where nobody asked', () => {
    expect(given(by(door, join('emeka', emekaOfPeru))).person('emeka').country).toBeNull()
  })

  test('[R2] it is kept where the meeting asks, and may stay empty', () => {
    expect(given(asksCountry, by(door, join('emeka', emekaOfPeru))).person('emeka').country).toBe('Peru')
    expect(given(asksCountry, by(door, join('emeka'))).person('emeka').country).toBeNull()
  })

  test('[R2] also when others describe the person', () => {
    const edited = given(
      by(moderator, { type: 'edit-person', personId: 'amina', person: emekaOfPeru }),
      by(moderator, { type: 'add-person', person: emekaOfPeru }),
    )
    expect(edited.person('amina').country).toBeNull()
    expect(edited.person('add-person-1').country).toBeNull()
  })
})

describe('[R3] who may come in', () => {
  const stranger = { ...described('emeka'), groupId: 'gone' }

  test('[R3] of a group that the meeting has, or of none', () => {
    given().when(door, join('emeka', stranger)).isRefused('unknown-group')
    given().when(moderator, { type: 'add-person', person: stranger }).isRefused('unknown-group')
    given()
      .when(moderator, { type: 'edit-person', personId: 'amina', person: stranger })
      .isRefused('unknown-group')
    onTheFloor()
      .when(moderator, {
        ...{ type: 'enter-request', segmentId: 'floor', ...ownStatement, topic: '' },
        speaker: { person: stranger },
      })
      .isRefused('unknown-group')
    given(by(door, join('emeka', { ...stranger, groupId: null })))
  })

  test('[R3] as many as fit', () => {
    const people = Array.from({ length: limits.peoplePerMeeting }, (_, n) => ({
      ...{ personId: `p${n}`, person: described(`p${n}`) },
    }))
    const full = nothing().and(by(system, { ...createConsultation, people, panels: [] }))
    full.when(door, join('emeka')).isRefused('people-full')
    full.when(moderator, { type: 'add-person', person: described('emeka') }).isRefused('people-full')
  })
})

describe('[R4] removing a person', () => {
  test('[R4] who speaks is cut off', () => {
    const story = aminaSpeaking(by(moderator, removePerson('amina')))
    expect(story.intervention('give-floor-1').outcome).toBe('cut-off')
    expect(story.meeting.floorId).toBeNull()
  })

  test('[R4] who waits leaves the list', () => {
    const story = twoWaiting(by(moderator, removePerson('amina')))
    expect(story.segment('floor').list).toEqual(['raise-hand-2'])
    expect(story.request('raise-hand-1').status).toBe('removed')
  })

  test('[R4] their seats on panels go', () => {
    const story = given(by(moderator, removePerson('chen')))
    expect(story.segment('panel').panel.map(({ personId }) => personId)).toEqual(['dalia'])
  })

  test('[R4] their record stays', () => {
    const story = aminaSpeaking(by(moderator, removePerson('amina')))
    expect(story.person('amina')).toMatchObject({ name: 'amina', removedAt: story.now })
    expect(story.meeting.interventionIds).toEqual(['give-floor-1'])
  })

  test('[R4] once; who is gone is not edited and gets no link', () => {
    const story = given(by(moderator, removePerson('amina')))
    story.when(coordinator, removePerson('amina')).isRefused('unknown-person')
    story
      .when(moderator, { type: 'edit-person', personId: 'amina', person: described('amina') })
      .isRefused('unknown-person')
    const { link } = join('amina')
    story.when(door, { type: 'issue-personal-link', personId: 'amina', link }).isRefused('unknown-person')
  })
})

describe('[R5] a participant acts as long as the person is there', () => {
  test('[R5] not after the removal', () => {
    const story = onTheFloor(by(moderator, removePerson('amina')))
    story.when(amina, raiseHand()).isRefused('not-allowed')
    aminaSpeaking(by(moderator, removePerson('amina')))
      .when(amina, speaker('yield-floor'))
      .isRefused('not-allowed')
  })

  test('[R5] not without being somebody', () => {
    onTheFloor().when(participant('gone'), raiseHand()).isRefused('not-allowed')
    onTheFloor()
      .when({ ...amina, personId: null }, raiseHand())
      .isRefused('not-allowed')
  })
})

describe('[R6] joining', () => {
  test('[R6] brings a person and a link of their own, of which the hash is kept', () => {
    const story = given(by(door, join('emeka')))
    expect(story.person('emeka')).toMatchObject({ origin: 'joined', since: story.now, requestId: null })
    expect(story.meeting.links.get('link-emeka')).toEqual({
      ...{ id: 'link-emeka', role: 'participant', secretHash: 'hash-emeka', personId: 'emeka' },
      ...{ name: '', issuedAt: story.now },
    })
  })

  test('[R6] every id is there once', () => {
    given().when(door, join('amina')).isRefused('duplicate-id')
    const sameLink = { ...join('emeka'), link: { ...join('emeka').link, linkId: 'link-screen' } }
    given().when(door, sameLink).isRefused('duplicate-id')
  })
})

describe('[R7] personal links', () => {
  const { link } = join('amina')

  test('[R7] a person of the roster gets one, and another later', () => {
    const again = { ...link, linkId: 'link-amina-2' }
    const story = given(
      by(moderator, { type: 'issue-personal-link', personId: 'amina', link }),
      by(coordinator, { type: 'issue-personal-link', personId: 'amina', link: again }),
    )
    expect(story.meeting.links.get('link-amina-2')!.personId).toBe('amina')
  })

  test('[R7] as many as fit', () => {
    const links = Array.from({ length: limits.linksPerMeeting }, (_, n) => ({ ...link, linkId: `l${n}` }))
    nothing()
      .and(by(system, { ...createConsultation, links }))
      .when(moderator, { type: 'issue-personal-link', personId: 'amina', link })
      .isRefused('people-full')
  })
})

describe('[R9] erasing somebody', () => {
  const erase = { type: 'erase-person', personId: 'amina' } as const
  const told = aminaSpeaking(
    by(moderator, {
      type: 'send-notice',
      to: 'speaker',
      screenId: null,
      text: 'Amina, slower',
      durationMs: null,
    }),
  )

  test('[R9] takes what names and describes them, and leaves who spoke when', () => {
    const story = told.later(60_000).and(by(coordinator, erase))
    expect(JSON.stringify([...story.meeting.people.values()])).not.toMatch(
      /Organization of amina|"name":"amina"/,
    )
    expect(JSON.stringify(story.meeting.record)).not.toMatch(/Amina/)
    expect(story.meeting.notices).toEqual([])
    expect(story.person('amina')).toMatchObject({ name: '', groupId: 'migrants', erasedAt: story.now })
    expect(story.intervention('give-floor-1')).toMatchObject({
      outcome: 'cut-off',
      clock: { accumulatedMs: 60_000 },
    })
  })

  test('[R9] somebody who was removed before can be erased too, once', () => {
    const story = told.and(by(moderator, removePerson('amina')))
    story.when(coordinator, erase).happens({ type: 'person-erased', personId: 'amina' })
    story.and(by(coordinator, erase)).when(coordinator, erase).happens()
  })

  test('[R9] people erase themselves and nobody else; moderators nobody', () => {
    told.when(amina, erase).happensInOrder('intervention-ended', 'person-removed', 'person-erased')
    told.when(boris, erase).isRefused('not-yours')
    told.when(moderator, erase).isRefused('not-allowed')
    told.when(coordinator, { ...erase, personId: 'gone' }).isRefused('unknown-person')
  })
})

test('[S9] moderators hand out a link for displays, which is nobody’s and opens nothing else', () => {
  const link = { linkId: 'wall', role: 'coordinator', secretHash: 'hash of wall' } as const
  const { meeting } = given(by(moderator, { type: 'issue-screen-link', link }))
  expect(meeting.links.get('wall')).toMatchObject({ role: 'screen', personId: null })
  expect(meeting.record.at(-1)).toMatchObject({ command: 'issue-screen-link', by: moderator })
})

test('[R8] a person is described anew under the same id', () => {
  const person = { ...described('Amina B.'), groupId: 'unions' }
  const story = twoWaiting(by(moderator, { type: 'edit-person', personId: 'amina', person }))
  expect(story.person('amina')).toMatchObject({ name: 'Amina B.', requestId: 'raise-hand-1' })
})
