import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '@openfloor/shared/limits.ts'
import type { PresenceMessage } from '@openfloor/shared/protocol.ts'
import { createMeeting, joinMeeting, type TestMeeting } from '../testing/meeting-access.ts'
import { SocketClient, type SocketOptions } from '../testing/socket-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let meeting: TestMeeting
const clients: SocketClient[] = []

beforeAll(async () => {
  server = await startTestServer()
})

afterEach(() => {
  for (const client of clients.splice(0)) client.close()
})

afterAll(async () => {
  await server.close()
  expect(server.reported).toEqual([])
})

async function connect(options: Omit<SocketOptions, 'meetingId'>): Promise<SocketClient> {
  const client = await SocketClient.connect(server.url, { meetingId: meeting.meetingId, ...options })
  clients.push(client)
  return client
}

const moderators = () => connect({ token: meeting.tokens.moderator })
const next = { type: 'advance-segment', from: 'opening-plenary', to: 'panel-1' } as const

beforeAll(async () => {
  meeting = await createMeeting(server.url)
})

describe('the handshake', () => {
  test.each([
    ['another version of the protocol', { protocol: 999 }, 'reload-page'],
    ['no session', {}, 'signed-out'],
    ['a wrong token', { token: 'x.y' }, 'signed-out'],
    ['an unknown role', { role: 'emperor' }, 'bad-request'],
  ])('%s: refused with a code', async (_what, options, code) => {
    await expect(connect(options)).rejects.toMatchObject({ code })
  })

  test('a cookie and the role opens it, for browsers', async () => {
    const { meetingId, tokens } = meeting
    const cookie = `openfloor-${meetingId}-moderator=${tokens.moderator}; openfloor-${meetingId}-screen=${tokens.screen}`
    const screen = await connect({ role: 'screen', headers: { cookie, origin: server.url } })
    expect(Object.keys(screen.watcher.view)).toEqual(['public', 'screens'])
    const console = await connect({ role: 'moderator', headers: { cookie, origin: server.url } })
    expect(Object.keys(console.watcher.view)).toEqual(['public', 'screens', 'moderators'])
  })

  test.each(['https://evil.example', 'null', 'http://sub.127.0.0.1'])(
    'a page of %s is kept out, by WebSocket and by polling',
    async (origin) => {
      for (const transport of ['websocket', 'polling'] as const) {
        const attempt = connect({
          token: meeting.tokens.screen,
          headers: { origin },
          transports: [transport],
        })
        await expect(attempt).rejects.toMatchObject({ code: null })
      }
    },
  )

  test('it works over polling too', async () => {
    const client = await connect({ token: meeting.tokens.moderator, transports: ['polling'] })
    const result = await client.send({ type: 'send-notice', to: 'everyone', text: 'Hi', durationMs: null })
    expect(result).toEqual({ version: expect.any(Number) })
  })
})

describe('commands', () => {
  test('two moderators press next at once: one advance, the other is told why, both see the same', async () => {
    const [one, two] = await Promise.all([moderators(), moderators()])
    await one.send({ type: 'start-meeting' })
    const results = await Promise.all([one.send(next), two.send(next)])
    const version = expect.any(Number)
    expect(results).toContainEqual({ version })
    expect(results).toContainEqual({ refusal: 'picture-outdated', version })
    for (const { watcher } of [one, two])
      await watcher.until((view) => view.public.programme.currentSegmentId === 'panel-1')
    expect(one.watcher.view).toEqual(two.watcher.view)
  })

  test('a repeated id is answered with its first version', async () => {
    const [one, two] = await Promise.all([moderators(), moderators()])
    const hello = { type: 'send-notice', to: 'everyone', text: 'Hello', durationMs: null } as const
    const first = await one.send(hello, 'the-same-id')
    await one.send(hello)
    expect(await two.send(hello, 'the-same-id')).toEqual(first)
  })

  test('a participant raises a hand, sees the place, and is refused what is not theirs', async () => {
    const { token, personId } = await joinMeeting(server.url, meeting, { name: 'Ana' })
    const [ana, moderator] = await Promise.all([connect({ token }), moderators()])
    await moderator.send({ type: 'advance-segment', from: 'panel-1', to: 'open-floor-1' })
    const raised = await ana.send({ type: 'raise-hand', segmentId: 'open-floor-1', topic: '' })
    expect(raised).toHaveProperty('version')
    const { personal } = await ana.watcher.until((view) => view.personal?.request?.place === 1)
    expect(personal!.me.id).toBe(personId)
    expect(await ana.send({ type: 'end-meeting', from: 'open-floor-1' })).toMatchObject({
      refusal: 'not-allowed',
    })
    expect(ana.watcher.view).not.toHaveProperty('moderators')
  })

  test.each([
    [undefined, 'a command is a JSON object'],
    [null, 'a command is a JSON object'],
    [[], 'id'],
    [{ id: 'long-enough' }, 'type'],
    [{ id: 'long-enough', type: 'start-meeting', __proto__x: 1 }, '__proto__x'],
    ['start-meeting', 'a command is a JSON object'],
  ])('%j is answered as malformed', async (input, detail) => {
    const client = await moderators()
    expect(await client.emit('command', input)).toEqual({
      error: 'bad-request',
      detail: expect.stringContaining(detail),
    })
  })

  test('without an acknowledgement, and with unknown events, nothing breaks', async () => {
    const client = await moderators()
    client.socket.emit('command')
    client.socket.emit('clock')
    client.socket.emit('nonsense', { deep: [] })
    expect(await client.emit('clock')).toEqual(expect.any(Number))
  })

  test('too many at once are refused, and who does not stop is disconnected', async () => {
    const client = await moderators()
    const gone = new Promise((resolve) => client.socket.once('disconnect', resolve))
    const results = Array.from({ length: limits.commandsPerSocketBurst + 1 }, () =>
      client.emit('command', { id: 'x' }),
    )
    expect((await Promise.all(results)).at(-1)).toMatchObject({ error: 'too-many-requests' })
    for (let count = limits.strikesPerSocket; count > 0; count--) client.socket.emit('command', {})
    expect(await gone).toBe('io server disconnect')
  })

  test('a message that is too large ends the connection, and nobody else’s', async () => {
    const [client, other] = await Promise.all([moderators(), moderators()])
    const gone = new Promise((resolve) => client.socket.once('disconnect', resolve))
    client.socket.emit('command', { id: 'x'.repeat(limits.messageBytes) })
    await gone
    expect(await other.emit('clock')).toEqual(expect.any(Number))
  })
})

describe('the view', () => {
  test('lost patches are noticed by the next one, and mended', async () => {
    const [one, two] = await Promise.all([moderators(), moderators()])
    one.watcher.dropPatches(2)
    const text = (index: number) => `Notice ${index}`
    for (let index = 0; index < 3; index++) {
      await two.send({ type: 'send-notice', to: 'everyone', text: text(index), durationMs: null })
      await two.watcher.until((view) => view.public.notices.some((notice) => notice.text === text(index)))
    }
    await one.watcher.until((view) => view.public.notices.some((notice) => notice.text === text(2)))
    expect(one.watcher.messages.filter(({ type }) => type === 'view').length).toBeGreaterThan(1)
    expect(one.watcher.view.public).toEqual(two.watcher.view.public)
  })

  test('moderators hear how many are there', async () => {
    const own = await createMeeting(server.url)
    const { token } = await joinMeeting(server.url, own, { name: 'Ana' })
    const at = { meetingId: own.meetingId }
    const moderator = await SocketClient.connect(server.url, { ...at, token: own.tokens.moderator })
    const ana = await SocketClient.connect(server.url, { ...at, token })
    clients.push(moderator, ana)
    await moderator.watcher.message(
      (message): message is PresenceMessage =>
        message.type === 'presence' && message.presence.participants === 1,
    )
    expect(ana.watcher.messages.some(({ type }) => type === 'presence')).toBe(false)
  })

  test('a person who is removed is disconnected, and then signed out', async () => {
    const { token, personId } = await joinMeeting(server.url, meeting, { name: 'Ben' })
    const [ben, moderator] = await Promise.all([connect({ token }), moderators()])
    const gone = new Promise((resolve) => ben.socket.once('disconnect', resolve))
    await moderator.send({ type: 'remove-person', personId })
    expect(await gone).toBe('io server disconnect')
    await expect(connect({ token })).rejects.toMatchObject({ code: 'signed-out' })
  })
})
