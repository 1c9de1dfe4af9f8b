import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PresenceMessage } from '@openfloor/shared/protocol.ts'
import { SocketClient } from '../testing/socket-client.ts'
import { createMeeting, expectStatus, joinMeeting, type TestMeeting } from '../testing/meeting-access.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let meeting: TestMeeting

beforeAll(async () => {
  server = await startTestServer()
  meeting = await createMeeting(server.url)
})
afterAll(() => server.close())

async function wall(token: string, query = '') {
  const answer = await server.http.get(`/api/meetings/${meeting.meetingId}/wall${query}`, { token })
  expect(answer.headers.get('cache-control')).toBe('no-store')
  return expectStatus(answer, 200).body as unknown as { now: number; tag: string; wall?: { state: string } }
}

test('what is on the wall, and the server’s time', async () => {
  const before = Date.now()
  const { now, tag, wall: shown } = await wall(meeting.tokens.screen)
  expect(shown).toMatchObject({ shows: 'follow', state: 'before', title: expect.any(String) })
  expect(tag).toMatch(/^[\w-]{16}$/)
  expect(Math.abs(now - before)).toBeLessThan(1_000)
})

test('what the asker has is not sent again, until it changes', async () => {
  const { tag } = await wall(meeting.tokens.screen)
  expect(await wall(meeting.tokens.screen, `?have=${tag}`)).toEqual({
    ...{ protocol: expect.any(Number), now: expect.any(Number), tag },
  })
  const command = { id: 'wall-notice', type: 'send-notice', to: 'everyone', text: 'Hello', durationMs: null }
  const path = `/api/meetings/${meeting.meetingId}/commands`
  expectStatus(await server.http.post(path, command, { token: meeting.tokens.moderator }), 200)
  const changed = await wall(meeting.tokens.screen, `?have=${tag}`)
  expect(changed.tag).not.toBe(tag)
  expect(changed.wall).toMatchObject({ notices: [{ text: 'Hello' }] })
})

test('every role of the meeting may ask, and nobody else', async () => {
  const { token } = await joinMeeting(server.url, meeting, { name: 'Ana' })
  for (const each of [...Object.values(meeting.tokens), token])
    expect(await wall(each)).toHaveProperty('wall')
  const path = (id: string) => `/api/meetings/${id}/wall`
  expect((await server.http.get(path(meeting.meetingId))).status).toBe(401)
  expect((await server.http.get(path('nothing'), { token: meeting.tokens.screen })).status).toBe(401)
})

test('[S5] a display that asks is counted once, on the screen it shows; a script that gives no name is not', async () => {
  const { moderator, screen } = meeting.tokens
  const socket = await SocketClient.connect(server.url, { meetingId: meeting.meetingId, token: moderator })
  await wall(screen)
  await wall(screen, '?display=hall')
  await wall(screen, '?display=hall')
  await wall(screen, '?display=foyer&screen=gone')
  await socket.watcher.message(
    (message): message is PresenceMessage =>
      message.type === 'presence' && isDeepStrictEqual(message.presence.displays, { main: 2 }),
  )
  socket.close()
})
