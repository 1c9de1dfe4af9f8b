import { describe, expect, test } from 'vitest'
import { isOwnOrigin, namesOwnOrigin } from './origin.ts'
import { hashOf, linkIdOf, matches, newJoinCode, newLink, personIdOf, readToken, tokenOf } from './secrets.ts'

describe('secrets', () => {
  test('a link keeps a hash, and an id that does not tell it', () => {
    const { secret, draft } = newLink('moderator')
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    expect(draft).toEqual({ role: 'moderator', linkId: linkIdOf(secret), secretHash: hashOf(secret) })
    expect(JSON.stringify(draft)).not.toContain(secret)
  })

  test('only the secret matches its hash', () => {
    const { secret, draft } = newLink('screen')
    expect(matches(secret, draft.secretHash)).toBe(true)
    expect(matches(newLink('screen').secret, draft.secretHash)).toBe(false)
    expect(matches(secret, 'short')).toBe(false)
  })

  test('a token is read back, and nothing else is one', () => {
    const { secret } = newLink('screen')
    expect(readToken(tokenOf('meeting', secret))).toEqual({ meetingId: 'meeting', secret })
    for (const text of ['', 'meeting', `meeting.${secret}.x`, `.${secret}`, 'meeting.short'])
      expect(readToken(text)).toBeNull()
  })

  test('a join code has nine digits', () => {
    for (let time = 0; time < 100; time++) expect(newJoinCode()).toMatch(/^[1-9]\d{8}$/)
  })

  test('the same join brings the same person, in that meeting', () => {
    expect(personIdOf('a', 'join')).toBe(personIdOf('a', 'join'))
    expect(personIdOf('a', 'join')).not.toBe(personIdOf('b', 'join'))
  })
})

describe('origins', () => {
  const publicUrl = new URL('https://meet.example.org')

  test.each([
    ['https://meet.example.org', true],
    ['https://evil.example', false],
    ['null', false],
    ['https://sub.meet.example.org', false],
    ['http://meet.example.org', false],
    ['https://meet.example.org:8443', false],
  ])('%s: own? %s', (origin, isOwn) => {
    const headers = { origin, host: 'meet.example.org' }
    expect(isOwnOrigin(headers, publicUrl)).toBe(isOwn)
    expect(namesOwnOrigin(headers, publicUrl)).toBe(isOwn)
  })

  test('without a public address, what the request was sent to counts', () => {
    const host = '127.0.0.1:8080'
    expect(isOwnOrigin({ origin: 'http://127.0.0.1:8080', host }, null)).toBe(true)
    expect(isOwnOrigin({ origin: 'http://127.0.0.1:9090', host }, null)).toBe(false)
  })

  test('who names none is no browser, and is not taken for our own page either', () => {
    expect(isOwnOrigin({ host: 'meet.example.org' }, publicUrl)).toBe(true)
    expect(namesOwnOrigin({ host: 'meet.example.org' }, publicUrl)).toBe(false)
  })

  test.each(['cross-site', 'same-site'])('Sec-Fetch-Site: %s is foreign', (site) => {
    expect(isOwnOrigin({ 'sec-fetch-site': site }, publicUrl)).toBe(false)
  })
})
