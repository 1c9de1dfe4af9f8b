import ICAL from 'ical.js'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '@openfloor/shared/limits.ts'
import { createMeeting, expectStatus, joinMeeting, type TestMeeting } from '../testing/meeting-access.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

const MINUTE_MS = 60_000

let server: TestServer
let meeting: TestMeeting

beforeAll(async () => {
  server = await startTestServer()
  meeting = await createMeeting(server.url)
})

afterAll(() => server.close())

const calendarPath = ({ meetingId }: Pick<TestMeeting, 'meetingId'>, query = '') =>
  `/api/meetings/${meetingId}/programme.ics${query}`

async function fileOf(of: TestMeeting): Promise<string> {
  const answer = await server.http.get(calendarPath(of), { token: of.tokens.coordinator })
  return String(expectStatus(answer, 200).body)
}

/** The events of a file, as another program reads them. */
function eventsIn(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file) as never)
  return calendar.getAllSubcomponents('vevent').map((part) => {
    const event = new ICAL.Event(part)
    const at = (time: ICAL.Time | null) => time?.toJSDate().toISOString().slice(0, 16)
    return {
      ...{ uid: event.uid, summary: event.summary, description: event.description },
      ...{ sequence: event.sequence, start: at(event.startDate), end: at(event.endDate) },
      zone: event.startDate.zone.tzid,
    }
  })
}

async function command(of: TestMeeting, body: { readonly id: string; readonly type: string }) {
  const path = `/api/meetings/${of.meetingId}/commands`
  return expectStatus(await server.http.post(path, body, { token: of.tokens.coordinator }), 200)
}

/** A meeting of one session with these segments, one after the other from 10:00 in Zurich. */
function meetingOf(
  title: string,
  ...segments: readonly { readonly title: string; readonly fixedStartAt?: number; readonly kind?: string }[]
): Promise<TestMeeting> {
  const startsAt = Date.parse('2026-03-29T08:00Z')
  return createMeeting(server.url, {
    draft: {
      ...{ title, timeZone: 'Europe/Zurich', startsAt, sessions: [{ id: 'all', title: 'Session; one' }] },
      segments: segments.map((segment, index) => ({
        ...{ id: `s${index}`, sessionId: 'all', kind: 'plenary', durationMs: 30 * MINUTE_MS },
        ...{ fixedStartAt: null, guidingPoints: [], speakingLimitMs: MINUTE_MS, ...segment },
      })),
    },
  })
}

describe('[P17] the programme as a calendar', () => {
  test('[P17] an event a segment, in UTC, with its session and the meeting', async () => {
    const file = await fileOf(meeting)
    const events = eventsIn(file)
    expect(events.map(({ start, end, zone }) => `${start} ${end} ${zone}`)).toEqual([
      '2020-11-09T09:00 2020-11-09T09:15 UTC',
      '2020-11-09T09:15 2020-11-09T10:00 UTC',
      '2020-11-09T10:00 2020-11-09T11:00 UTC',
      '2020-11-09T11:00 2020-11-09T12:00 UTC',
      '2020-11-09T12:00 2020-11-09T12:45 UTC',
      '2020-11-09T12:45 2020-11-09T13:45 UTC',
      '2020-11-09T13:45 2020-11-09T14:00 UTC',
    ])
    expect(events[1]!.summary).toMatch(/^Moderated panel · Roundtable I: /)
    expect(events[0]!.uid).toBe(`opening-plenary.${meeting.meetingId}@openfloor`)
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(7)
  })

  test('[P17] texts come back as they were written, and no line is longer than 75 octets', async () => {
    const title = String.raw`Réunion; «droits», n\n \ 移民の権利に関する協議 ${'😀'.repeat(40)}`
    const own = await meetingOf(title, { title })
    const file = await fileOf(own)
    const [event] = eventsIn(file)
    expect(event).toMatchObject({ summary: `${title} · Session; one`, description: title })
    const name = /^X-WR-CALNAME:(.*)$/m.exec(file.replaceAll('\r\n ', ''))![1]!.trimEnd()
    expect(name.replace(/\\(.)/g, '$1')).toBe(title)
    const lines = file.split('\r\n')
    expect(lines.every((line) => !/[\r\n]/.test(line))).toBe(true)
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    expect(lines.at(-1)).toBe('')
  })

  test('[P17] a later file takes the place of an earlier one: the same ids, a higher sequence', async () => {
    const own = await createMeeting(server.url)
    const before = eventsIn(await fileOf(own))
    const startsAt = Date.parse('2020-11-10T09:00Z')
    const timeZone = 'Europe/Zurich'
    await command(own, { id: 'a-day-later', type: 'schedule-meeting', startsAt, timeZone } as never)
    const after = eventsIn(await fileOf(own))
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid))
    expect(after[0]!.sequence).toBeGreaterThan(before[0]!.sequence)
    expect(after[0]!.start).toBe('2020-11-10T09:00')
  })

  test('[P17] an empty programme says when the meeting starts; a break without time is left out', async () => {
    const empty = await meetingOf('Hearing')
    expect(eventsIn(await fileOf(empty))).toMatchObject([{ summary: 'Hearing', start: '2026-03-29T08:00' }])
    const noon = Date.parse('2026-03-29T08:30Z')
    const absorbed = await meetingOf(
      'Hearing',
      { title: 'a' },
      { title: 'coffee', kind: 'break' },
      { title: 'b', fixedStartAt: noon },
    )
    expect(eventsIn(await fileOf(absorbed)).map(({ summary }) => summary[0])).toEqual(['a', 'b'])
  })
})

describe('[P17] who may have it', () => {
  test('[P17] everybody in the meeting, as a download that nobody keeps', async () => {
    const { token } = await joinMeeting(server.url, meeting, { name: 'Ana' })
    for (const each of [token, ...Object.values(meeting.tokens)]) {
      const { headers } = expectStatus(await server.http.get(calendarPath(meeting), { token: each }), 200)
      expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8; method=PUBLISH')
      expect(headers.get('content-disposition')).toBe('attachment; filename="programme.ics"')
      expect(headers.get('cache-control')).toBe('no-store')
    }
    expect((await server.http.get(calendarPath(meeting))).status).toBe(401)
    expect((await server.http.get(calendarPath({ meetingId: 'nowhere' }))).status).toBe(401)
  })

  test('[P17] a calendar program by the join code of this meeting, and no other', async () => {
    const own = await createMeeting(server.url)
    const by = (code: string) => server.http.get(calendarPath(own, `?code=${code}`))
    expect((await by(own.joinCode)).status).toBe(200)
    expect((await by(meeting.joinCode)).body['error']).toBe('wrong-code')
    expect((await by('000000000')).body['error']).toBe('wrong-code')
    expect((await by('')).body['error']).toBe('wrong-code')
  })

  test('[P17] it names nobody, and opens nothing', async () => {
    const own = await createMeeting(server.url)
    const person = { name: 'Zadie Quux', organization: 'Quux League' }
    const id = 'a-panelist-1'
    const added = await command(own, { id, type: 'add-person', person } as never)
    expect(added.status).toBe(200)
    const [personId] = [...server.meetings.get(own.meetingId)!.meeting.people.values()]
      .filter(({ name }) => name === person.name)
      .map((each) => each.id)
    const panel = [{ personId, limitMs: null }]
    const segmentId = 'panel-1'
    await command(own, { id: 'the-panel-1', type: 'set-panel', segmentId, panel } as never)
    const file = String((await server.http.get(calendarPath(own, `?code=${own.joinCode}`))).body)
    for (const secret of ['Zadie', 'Quux', own.joinCode, '#', 'organizer', 'attendee'])
      expect(file.toLowerCase()).not.toContain(secret.toLowerCase())
  })
})

describe('[P17] codes are not to be guessed', () => {
  let guarded: TestServer
  afterEach(() => guarded.close())

  test('[P17] too many wrong ones, and no code opens anything for a while', async () => {
    guarded = await startTestServer()
    const own = await createMeeting(guarded.url)
    const by = (code: string) => guarded.http.get(calendarPath(own, `?code=${code}`))
    for (let tries = 0; tries < limits.codeTriesPerAddressPerMinute; tries++)
      expect((await by('000000000')).status).toBe(404)
    expect((await by(own.joinCode)).status).toBe(429)
    const typed = await guarded.http.post('/api/sessions', { code: own.joinCode })
    expect(typed.status).toBe(429)
  })
})
