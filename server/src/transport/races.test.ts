import { afterAll, beforeAll, expect, test } from 'vitest'
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

test('[L2] of two hundred identical hands at one moment exactly one lives', async () => {
  const { meetingId, tokens } = meeting
  const path = `/api/meetings/${meetingId}/commands`
  const segmentId = 'open-floor-1'
  const open = { id: 'open-the-list', type: 'open-list', segmentId }
  expectStatus(await server.http.post(path, open, { token: tokens.moderator }), 200)
  const { token, personId } = await joinMeeting(server.url, meeting, { name: 'Amina' })
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      server.http.post(path, { id: `hand-number-${n}`, type: 'raise-hand', segmentId }, { token }),
    ),
  )
  const done = answers.filter(({ status }) => status === 200)
  const refused = answers.filter(({ body }) => String(body['refusal']) === 'hand-already-raised')
  expect([done.length, refused.length]).toEqual([1, 199])
  const standing = server.meetings.get(meetingId)!.meeting
  const own = [...standing.requests.values()].filter((request) => request.personId === personId)
  expect(own.map(({ status }) => status)).toEqual(['waiting'])
})
