import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import { FeedClient } from '../testing/feed-client.ts'
import { createMeeting, expectStatus, joinMeeting, type TestMeeting } from '../testing/meeting-access.ts'
import { SocketClient } from '../testing/socket-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let meeting: TestMeeting
const open: { close(): void }[] = []

beforeAll(async () => {
  server = await startTestServer()
})

beforeEach(async () => {
  meeting = await createMeeting(server.url)
})

afterEach(() => {
  for (const each of open.splice(0)) each.close()
})

afterAll(async () => {
  await server.close()
  expect(server.reported).toEqual([])
})

const path = (rest: string) => `/api/meetings/${meeting.meetingId}/${rest}`

async function send(
  command: WrittenCommand,
  role: 'coordinator' | 'moderator' = 'coordinator',
): Promise<void> {
  const body = { id: `command-${Math.random()}`.replace('.', '-'), ...command }
  expectStatus(await server.http.post(path('commands'), body, { token: meeting.tokens[role] }), 200)
}

async function connect(token: string): Promise<SocketClient> {
  const client = await SocketClient.connect(server.url, { meetingId: meeting.meetingId, token })
  open.push(client)
  return client
}

const ended = (client: SocketClient) => new Promise((resolve) => client.socket.once('disconnect', resolve))
const tokenIn = (link: string) => `${meeting.meetingId}.${new URL(link).hash.slice(1)}`

describe('[D1] links', () => {
  test('[D1] a renewed link: who came by the old one is out at once, the new one opens', async () => {
    const console = await connect(meeting.tokens.moderator)
    const gone = ended(console)
    const answer = await server.http.post(
      path('links'),
      { role: 'moderator' },
      { token: meeting.tokens.coordinator },
    )
    const { link } = expectStatus(answer, 201).body as { link: string }
    expect(await gone).toBe('io server disconnect')
    await expect(connect(meeting.tokens.moderator)).rejects.toMatchObject({ code: 'signed-out' })
    expectStatus(await server.http.get(path('view'), { token: meeting.tokens.moderator }), 401)
    await connect(tokenIn(link))
  })

  test('[D1] a screen’s feed ends with its link', async () => {
    const { meetingId, tokens } = meeting
    const feed = await FeedClient.open(server.url, { meetingId, token: tokens.screen })
    await server.http.post(path('links'), { role: 'screen' }, { token: tokens.coordinator })
    expect(await feed.closed).toBe(1008)
  })

  test('[D1] named links are listed without secrets, and each is revoked by itself', async () => {
    const { coordinator } = meeting.tokens
    const named = await server.http.post(
      path('links'),
      { role: 'moderator', name: 'Ana' },
      { token: coordinator },
    )
    const { link } = expectStatus(named, 201).body as { link: string }
    const listed = expectStatus(await server.http.get(path('links'), { token: coordinator }), 200)
    const { links } = listed.body as { links: { linkId: string; name: string; own: boolean }[] }
    expect(links.map(({ name, own }) => [name, own]).toSorted()).toEqual([
      ['', false],
      ['', false],
      ['', false],
      ['', true],
      ['Ana', false],
    ])
    expect(JSON.stringify(links)).not.toContain(tokenIn(link).split('.')[1])
    const ana = await connect(tokenIn(link))
    const other = await connect(meeting.tokens.moderator)
    const gone = ended(ana)
    await send({ type: 'revoke-link', linkId: links.find(({ name }) => name === 'Ana')!.linkId })
    await gone
    expect(other.socket.connected).toBe(true)
  })

  test('[D1] only the coordinator', async () => {
    for (const token of [meeting.tokens.moderator, meeting.tokens.screen]) {
      expectStatus(await server.http.get(path('links'), { token }), 403)
      expectStatus(await server.http.post(path('links'), { role: 'moderator' }, { token }), 409)
    }
    expectStatus(
      await server.http.post(path('links'), { role: 'participant' }, { token: meeting.tokens.coordinator }),
      400,
    )
  })
})

describe('[D2] the door', () => {
  const knock = (code: string) => server.http.post('/api/sessions', { code })

  test('[D2] a closed door, a full or unknown meeting and an old code are answered alike', async () => {
    const unknown = await knock('000000000')
    await send({ type: 'set-door', open: false }, 'moderator')
    expect(await knock(meeting.joinCode)).toMatchObject({ status: unknown.status, body: unknown.body })
    await send({ type: 'set-door', open: true }, 'moderator')
    const renewed = await server.http.post(path('join-code'), {}, { token: meeting.tokens.moderator })
    const { joinCode } = expectStatus(renewed, 200).body as { joinCode: string }
    expect(await knock(meeting.joinCode)).toMatchObject({ status: unknown.status, body: unknown.body })
    expectStatus(await knock(joinCode), 200)
  })

  test('[D3] who waits in the lobby sees nothing and is let in', async () => {
    await send({ type: 'change-settings', settings: { admission: 'lobby' } })
    const { token, personId } = await joinMeeting(server.url, meeting, { name: 'Emeka' })
    await expect(connect(token)).rejects.toMatchObject({ code: 'not-admitted' })
    await expect(FeedClient.open(server.url, { meetingId: meeting.meetingId, token })).rejects.toThrow('403')
    expectStatus(await server.http.get(path('view'), { token }), 403)
    await send({ type: 'admit-people', personIds: [personId] }, 'moderator')
    const emeka = await connect(token)
    expect(emeka.watcher.view.personal?.me.name).toBe('Emeka')
  })

  test('[D4] a browser that is kept out does not come in again by the code', async () => {
    const body = { name: 'Troll', code: meeting.joinCode }
    const joined = expectStatus(await server.http.post(path('participants'), body), 201)
    const cookie = joined.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    const { personId } = joined.body as { personId: string }
    await send({ type: 'remove-person', personId, keepOut: true }, 'moderator')
    expectStatus(
      await server.http.post(path('participants'), body, { headers: { cookie, origin: server.url } }),
      404,
    )
    expectStatus(await server.http.post(path('participants'), { ...body, name: 'Ana' }), 201)
  })
})
