import { undescribed } from '@openfloor/shared/meeting/people-checks.ts'
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { limits } from '@openfloor/shared/limits.ts'
import type { CommandResult } from '@openfloor/shared/protocol.ts'
import { FeedClient } from './testing/feed-client.ts'
import { HttpClient } from './testing/http-client.ts'
import { expectStatus, joinMeeting } from './testing/meeting-access.ts'
import { failedStart, ServerProcess } from './testing/server-process.ts'
import { SocketClient } from './testing/socket-client.ts'

let dataDir: string
const started: ServerProcess[] = []

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'openfloor-main-'))
})

afterEach(async () => {
  for (const server of started.splice(0)) await server.end('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(environment?: Record<string, string>): Promise<ServerProcess> {
  const server = await ServerProcess.start(dataDir, environment)
  started.push(server)
  return server
}

/** The meeting and token of a printed link. */
function tokenIn(link: string): { meetingId: string; token: string } {
  const { pathname, hash } = new URL(link)
  const meetingId = pathname.split('/')[2]!
  return { meetingId, token: `${meetingId}.${hash.slice(1)}` }
}

const withoutAddress = (server: ServerProcess) => server.printed.replaceAll(server.url, '')

describe('the start', () => {
  test('the first one creates the consultation, the second finds it with the same links', async () => {
    const first = await start()
    expect(first.link('Participants')).toMatch(/\/join#\d{9}$/)
    expect(statSync(join(dataDir, 'first-meeting.json')).mode & 0o777).toBe(0o600)
    const { meetingId, token } = tokenIn(first.link('Coordinator'))
    const rename = { id: 'rename-it', type: 'rename-meeting', title: 'As it was' }
    const path = `/api/meetings/${meetingId}`
    expectStatus(await new HttpClient(first.url).post(`${path}/commands`, rename, { token }), 200)
    expect(await first.end()).toBe(0)

    const second = await start()
    expect(withoutAddress(second)).toBe(withoutAddress(first))
    const { body } = await new HttpClient(second.url).get(`${path}/view`, { token })
    expect(body).toMatchObject({ version: 2, view: { public: { meeting: { title: 'As it was' } } } })
  })

  test('a crash between keeping the links and creating the meeting leaves nothing unreachable', async () => {
    const secret = 'x'.repeat(43)
    const secrets = { coordinator: secret, moderator: secret, rapporteur: secret, screen: secret }
    const keys = { meetingId: 'begun', joinCode: '123456789', secrets }
    writeFileSync(join(dataDir, 'first-meeting.json'), JSON.stringify(keys))
    const server = await start()
    const answer = await new HttpClient(server.url).post('/api/sessions', { code: '123456789' })
    expect(expectStatus(answer, 200).body['meetingId']).toBe('begun')
  })

  test('the links carry the public address', async () => {
    const server = await start({ PUBLIC_URL: 'https://meet.example.org' })
    expect(server.link('Moderator')).toMatch(/^https:\/\/meet\.example\.org\/m\//)
  })

  test('no secret is written to the log, also when things go wrong', async () => {
    const server = await start()
    const http = new HttpClient(server.url)
    const { meetingId, token } = tokenIn(server.link('Moderator'))
    const secret = token.split('.')[1]!
    await http.post('/api/sessions', { meetingId, secret })
    await http.post('/api/sessions', `{"meetingId":"${meetingId}","secret":"${secret}",`)
    await http.post(`/api/meetings/${meetingId}/commands`, { id: 'x', secret }, { token })
    await http.get(`/api/meetings/${meetingId}/view?token=${token}`, { headers: { cookie: `a=${token}` } })
    await (await SocketClient.connect(server.url, { meetingId, token })).emit('command', { secret })
    await server.end()
    expect(server.log).not.toContain(secret)
  })
})

test('what a client does wrong on the wire is not logged as a fault of ours', async () => {
  const server = await start()
  const { meetingId, token } = tokenIn(server.link('Screen'))
  const feed = await FeedClient.open(server.url, { meetingId, token })
  feed.send('x'.repeat(limits.feedMessageBytes + 1))
  await feed.closed
  await server.end()
  expect(server.log).not.toContain('"level":50')
})

describe('a start that cannot be', () => {
  const lineOf = ({ error }: { error: string }) => error.trimEnd()

  test.each([
    ['PORT', 'eighty', 'PORT is "eighty", expected a whole number from 0 to 65535'],
    ['PUBLIC_URL', 'meet', 'PUBLIC_URL is "meet", expected'],
    ['REDIS_URL', 'redis://x', 'REDIS_URL is set, but'],
  ])('%s=%s', async (name, value, line) => {
    const ended = await failedStart({ PORT: '0', DATA_DIR: dataDir, [name]: value })
    expect(ended.code).toBe(1)
    expect(lineOf(ended)).toMatch(new RegExp(`^${line}.*$`))
  })

  test('a port in use', async () => {
    const { port } = new URL((await start()).url)
    const other = mkdtempSync(join(tmpdir(), 'openfloor-other-'))
    const ended = await failedStart({ PORT: port, DATA_DIR: other })
    rmSync(other, { recursive: true })
    expect(ended.code).toBe(1)
    expect(lineOf(ended)).toBe(
      `Port ${port} on 127.0.0.1 is in use: stop what uses it, or set PORT to another.`,
    )
  })

  test('a second process on the same data', async () => {
    const server = await start()
    const ended = await failedStart({ PORT: '0', DATA_DIR: dataDir })
    expect(ended.code).toBe(1)
    expect(lineOf(ended).split('\n')).toHaveLength(1)
    expect(ended.error).toContain(dataDir)
    expect((await new HttpClient(server.url).get('/readyz')).status).toBe(200)
  })

  test('a data folder that is none', async () => {
    const file = join(dataDir, 'file')
    writeFileSync(file, '')
    const ended = await failedStart({ PORT: '0', DATA_DIR: file })
    expect(ended.code).toBe(1)
    expect(lineOf(ended)).toMatch(/^Cannot write in .*DATA_DIR.*$/)
  })

  test('a journal that lost its end', async () => {
    expect(await (await start()).end()).toBe(0)
    truncateSync(join(dataDir, 'journal.sqlite'), 4096)
    const ended = await failedStart({ PORT: '0', DATA_DIR: dataDir })
    expect(ended.code).toBe(1)
    expect(lineOf(ended)).toMatch(/^The journal is damaged.*$/)
  })

  test('links of the first meeting that cannot be read', async () => {
    writeFileSync(join(dataDir, 'first-meeting.json'), '{')
    const ended = await failedStart({ PORT: '0', DATA_DIR: dataDir })
    expect(ended.code).toBe(1)
    expect(lineOf(ended)).toMatch(/first-meeting\.json does not hold the links.*$/)
  })
})

describe('the end', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)('%s: connections are told, and it ends well', async (signal) => {
    const server = await start()
    const client = await SocketClient.connect(server.url, tokenIn(server.link('Moderator')))
    const gone = new Promise((resolve) => client.socket.once('disconnect', resolve))
    const code = server.end(signal)
    expect(await gone).toBe('transport close')
    expect(await code).toBe(0)
  })

  test('kill -9 under load: everything acknowledged is there once, at the version it was told', async () => {
    const server = await start()
    const moderator = tokenIn(server.link('Moderator'))
    const clients = await Promise.all(
      Array.from({ length: 8 }, () => SocketClient.connect(server.url, moderator)),
    )
    const acknowledged = new Map<string, CommandResult>()
    const sent: string[] = []
    for (let round = 0; round < 3; round++) {
      const burst = clients.flatMap((client, at) =>
        [0, 1, 2].map((each) => addPerson(client, `person-${round}-${at}-${each}`, { acknowledged, sent })),
      )
      // The last burst is cut off in the middle: some are acknowledged, some are not.
      if (round === 2) await Promise.all([Promise.any(burst), server.end('SIGKILL')])
      else await Promise.all(burst)
    }
    for (const client of clients) client.close()

    const again = await start()
    expect(acknowledged.size).toBeGreaterThanOrEqual(48)
    const versions = [...acknowledged.values()].map((result) => 'version' in result && result.version)
    expect(new Set(versions).size).toBe(acknowledged.size)
    const senders = await Promise.all(
      Array.from({ length: 4 }, () => SocketClient.connect(again.url, moderator)),
    )
    const repeated = new Map<string, CommandResult>()
    await Promise.all(
      sent.map((id, index) => addPerson(senders[index % 4]!, id, { acknowledged: repeated, sent: [] })),
    )
    for (const [id, result] of acknowledged) expect(repeated.get(id)).toEqual(result)
    const { body } = await new HttpClient(again.url).get(`/api/meetings/${moderator.meetingId}/view`, {
      token: moderator.token,
    })
    const view = body['view'] as unknown as { moderators: { people: Record<string, { name: string }> } }
    const names = Object.values(view.moderators.people).map(({ name }) => name)
    expect(names.filter((name) => name.startsWith('person-')).sort()).toEqual([...sent].sort())
    for (const client of senders) client.close()
  })

  test('the floor, its clock and the hands survive kill -9 to the millisecond', async () => {
    const first = await start()
    const moderator = tokenIn(first.link('Moderator'))
    const { meetingId, token } = moderator
    const http = new HttpClient(first.url)
    const joinCode = new URL(first.link('Participants')).hash.slice(1)
    const ana = await joinMeeting(first.url, { meetingId, joinCode }, { name: 'Ana' })
    const segmentId = 'open-floor-1'
    const commands: [string, object][] = [
      [token, { type: 'start-meeting' }],
      [token, { type: 'advance-segment', from: 'opening-plenary', to: segmentId }],
      [ana.token, { type: 'raise-hand', segmentId, topic: 'Health' }],
      [token, { type: 'give-floor', segmentId, to: { personId: 'panelist-1-1' }, after: null }],
      [token, { type: 'send-notice', to: 'everyone', text: 'Hello', durationMs: null }],
    ]
    for (const [index, [as, command]] of commands.entries()) {
      const body = { id: `command-${index}`, ...command }
      expectStatus(await http.post(`/api/meetings/${meetingId}/commands`, body, { token: as }), 200)
    }
    const before = (await http.get(`/api/meetings/${meetingId}/view`, { token })).body['view']
    await first.end('SIGKILL')
    const second = await start()
    const after = await new HttpClient(second.url).get(`/api/meetings/${meetingId}/view`, { token })
    expect(after.body['view']).toEqual(before)
  })
})

/** Adds a person of that name under that command id; notes what was sent, and what was acknowledged. */
async function addPerson(
  client: SocketClient,
  id: string,
  { acknowledged, sent }: { acknowledged: Map<string, CommandResult>; sent: string[] },
): Promise<void> {
  sent.push(id)
  const person = { name: id, ...undescribed }
  const result = await new Promise<CommandResult | null>((resolve) => {
    client.send({ type: 'add-person', person }, id).then(resolve, () => resolve(null))
  })
  if (result) acknowledged.set(id, result)
}
