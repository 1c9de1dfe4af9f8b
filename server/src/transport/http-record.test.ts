import { afterAll, beforeAll, expect, test } from 'vitest'
import { createMeeting, joinMeeting, type TestMeeting } from '../testing/meeting-access.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

let server: TestServer
let meeting: TestMeeting
let sent = 0
const floor = 'open-floor-1'

async function command(type: string, fields: object = {}): Promise<number> {
  const token = meeting.tokens.moderator
  const id = `command-${++sent}-of-test`
  const answer = await server.http.post(
    `/api/meetings/${meeting.meetingId}/commands`,
    { id, type, ...fields },
    { token },
  )
  expect(answer).toMatchObject({ status: 200 })
  return answer.status
}

const path = (rest: string) => `/api/meetings/${meeting.meetingId}/${rest}`

beforeAll(async () => {
  server = await startTestServer()
  meeting = await createMeeting(server.url)
  await command('start-meeting')
  await command('advance-segment', { from: 'opening-plenary', to: floor })
  const people = [
    { name: '=cmd|calc', organization: 'A' },
    { name: 'Berta', organization: 'B' },
  ]
  await command('enter-requests', { segmentId: floor, people })
  const [first] = server.meetings
    .get(meeting.meetingId)!
    .meeting.segments.find(({ id }) => id === floor)!.list
  await command('remove-request', { requestId: first })
})
afterAll(() => server.close())

test('[A1] the record tells who did what, about whom and when, as JSON', async () => {
  const { status, body, headers } = await server.http.get(path('record.json'), {
    token: meeting.tokens.moderator,
  })
  expect(status).toBe(200)
  expect(headers.get('cache-control')).toBe('no-store')
  expect(body['actions']).toMatchObject([
    { action: 'start-meeting', role: 'moderator' },
    { action: 'advance-segment' },
    { action: 'enter-requests', segment: 'Open floor for discussion' },
    { action: 'remove-request', person: '=cmd|calc', undone: false },
  ])
})

test('[A3] as CSV no cell is a formula', async () => {
  const { body, headers } = await server.http.get(path('record.csv'), { token: meeting.tokens.rapporteur })
  expect(headers.get('content-type')).toContain('text/csv')
  expect(String(body)).toMatch(/^\ufeff?at,role,link,action,person,segment,seconds,text,count,undone\n/)
  expect(String(body)).toContain(",'=cmd|calc,")
})

test('[A3] participants, screens and strangers read neither the record nor a preview', async () => {
  const { token } = await joinMeeting(server.url, meeting, { name: 'Ana' })
  expect(await server.http.get(path('record.csv'), { token })).toMatchObject({ status: 403 })
  expect(await server.http.get(path('record.csv'))).toMatchObject({ status: 401 })
  const policy = { band: 'receipt', alternation: null, safePositions: 0 }
  const asked = await server.http.post(path('order-preview'), { segmentId: floor, policy }, { token })
  expect(asked.status).toBe(403)
})

test('[O8] a preview tells the places and reasons of an order, and changes nothing', async () => {
  await command('enter-requests', { segmentId: floor, people: [{ name: 'Carl', organization: 'B' }] })
  const before = server.meetings.get(meeting.meetingId)!.version
  const policy = { band: 'fewest-interventions', cap: 2, alternation: null, safePositions: 1 }
  const token = meeting.tokens.moderator
  const { body } = await server.http.post(path('order-preview'), { segmentId: floor, policy }, { token })
  expect(body['rows']).toMatchObject([
    { place: 0, was: 0, reasons: [{ code: 'safe', position: 1 }] },
    { place: 1, was: 1, reasons: [{ code: 'first-intervention' }] },
  ])
  expect(server.meetings.get(meeting.meetingId)!.version).toBe(before)
})
