import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '@openfloor/shared/limits.ts'
import { createMeeting, expectStatus, joinMeeting, type TestMeeting } from '../testing/meeting-access.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let meeting: TestMeeting

beforeAll(async () => {
  server = await startTestServer()
  meeting = await createMeeting(server.url)
})

afterAll(async () => {
  await server.close()
  expect(server.reported).toEqual([])
})

const path = (rest: string) => `/api/meetings/${meeting.meetingId}/${rest}`

function command(token: string, body: object, id: string) {
  return server.http.post(path('commands'), { id, ...body }, { token })
}

describe('creating a meeting', () => {
  test('from the template: its links, its programme', async () => {
    const answer = await server.http.post('/api/meetings', { template: 'gcm-2020', title: 'Rehearsal' })
    const { meetingId, links, joinCode } = expectStatus(answer, 201).body
    expect(links).toMatchObject({
      coordinator: expect.stringMatching(`^${server.url}/m/${meetingId}/console#[\\w-]{43}$`),
      moderator: expect.stringMatching(`^${server.url}/m/${meetingId}/console#[\\w-]{43}$`),
      rapporteur: expect.stringMatching(`^${server.url}/m/${meetingId}/rapporteur#[\\w-]{43}$`),
      screen: expect.stringMatching(`^${server.url}/m/${meetingId}/screen#[\\w-]{43}$`),
      participant: `${server.url}/join#${joinCode}`,
    })
    const { title, segments, startsAt } = server.meetings.get(meetingId!)!.meeting
    expect({ title, startsAt }).toEqual({ title: 'Rehearsal', startsAt: Date.parse('2020-11-09T09:00Z') })
    expect(segments).toHaveLength(7)
  })

  test('on another day the fixed starts move along', async () => {
    const startsAt = Date.parse('2027-03-01T14:00Z')
    const { meetingId } = await createMeeting(server.url, { template: 'gcm-2020', startsAt })
    const { segments } = server.meetings.get(meetingId)!.meeting
    const fixed = segments.flatMap(({ fixedStartAt }) => fixedStartAt ?? [])
    expect(fixed).toEqual([Date.parse('2027-03-01T16:00Z'), Date.parse('2027-03-01T17:00Z')])
  })

  test('from a whole programme, larger than a command may be', async () => {
    const minute = 60_000
    const segments = Array.from({ length: 100 }, (_, index) => ({
      ...{ id: `s${index}`, sessionId: 'all', title: `Segment ${index} ${'…'.repeat(100)}`, kind: 'plenary' },
      ...{ durationMs: 10 * minute, fixedStartAt: null, guidingPoints: [], speakingLimitMs: minute },
    }))
    const draft = {
      ...{ title: 'Mine', timeZone: 'Asia/Tokyo', startsAt: 0, sessions: [{ id: 'all', title: 'All' }] },
      segments,
    }
    const { meetingId } = await createMeeting(server.url, { draft })
    expect(server.meetings.get(meetingId)!.meeting.segments).toHaveLength(100)
  })

  test.each([
    [{ template: 'unknown' }],
    [{ template: 'gcm-2020', more: true }],
    [{ template: 'gcm-2020', timeZone: 'Mars/Olympus' }],
    [{ template: 'gcm-2020', title: '' }],
    [{}],
    ['{"template":'],
  ])('%j is malformed', async (body) => {
    const answer = expectStatus(await server.http.post('/api/meetings', body), 400)
    expect(answer.body).toEqual({ error: 'bad-request', detail: expect.any(String) })
  })
})

describe('sessions', () => {
  test('the secret of a link becomes a cookie that scripts cannot read, and a token only on demand', async () => {
    const secret = meeting.tokens.moderator.split('.')[1]
    const answer = await server.http.post('/api/sessions', { meetingId: meeting.meetingId, secret })
    expect(expectStatus(answer, 200).body).toEqual({
      meetingId: meeting.meetingId,
      role: 'moderator',
      personId: null,
      waits: false,
    })
    const cookie = answer.headers.get('set-cookie')!
    expect(cookie).toMatch(`openfloor-${meeting.meetingId}-moderator=${meeting.tokens.moderator}; `)
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/)
    const program = { meetingId: meeting.meetingId, secret, bearer: true }
    const token = (await server.http.post('/api/sessions', program)).body['token']
    expect(token).toBe(meeting.tokens.moderator)
  })

  test('roles in one browser do not collide: each request says as which it comes', async () => {
    const { meetingId, tokens } = meeting
    const cookie = `openfloor-${meetingId}-moderator=${tokens.moderator}; openfloor-${meetingId}-screen=${tokens.screen}`
    const view = (role?: string) =>
      server.http.get(path('view'), { headers: { cookie, ...(role && { 'openfloor-role': role }) } })
    expect((await view('moderator')).body['view']).toHaveProperty('moderators')
    expect((await view('screen')).body['view']).not.toHaveProperty('moderators')
    expect((await view()).body['view']).toHaveProperty('moderators')
    expect((await view('participant')).status).toBe(401)
    const held = await server.http.get(`/api/sessions?meetingId=${meetingId}`, { headers: { cookie } })
    expect(held.body).toEqual({
      sessions: [
        { meetingId, role: 'moderator', personId: null, waits: false },
        { meetingId, role: 'screen', personId: null, waits: false },
      ],
    })
  })

  test('a cookie of one role is no cookie of another', async () => {
    const cookie = `openfloor-${meeting.meetingId}-moderator=${meeting.tokens.screen}`
    expect((await server.http.get(path('view'), { headers: { cookie } })).status).toBe(401)
  })

  test.each([
    ['a wrong secret', () => ({ meetingId: meeting.meetingId, secret: 'x'.repeat(43) })],
    ['an unknown meeting', () => ({ meetingId: 'nowhere', secret: 'x'.repeat(43) })],
    ['no secret at all', () => ({ meetingId: meeting.meetingId, secret: '' })],
  ])('%s: signed out, with the same words', async (_what, body) => {
    const answer = expectStatus(await server.http.post('/api/sessions', body()), 401)
    expect(answer.body).toEqual({
      error: 'signed-out',
      detail: 'this link is not valid, or not any more',
    })
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  test('a code shows what is behind the door, however it is written', async () => {
    const { joinCode } = meeting
    const code = `${joinCode.slice(0, 3)} ${joinCode.slice(3, 6)}-${joinCode.slice(6)}`
    const { body } = expectStatus(await server.http.post('/api/sessions', { code }), 200)
    expect(body).toMatchObject({ meetingId: meeting.meetingId, askCountry: false })
    expect(body['groups']).toHaveLength(15)
  })
})

describe('joining', () => {
  test('a retried join finds the same person, with a link that works', async () => {
    const body = {
      code: meeting.joinCode,
      name: 'Ana',
      bearer: true,
      commandId: 'a-long-random-id-of-a-join',
    }
    const [first, second] = await Promise.all([1, 2].map(() => server.http.post(path('participants'), body)))
    const third = await server.http.post(path('participants'), body)
    const answers = [first!, second!, third].map((answer) => expectStatus(answer, 201).body)
    expect(new Set(answers.map(({ personId }) => personId)).size).toBe(1)
    for (const { token } of answers) {
      const { body } = await server.http.get(path('view'), { token: token! })
      expect(body).toMatchObject({ view: { personal: { me: { name: 'Ana' } } } })
    }
  })

  test('a wrong code, also one of another meeting, opens nothing', async () => {
    const other = await createMeeting(server.url)
    for (const code of ['123456789', other.joinCode, 'x']) {
      const answer = await server.http.post(path('participants'), { code, name: 'Ana' })
      expect(expectStatus(answer, 404).body['error']).toBe('wrong-code')
    }
  })

  test('an unknown stakeholder group is refused by the meeting', async () => {
    const body = { code: meeting.joinCode, name: 'Ana', groupId: 'martians' }
    const answer = await server.http.post(path('participants'), body)
    expect(expectStatus(answer, 409).body['refusal']).toBe('unknown-group')
  })

  test('moderators hand out personal links; nobody else does', async () => {
    const { personId, token } = await joinMeeting(server.url, meeting, { name: 'Ben' })
    const link = path(`people/${personId}/link`)
    const answer = expectStatus(await server.http.post(link, {}, { token: meeting.tokens.moderator }), 201)
    const secret = new URL(answer.body['link']!).hash.slice(1)
    const session = await server.http.post('/api/sessions', { meetingId: meeting.meetingId, secret })
    expect(session.body).toMatchObject({ role: 'participant', personId })
    expect((await server.http.post(link, {}, { token })).body['refusal']).toBe('not-allowed')
    expect((await server.http.post(link, {})).status).toBe(401)
  })

  test('[S9] moderators hand out a link for displays; nobody else does', async () => {
    const link = path('screen-link')
    const answer = expectStatus(await server.http.post(link, {}, { token: meeting.tokens.moderator }), 201)
    const { pathname, hash } = new URL(answer.body['link']!)
    expect(pathname).toBe(`/m/${meeting.meetingId}/screen`)
    const body = { meetingId: meeting.meetingId, secret: hash.slice(1) }
    expect((await server.http.post('/api/sessions', body)).body).toMatchObject({ role: 'screen' })
    const refused = await server.http.post(link, {}, { token: meeting.tokens.screen })
    expect(expectStatus(refused, 409).body['refusal']).toBe('not-allowed')
    expect((await server.http.post(link, {})).status).toBe(401)
  })

  test('who was removed is signed out', async () => {
    const { personId, token } = await joinMeeting(server.url, meeting, { name: 'Cleo' })
    expect((await server.http.get(path('view'), { token })).status).toBe(200)
    await command(meeting.tokens.moderator, { type: 'remove-person', personId }, 'remove-cleo')
    expect((await server.http.get(path('view'), { token })).body['error']).toBe('signed-out')
  })
})

describe('commands', () => {
  test('a meeting is run by plain HTTP alone', async () => {
    const { url, http } = server
    const own = await createMeeting(url)
    const at = (rest: string) => `/api/meetings/${own.meetingId}/${rest}`
    const { token, personId } = await joinMeeting(url, own, { name: 'Ana', groupId: 'migrants' })
    const send = async (as: string, body: object) =>
      expectStatus(await http.post(at('commands'), body, { token: as }), 200).body['version']
    const moderator = own.tokens.moderator
    await send(moderator, { id: 'step-0001', type: 'start-meeting' })
    const to = 'open-floor-1'
    await send(moderator, { id: 'step-0002', type: 'advance-segment', from: 'opening-plenary', to })
    await send(token, { id: 'step-0003', type: 'raise-hand', segmentId: to, topic: 'Access to health care' })
    const mine = (await http.get(at('view'), { token })).body as unknown as {
      view: { personal: { request: { requestId: string; place: number } } }
    }
    const { requestId, place } = mine.view.personal.request
    expect(place).toBe(1)
    const give = { id: 'step-0004', type: 'give-floor', segmentId: to, to: { requestId }, after: null }
    const version = await send(moderator, give)
    const seen = (await http.get(at('view'), { token: own.tokens.screen })).body
    expect(seen).toMatchObject({
      type: 'view',
      version,
      view: { public: { floor: { personId, name: 'Ana' } } },
    })
  })

  test('a repeated id is answered with its first version', async () => {
    const body = { type: 'send-notice', to: 'everyone', text: 'Hello', durationMs: null }
    const first = await command(meeting.tokens.moderator, body, 'notice-once')
    await command(meeting.tokens.moderator, body, 'notice-again')
    const repeated = await command(meeting.tokens.moderator, body, 'notice-once')
    expect(repeated.body).toEqual(first.body)
  })

  test('a role that may not is refused by the meeting', async () => {
    const { token } = await joinMeeting(server.url, meeting, { name: 'Dora' })
    for (const as of [token, meeting.tokens.screen, meeting.tokens.rapporteur]) {
      const answer = await command(as, { type: 'start-meeting' }, 'not-mine-to-start')
      expect(expectStatus(answer, 409).body).toEqual({
        refusal: 'not-allowed',
        version: expect.any(Number),
      })
    }
    const rename = await command(
      meeting.tokens.moderator,
      { type: 'rename-meeting', title: 'X' },
      'rename-it',
    )
    expect(rename.body['refusal']).toBe('not-allowed')
  })

  test('who is not signed in hears no more than that, of any meeting', async () => {
    const body = { id: 'start-it-now', type: 'start-meeting' }
    for (const id of [meeting.meetingId, 'nowhere']) {
      const answer = await server.http.post(`/api/meetings/${id}/commands`, body)
      expect(expectStatus(answer, 401).body['error']).toBe('signed-out')
    }
    const other = await createMeeting(server.url)
    const foreign = await server.http.post(path('commands'), body, { token: other.tokens.coordinator })
    expect(foreign.status).toBe(401)
  })

  test.each([
    [{ type: 'start-meeting' }, 'id'],
    [{ id: 'short', type: 'start-meeting' }, 'a command id'],
    [{ id: 'long-enough', type: 'start' }, 'type'],
    [{ id: 'long-enough', type: 'start-meeting', extra: 1 }, 'extra'],
    [{ id: 'long-enough', type: 'create-meeting' }, 'type'],
    [{ id: 'long-enough', type: 'join-meeting' }, 'type'],
    [{ id: 'long-enough', type: 'lower-hand', requestId: 7 }, 'requestId'],
    [
      { id: 'long-enough', type: 'give-floor', segmentId: 'a', after: null, to: { personId: 7 } },
      'to.personId',
    ],
    ['[]', 'id'],
    ['null', 'a command'],
    ['{', 'JSON'],
  ])('%j is malformed, and told where', async (body, detail) => {
    const answer = await server.http.post(path('commands'), body, { token: meeting.tokens.moderator })
    expect(expectStatus(answer, 400).body).toMatchObject({
      error: 'bad-request',
      detail: expect.stringContaining(detail),
    })
  })

  test.each([
    ['/api/meetings', {}, 'template: '],
    ['/api/meetings', { template: 'none' }, 'template: '],
    ['/api/meetings', { draft: { title: '', startsAt: 'soon' } }, 'draft.title: '],
    ['/api/sessions', { code: 5 }, 'code: '],
    ['/api/sessions', { meetingId: 'a', secret: 5 }, 'secret: '],
  ])('%s takes no %j, and says where it is wrong', async (address, body, where) => {
    const answer = await server.http.post(address, body)
    expect(expectStatus(answer, 400).body['detail']).toMatch(new RegExp(`^${where}`))
  })

  test('too large is said before it is read', async () => {
    const body = { id: 'long-enough', type: 'start-meeting', text: 'x'.repeat(limits.messageBytes) }
    const answer = await server.http.post(path('commands'), body, { token: meeting.tokens.moderator })
    expect(expectStatus(answer, 413).body['error']).toBe('too-large')
  })

  test('form and text bodies are not taken', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded']) {
      const headers = { 'content-type': type }
      const answer = await server.http.post('/api/sessions', 'code=1', { headers })
      expect(expectStatus(answer, 400).body['error']).toBe('bad-request')
    }
  })
})
