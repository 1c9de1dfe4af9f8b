import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createMeeting, expectStatus, type TestMeeting } from '../testing/meeting-access.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const startsAt = Date.parse('2026-06-01T08:00Z')

let server: TestServer
let meeting: TestMeeting
let sent = 0

beforeAll(async () => {
  server = await startTestServer()
  meeting = await createMeeting(server.url)
})
afterAll(() => server.close())

function segment(id: string, changes: object = {}) {
  return {
    ...{ id, sessionId: 'all', title: id, kind: 'plenary', durationMs: HOUR_MS, fixedStartAt: null },
    ...{ guidingPoints: [], speakingLimitMs: MINUTE_MS, ...changes },
  }
}

const draft = (...segments: readonly object[]) => ({
  draft: {
    ...{ title: 'Hearing', timeZone: 'Europe/Zurich', startsAt, segments },
    sessions: [{ id: 'all', title: 'All' }],
  },
})

/** How many meetings there are, and how far this one has come. */
const standing = () => [server.meetings.all().length, server.meetings.get(meeting.meetingId)!.version]

describe('a meeting with a programme that cannot be is not created, and told why', () => {
  test.each([
    ['no duration', draft(segment('a', { durationMs: 0 })), 'draft.segments.0.durationMs: '],
    ['a negative one', draft(segment('a', { durationMs: -HOUR_MS })), 'draft.segments.0.durationMs: '],
    ['more than 24 h', draft(segment('a', { durationMs: 25 * HOUR_MS })), 'draft.segments.0.durationMs: '],
    ['no such zone', { draft: { ...draft().draft, timeZone: 'Mars/Olympus' } }, 'draft.timeZone: an IANA'],
    ['a start before 1970', { draft: { ...draft().draft, startsAt: -1 } }, 'draft.startsAt: '],
    ['an end of its own', draft(segment('a', { endsAt: startsAt - 1 })), 'draft.segments.0: '],
  ])('%s: 400, and where', async (_what, body, where) => {
    const before = standing()
    const answer = expectStatus(await server.http.post('/api/meetings', body), 400)
    expect(answer.body).toMatchObject({ error: 'bad-request', detail: expect.stringContaining(where) })
    expect(standing()).toEqual(before)
  })

  test.each([
    [
      'a fixed start before the meeting',
      draft(segment('a', { fixedStartAt: startsAt - 1 })),
      'fixed-start-out-of-order',
    ],
    [
      'fixed starts in another order than the programme',
      draft(segment('a', { fixedStartAt: startsAt + HOUR_MS }), segment('b', { fixedStartAt: startsAt })),
      'fixed-start-out-of-order',
    ],
    [
      'fixed starts that overlap',
      draft(segment('a', { fixedStartAt: startsAt }), segment('b', { fixedStartAt: startsAt + HOUR_MS - 1 })),
      'segments-overlap',
    ],
  ])('%s: 409, and which rule', async (_what, body, refusal) => {
    const before = standing()
    const answer = expectStatus(await server.http.post('/api/meetings', body), 409)
    expect(answer.body).toMatchObject({ refusal })
    expect(standing()).toEqual(before)
  })
})

describe('an edit that cannot be changes nothing, also of what was right in it', () => {
  const edit = (segmentId: string, changes: object) => ({ type: 'edit-segment', segmentId, segment: changes })

  test.each([
    ['no duration', edit('panel-1', { title: 'New', durationMs: 0 }), 400],
    ['more than 24 h', edit('panel-1', { title: 'New', durationMs: 24 * HOUR_MS + 1 }), 400],
    ['no room before lunch ends', edit('panel-1', { title: 'New', durationMs: 3 * HOUR_MS }), 409],
    ['a fixed start before the meeting', edit('panel-1', { title: 'New', fixedStartAt: 0 }), 409],
    ['no such zone', { type: 'schedule-meeting', startsAt, timeZone: 'Mars/Olympus' }, 400],
  ])('%s', async (_what, body, status) => {
    const before = standing()
    const path = `/api/meetings/${meeting.meetingId}/commands`
    const token = meeting.tokens.coordinator
    const answer = await server.http.post(path, { id: `command-${++sent}`, ...body }, { token })
    expectStatus(answer, status)
    expect(standing()).toEqual(before)
  })
})
