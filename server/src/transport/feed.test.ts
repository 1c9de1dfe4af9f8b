import { connect } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { limits } from '@openfloor/shared/limits.ts'
import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import type { PongMessage, PresenceMessage } from '@openfloor/shared/protocol.ts'
import { FeedClient, type FeedOptions } from '../testing/feed-client.ts'
import { createMeeting, expectStatus, joinMeeting, type TestMeeting } from '../testing/meeting-access.ts'
import { SocketClient } from '../testing/socket-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

const POLICY_VIOLATION = 1008
const TOO_BIG = 1009

let server: TestServer
let meeting: TestMeeting
const feeds: FeedClient[] = []

beforeAll(async () => {
  server = await startTestServer()
  meeting = await createMeeting(server.url)
})

afterEach(() => {
  for (const feed of feeds.splice(0)) feed.close()
})

afterAll(async () => {
  await server.close()
  expect(server.reported).toEqual([])
})

async function open(options: Partial<FeedOptions> = { token: meeting.tokens.screen }): Promise<FeedClient> {
  const feed = await FeedClient.open(server.url, { meetingId: meeting.meetingId, ...options })
  feeds.push(feed)
  return feed
}

let count = 0

async function notice(text: string): Promise<void> {
  await command({ type: 'send-notice', to: 'everyone', text, durationMs: null })
}

async function command(written: WrittenCommand): Promise<void> {
  const body = { id: `command-${count++}`, ...written }
  const path = `/api/meetings/${meeting.meetingId}/commands`
  expectStatus(await server.http.post(path, body, { token: meeting.tokens.moderator }), 200)
}

describe('the feed', () => {
  test('the view first, then patches that lead to what everybody else sees', async () => {
    const [one, two] = [await open(), await open()]
    await notice('Welcome')
    await one.watcher.until((view) => view.public.notices[0]?.text === 'Welcome')
    await two.watcher.until((view) => view.public.notices[0]?.text === 'Welcome')
    const first = one.watcher.messages[0]!
    expect(first).toMatchObject({ type: 'view', epoch: expect.any(String), version: expect.any(Number) })
    expect(one.watcher.messages[1]).toMatchObject({ type: 'patch', audience: 'public' })
    expect(one.watcher.view).toEqual(two.watcher.view)
  })

  test('whoever opens it, it is what is on the wall, and of the screens only for those who show or steer them', async () => {
    const { token } = await joinMeeting(server.url, meeting, { name: 'Ana' })
    const { coordinator, moderator, screen, rapporteur } = meeting.tokens
    for (const each of [coordinator, moderator, screen])
      expect(Object.keys((await open({ token: each })).watcher.view)).toEqual(['public', 'screens'])
    for (const each of [rapporteur, token])
      expect(Object.keys((await open({ token: each })).watcher.view)).toEqual(['public'])
  })

  test('[S3] a screen is directed, and participants get no frame of it', async () => {
    const { token } = await joinMeeting(server.url, meeting, { name: 'Bo' })
    const [wall, other] = [await open(), await open({ token })]
    await command({ type: 'direct-screen', screenId: 'main', shows: 'clock' })
    await wall.watcher.until((view) => view.screens?.screens[0]?.shows === 'clock')
    await notice('After it')
    await other.watcher.until((view) => view.public.notices[0]?.text === 'After it')
    expect(other.watcher.messages.map(({ type }) => type)).toEqual(['view', 'patch'])
  })

  test('[S5] moderators are told which screens displays show; an unknown one is the main screen', async () => {
    await command({ type: 'add-screen', name: 'Hall' })
    const { screens } = (await open()).watcher.view
    const hall = screens!.screens.at(-1)!.id
    const shown = [hall, hall, 'gone', undefined]
    for (const screen of shown) await open({ token: meeting.tokens.screen, ...(screen && { screen }) })
    const at = { meetingId: meeting.meetingId, token: meeting.tokens.moderator }
    const moderator = await SocketClient.connect(server.url, at)
    const displays = { main: 3, [hall]: 2 }
    await moderator.watcher.message(
      (message): message is PresenceMessage =>
        message.type === 'presence' && isDeepStrictEqual(message.presence.displays, displays),
    )
    moderator.close()
  })

  test('a browser opens it by its cookie, from our own page alone', async () => {
    const cookie = `openfloor-${meeting.meetingId}-screen=${meeting.tokens.screen}`
    await open({ headers: { cookie, origin: server.url } })
    for (const origin of ['https://evil.example', 'null'])
      await expect(open({ headers: { cookie, origin } })).rejects.toThrow('403')
  })

  test.each([
    ['nobody', {}],
    ['a wrong token', { token: 'x' }],
    ['an unknown meeting', { meetingId: 'nowhere' }],
  ])('%s is not let in', async (_who, options) => {
    await expect(open(options)).rejects.toThrow('401')
  })

  test('ping is answered with the server’s time, resync with the view', async () => {
    const feed = await open()
    feed.send({ type: 'ping', id: 7 })
    const pong = await feed.watcher.message((message): message is PongMessage => message.type === 'pong')
    expect(pong).toEqual({ type: 'pong', id: 7, now: expect.any(Number) })
    expect(Math.abs(pong.now - Date.now())).toBeLessThan(60_000)
    feed.send({ type: 'resync' })
    await feed.watcher.until(() => feed.watcher.messages.filter(({ type }) => type === 'view').length === 2)
  })

  test('a lost patch is noticed by the next one, and mended', async () => {
    const [one, two] = [await open(), await open()]
    one.watcher.dropPatches(1)
    for (const text of ['lost', 'found']) {
      await notice(text)
      await two.watcher.until((view) => view.public.notices[0]?.text === text)
    }
    await one.watcher.until((view) => view.public.notices[0]?.text === 'found')
    expect(one.watcher.view).toEqual(two.watcher.view)
  })

  test('anything else is an error, and too many of them end the connection', async () => {
    const feed = await open()
    for (const message of ['{', '[]', 'null', { type: 'command' }, { type: 'ping', id: {} }])
      feed.send(message)
    await feed.watcher.until(() => feed.watcher.messages.filter(({ type }) => type === 'error').length === 5)
    for (let left = limits.strikesPerSocket; left > 0; left--) feed.send('x')
    expect(await feed.closed).toBe(POLICY_VIOLATION)
  })

  test('a message that is too large ends the connection', async () => {
    const feed = await open()
    feed.send('x'.repeat(limits.feedMessageBytes + 1))
    expect(await feed.closed).toBe(TOO_BIG)
  })
})

describe('upgrades', () => {
  test('a path that is nobody’s is answered and ended', async () => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/anything`)
    const error = await new Promise<Error>((resolve) => socket.on('error', resolve))
    expect(error.message).toContain('404')
  })

  test('garbage instead of frames ends that connection alone', async () => {
    const feed = await open()
    const { port } = new URL(server.url)
    const raw = connect(Number(port), '127.0.0.1')
    raw.write(
      `GET /api/meetings/${meeting.meetingId}/feed HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n` +
        `Authorization: Bearer ${meeting.tokens.screen}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
        'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
    )
    await new Promise((resolve) => raw.once('data', resolve))
    raw.write(Buffer.alloc(64, 0xff))
    await new Promise((resolve) => raw.once('close', resolve).resume())
    feed.send({ type: 'ping' })
    await feed.watcher.message((message): message is PongMessage => message.type === 'pong')
  })
})
