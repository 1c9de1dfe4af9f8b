import { describe, expect, test } from 'vitest'
import { aminaSpeaking, twoWaiting } from '../testing/beginnings.ts'
import { amina, coordinator, described, door, moderator, participant } from '../testing/consultation.ts'
import { by, given, type Story } from '../testing/story.ts'
import { raiseHand, removePerson } from '../testing/wishes.ts'
import type { CommandOf } from '../commands.ts'
import type { Role } from './state.ts'

function join(personId: string): CommandOf<'join-meeting'> {
  const link = { linkId: `link-${personId}`, role: 'participant', secretHash: 'hash' } as const
  return { type: 'join-meeting', personId, person: described(personId), link }
}

function newLink(role: Role, linkId: string) {
  return { linkId, role, secretHash: 'new-hash' } as const
}

function linksOf({ meeting }: Story, role: Role): readonly string[] {
  return [...meeting.links.values()].filter((link) => link.role === role).map(({ id }) => id)
}

function admission(how: 'lobby' | 'roster') {
  return by(coordinator, { type: 'change-settings', settings: { admission: how } })
}

describe('[D1] links', () => {
  test('[D1] renewing the link of a role ends the one that all shared, and no named one', () => {
    const story = given(
      by(coordinator, { type: 'issue-named-link', name: 'Ana', link: newLink('moderator', 'for-ana') }),
      by(coordinator, { type: 'renew-link', link: newLink('moderator', 'renewed') }),
    )
    expect(linksOf(story, 'moderator').toSorted()).toEqual(['for-ana', 'renewed'])
    expect(story.meeting.links.get('for-ana')).toMatchObject({ name: 'Ana', issuedAt: story.now })
    expect(story.meeting.revocations).toBe(1)
  })

  test('[D1] the coordinator revokes any link but the one they came by', () => {
    const by = { ...coordinator, linkId: 'link-coordinator' }
    given().when(by, { type: 'revoke-link', linkId: 'link-screen' }).happensInOrder('link-revoked')
    given().when(by, { type: 'revoke-link', linkId: 'link-coordinator' }).isRefused('own-link')
    given().when(moderator, { type: 'revoke-link', linkId: 'link-screen' }).isRefused('not-allowed')
  })

  test('[D1] a person’s links are revoked together; the person stays', () => {
    const story = given(
      by(door, join('emeka')),
      by(moderator, {
        type: 'issue-personal-link',
        personId: 'emeka',
        link: newLink('participant', 'second'),
      }),
      by(moderator, { type: 'revoke-personal-links', personId: 'emeka' }),
    )
    expect(linksOf(story, 'participant')).toEqual([])
    expect(story.person('emeka').removedAt).toBeNull()
  })
})

describe('[D2] the door', () => {
  test('[D2] closed, nobody joins by the code; opened again they do', () => {
    const closed = given(by(moderator, { type: 'set-door', open: false }))
    closed.when(door, join('emeka')).isRefused('door-closed')
    closed.and(by(moderator, { type: 'set-door', open: true }), by(door, join('emeka')))
    closed.when(moderator, { type: 'set-door', open: false }).happens()
  })

  test('[D2] the code is renewed', () => {
    const story = given(by(moderator, { type: 'renew-join-code', joinCode: '987654321' }))
    expect(story.meeting.joinCode).toBe('987654321')
  })
})

describe('[D3] accreditation', () => {
  test('[D3] where only the roster takes part the code brings nobody', () => {
    given(admission('roster')).when(door, join('emeka')).isRefused('door-closed')
  })

  test('[D3] with a lobby whoever joins waits, can do nothing, and is let in', () => {
    const waiting = given(admission('lobby'), by(door, join('emeka')))
    const emeka = participant('emeka')
    expect(waiting.person('emeka').admittedAt).toBeNull()
    waiting
      .and(by(moderator, { type: 'open-list', segmentId: 'floor' }))
      .when(emeka, raiseHand())
      .isRefused('not-allowed')
    const admitted = waiting
      .later(1_000)
      .and(by(moderator, { type: 'admit-people', personIds: ['emeka', 'emeka'] }))
    expect(admitted.person('emeka').admittedAt).toBe(admitted.now)
    admitted.and(by(moderator, { type: 'open-list', segmentId: 'floor' }), by(emeka, raiseHand()))
    admitted.when(moderator, { type: 'admit-people', personIds: ['emeka'] }).happens()
  })

  test('[D3] all or none are let in', () => {
    given(admission('lobby'), by(door, join('emeka')))
      .when(moderator, { type: 'admit-people', personIds: ['emeka', 'gone'] })
      .isRefused('unknown-person')
  })
})

test('[D4] who is removed may be kept out', () => {
  const story = aminaSpeaking(by(moderator, { ...removePerson('amina'), keepOut: true }))
  expect(story.person('amina').keptOut).toBe(true)
  expect(given(by(moderator, removePerson('amina'))).person('amina').keptOut).toBe(false)
})

describe('[D5] all hands are lowered', () => {
  const clear = { type: 'clear-list', segmentId: 'floor' } as const

  test('[D5] at once, and undone at once in the old order', () => {
    const story = twoWaiting(by(moderator, clear))
    expect(story.segment('floor').list).toEqual([])
    expect(story.request('raise-hand-1').status).toBe('removed')
    const undone = story.and(by(moderator, story.undo))
    expect(undone.segment('floor').list).toEqual(['raise-hand-1', 'raise-hand-2'])
  })

  test('[D5] whoever raised another hand since keeps that one', () => {
    const story = twoWaiting(by(moderator, clear), by(amina, raiseHand()))
    const undone = story.and(by(moderator, story.undo))
    expect(undone.segment('floor').list).toEqual(['raise-hand-2', 'raise-hand-3'])
  })

  test('[D5] an empty list is cleared already', () => {
    given().when(moderator, clear).happens()
  })
})
