import { afterEach, expect, test } from 'vitest'
import { MemoryJournal } from '../journal/memory.ts'
import { createMeeting, expectStatus } from '../testing/meeting-access.ts'
import { SocketClient } from '../testing/socket-client.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer

afterEach(() => server.close())

/** A server whose disk can be made full. */
async function serve() {
  const state: { disk: 'written' | 'full' } = { disk: 'written' }
  server = await startTestServer({ journal: new MemoryJournal({ disk: async () => state.disk }) })
  return { state, meeting: await createMeeting(server.url) }
}

const start = { id: 'start-the-meeting', type: 'start-meeting' } as const

test('full disk: commands are refused with a clear error, reading goes on, and then it works again', async () => {
  const { state, meeting } = await serve()
  const path = `/api/meetings/${meeting.meetingId}`
  const token = meeting.tokens.moderator
  const client = await SocketClient.connect(server.url, { meetingId: meeting.meetingId, token })
  state.disk = 'full'
  const answer = expectStatus(await server.http.post(`${path}/commands`, start, { token }), 503)
  expect(answer.body).toEqual({ error: 'storage-full', detail: expect.stringContaining('disk is full') })
  expect(await client.send({ type: 'start-meeting' })).toMatchObject({ error: 'storage-full' })
  expect((await server.http.get(`${path}/view`, { token })).body['version']).toBe(1)
  expect((await server.http.post('/api/meetings', { template: 'gcm-2020' })).status).toBe(503)
  state.disk = 'written'
  expect((await server.http.post(`${path}/commands`, start, { token })).body).toEqual({ version: 2 })
  await client.watcher.until((view) => view.public.meeting.phase === 'running')
  client.close()
})
