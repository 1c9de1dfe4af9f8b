import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { limits } from '@openfloor/shared/limits.ts'
import { newId } from '../access/secrets.ts'
import { hashOfBlob } from '../blobs/blobs.ts'
import { docxBytes, pdfBytes } from '../statements/testing/documents.ts'
import {
  createMeeting,
  expectStatus,
  joinMeeting,
  type TestMeeting,
  type TestPerson,
} from '../testing/meeting-access.ts'
import { startTestServer, type TestServer } from '../testing/test-server.ts'

const FLOOR = 'open-floor-1'
const FILE = 'application/octet-stream'
const TEXT = 'text/plain; charset=utf-8'

let server: TestServer
let meeting: TestMeeting
let amina: TestPerson
let boris: TestPerson
/** Amina's. */
let requestId: string

/** Amina waits in an open floor. */
beforeEach(async () => {
  server = await startTestServer()
  meeting = await createMeeting(server.url)
  amina = await joinMeeting(server.url, meeting, { name: 'Amina Diallo', groupId: 'migrants' })
  boris = await joinMeeting(server.url, meeting, { name: 'Boris', groupId: 'academia' })
  const { moderator } = meeting.tokens
  await command(moderator, { type: 'start-meeting' })
  await command(moderator, { type: 'advance-segment', from: 'opening-plenary', to: FLOOR })
  await command(amina.token, { type: 'raise-hand', segmentId: FLOOR })
  requestId = [...stored().requests.values()][0]!.id
})

afterEach(async () => {
  await server.close()
  expect(server.reported).toEqual([])
})

/** From now on Amina has not been reached. */
const floorIsOver = () =>
  command(meeting.tokens.moderator, { type: 'advance-segment', from: FLOOR, to: 'lunch-break' })

const stored = () => server.meetings.get(meeting.meetingId)!.meeting
const filed = () => stored().requests.get(requestId)!.statement

async function command(token: string, body: object): Promise<void> {
  const path = `/api/meetings/${meeting.meetingId}/commands`
  expectStatus(await server.http.post(path, { id: newId(), ...body }, { token }), 200)
}

interface Sent {
  readonly token?: string | undefined
  readonly id?: string
  readonly name?: string
  readonly type?: string
  readonly of?: string
  readonly headers?: Readonly<Record<string, string>>
}

const address = (of: string) => `${server.url}/api/meetings/${meeting.meetingId}/requests/${of}/statement`

/** Sends a statement, as Amina unless said otherwise. */
async function put(body: string | Uint8Array, sent: Sent = {}) {
  const { token = amina.token, id = newId(), name, of = requestId, headers } = sent
  const { type = typeof body === 'string' ? TEXT : FILE } = sent
  const query = new URLSearchParams({ id, ...(name !== undefined && { name }) })
  const response = await fetch(`${address(of)}?${query}`, {
    method: 'PUT',
    headers: { 'content-type': type, authorization: `Bearer ${token}`, ...headers },
    body: body as string | Uint8Array<ArrayBuffer>,
  })
  return { status: response.status, body: (await response.json()) as unknown }
}

function get(token: string, of = requestId): Promise<Response> {
  return fetch(address(of), { headers: { authorization: `Bearer ${token}` } })
}

const blobs = () => [...server.blobs.stored.keys()]

describe('filing', () => {
  beforeEach(floorIsOver)

  test('a text, which those who may read it read', async () => {
    const answer = await put('Thank you, Chair.\r\nMerci\u202f! ')
    expect(answer).toEqual({ status: 200, body: { version: expect.any(Number) } })
    expect(filed()).toMatchObject({ form: 'text', text: 'Thank you, Chair.\nMerci\u202f!' })
    const { coordinator, moderator, rapporteur } = meeting.tokens
    for (const token of [amina.token, coordinator, moderator, rapporteur]) {
      const read = await get(token)
      expect(read.status).toBe(200)
      expect(await read.text()).toBe('Thank you, Chair.\nMerci\u202f!')
      expect(read.headers.get('content-type')).toBe('text/plain; charset=utf-8')
      expect(read.headers.get('cache-control')).toBe('no-store')
      expect(read.headers.get('x-content-type-options')).toBe('nosniff')
    }
  })

  test('a file, which is downloaded under its name, byte for byte', async () => {
    expect((await put(docxBytes(), { name: 'Déclaration "finale".pdf' })).status).toBe(200)
    const mediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    const hash = hashOfBlob(docxBytes())
    const name = 'Déclaration _finale_.docx'
    expect(filed()).toMatchObject({ form: 'file', hash, name, mediaType, bytes: docxBytes().length })
    const read = await get(meeting.tokens.rapporteur)
    expect(new Uint8Array(await read.arrayBuffer())).toEqual(docxBytes())
    expect(read.headers.get('content-type')).toBe(mediaType)
    expect(read.headers.get('content-disposition')).toBe(
      `attachment; filename="D_claration _finale_.docx"; filename*=UTF-8''D%C3%A9claration%20_finale_.docx`,
    )
    expect(read.headers.get('x-content-type-options')).toBe('nosniff')
    expect(read.headers.get('cache-control')).toBe('no-store')
  })

  test('by a moderator and by the coordinator, for somebody without a device', async () => {
    for (const role of ['moderator', 'coordinator'] as const) {
      const text = `Handed in on paper to the ${role}`
      expect((await put(text, { token: meeting.tokens[role] })).status).toBe(200)
      expect(filed()).toMatchObject({ text })
    }
  })

  test('[C1] once, however often it is sent, and also when the answer was lost', async () => {
    const sent = { id: 'statement-1', name: 'statement.pdf' }
    const both = await Promise.all([put(pdfBytes(), sent), put(pdfBytes(), sent)])
    const again = await put(pdfBytes(), sent)
    expect(again.status).toBe(200)
    for (const each of both) expect(each).toEqual(again)
    expect(blobs()).toEqual([hashOfBlob(pdfBytes())])
  })

  test('another file under an id that was done changes and keeps nothing', async () => {
    await put(pdfBytes(), { id: 'statement-1' })
    expect((await put(docxBytes(), { id: 'statement-1' })).status).toBe(200)
    expect(filed()).toMatchObject({ mediaType: 'application/pdf' })
    expect(blobs()).toEqual([hashOfBlob(pdfBytes())])
  })

  test('a later statement takes the place of the one before, whose file is not kept', async () => {
    await put(pdfBytes())
    await put(docxBytes())
    expect(blobs()).toEqual([hashOfBlob(docxBytes())])
    await put(docxBytes(), { name: 'again.docx' })
    expect(filed()).toMatchObject({ name: 'again.docx' })
    expect(blobs()).toEqual([hashOfBlob(docxBytes())])
    await put('In my own words')
    expect(blobs()).toEqual([])
  })

  test('the same file from two: it is kept as long as one of them has it', async () => {
    const first = { meeting, requestId }
    await put(pdfBytes())
    const second = await createMeeting(server.url)
    const other = await joinMeeting(server.url, second, { name: 'Chen', groupId: 'academia' })
    meeting = second
    for (const body of [
      { type: 'start-meeting' },
      { type: 'advance-segment', from: 'opening-plenary', to: FLOOR },
      { type: 'enter-request', segmentId: FLOOR, speaker: { personId: other.personId } },
    ])
      await command(second.tokens.moderator, body)
    await floorIsOver()
    requestId = [...stored().requests.values()][0]!.id
    await put(pdfBytes(), { token: other.token })
    await put('Instead', { token: other.token })
    ;({ meeting, requestId } = first)
    expect((await get(amina.token)).status).toBe(200)
    expect(blobs()).toEqual([hashOfBlob(pdfBytes())])
  })
})

describe('what is refused', () => {
  test('before it was asked for, by a rule of the meeting, with nothing kept', async () => {
    for (const body of ['Too early', pdfBytes()])
      expect(await put(body)).toEqual({
        status: 409,
        body: { refusal: 'statement-not-asked', version: expect.any(Number) },
      })
    expect(blobs()).toEqual([])
  })

  test('others’ requests, requests that are none, and roles that ask for nothing', async () => {
    await floorIsOver()
    const { rapporteur, screen } = meeting.tokens
    expect(await put('Mine?', { token: boris.token })).toMatchObject({
      status: 409,
      body: { refusal: 'not-yours' },
    })
    expect(await put('Whose?', { of: 'no-such-request' })).toMatchObject({
      status: 409,
      body: { refusal: 'unknown-request' },
    })
    for (const token of [rapporteur, screen])
      expect(await put(pdfBytes(), { token })).toMatchObject({
        status: 409,
        body: { refusal: 'not-allowed' },
      })
    expect(blobs()).toEqual([])
  })

  test('whoever is signed out, before anything is said of meeting or request', async () => {
    const token = `${meeting.meetingId}.${'x'.repeat(43)}`
    for (const of of [requestId, 'no-such-request']) {
      expect(await put(pdfBytes(), { token, of })).toMatchObject({
        status: 401,
        body: { error: 'signed-out' },
      })
      expect((await get(token, of)).status).toBe(401)
    }
  })

  test('a foreign page, and one with a cookie that does not name its origin', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' }
    for (const headers of [foreign, { cookie: 'a=b' }]) {
      const response = await fetch(`${address(requestId)}?id=statement-1`, {
        method: 'PUT',
        headers: { 'content-type': TEXT, ...headers },
        body: 'x',
      })
      expect(response.status).toBe(403)
    }
  })
})

describe('what is not as expected', () => {
  beforeEach(floorIsOver)

  test.each([
    { what: 'a program', body: Uint8Array.from([0x4d, 0x5a, 0, 0]), status: 400, fault: 'not-a-document' },
    { what: 'an empty file', body: new Uint8Array(), status: 400, fault: 'empty' },
    { what: 'half a PDF', body: pdfBytes().slice(0, 50), status: 400, fault: 'broken' },
    { what: 'macros', body: docxBytes({ 'word/vbaProject.bin': pdfBytes() }), status: 400, fault: 'macros' },
    {
      what: 'a byte too many',
      body: new Uint8Array(limits.statementFileBytes + 1),
      status: 413,
      fault: 'too-large',
    },
    { what: 'an empty text', body: ' \n ', status: 400, fault: 'empty' },
    { what: 'a long text', body: 'ä'.repeat(limits.statementTextChars + 1), status: 400, fault: 'too-long' },
    { what: 'a text with controls', body: 'a\u0007', status: 400, fault: 'control-characters' },
  ])('$what: a code and a sentence', async ({ body, status, fault }) => {
    const error = status === 413 ? 'too-large' : 'bad-request'
    expect(await put(body)).toEqual({
      status,
      body: { error, fault, detail: expect.stringMatching(/^[A-Z].+\.$/) },
    })
    expect(filed()).toBeNull()
    expect(blobs()).toEqual([])
  })

  test('the longest text in the widest characters is taken', async () => {
    const longest = '😀'.repeat(limits.statementTextChars / 2)
    expect((await put(`${longest}\r\n`)).status).toBe(200)
  })

  test('a body far too large is not read to its end', async () => {
    const answer = await put(new Uint8Array(2 * limits.statementFileBytes))
    expect(answer).toEqual({
      status: 413,
      body: { error: 'too-large', detail: expect.stringContaining('2 MB') },
    })
  })

  test.each(['application/json', 'text/html', 'application/pdf', 'multipart/form-data; boundary=x'])(
    'as %s',
    async (type) => {
      expect(await put('{}', { type })).toEqual({
        status: 400,
        body: { error: 'bad-request', detail: expect.stringContaining('text/plain') },
      })
    },
  )

  test('without an id, with one that is none, with words it does not know', async () => {
    const send = async (query: string) => {
      const headers = { 'content-type': TEXT, authorization: `Bearer ${amina.token}` }
      const response = await fetch(`${address(requestId)}${query}`, { method: 'PUT', headers, body: 'x' })
      return response.status
    }
    for (const query of ['', '?id=short', '?id=statement-1&more=1', '?id=statement-1&role=door'])
      expect(await send(query), query).toBe(400)
  })

  test('text is taken nowhere else', async () => {
    const path = `${server.url}/api/meetings/${meeting.meetingId}/commands`
    const headers = { 'content-type': 'text/plain', authorization: `Bearer ${amina.token}` }
    expect((await fetch(path, { method: 'POST', headers, body: '{}' })).status).toBe(400)
  })
})

describe('reading', () => {
  test('nobody reads others’ statements, or learns whether there is one', async () => {
    await floorIsOver()
    const before = await get(boris.token)
    await put('For the rapporteur')
    const after = await get(boris.token)
    const none = await get(boris.token, 'no-such-request')
    const answers = await Promise.all(
      [before, after, none].map(async (each) => [each.status, await each.text()]),
    )
    expect(new Set(answers.map(String)).size).toBe(1)
    expect(answers[0]![0]).toBe(403)
    expect((await get(meeting.tokens.screen)).status).toBe(403)
  })

  test('what is not there', async () => {
    await floorIsOver()
    expect((await get(amina.token)).status).toBe(404)
    expect((await get(meeting.tokens.rapporteur, 'no-such-request')).status).toBe(404)
    await put(pdfBytes())
    server.blobs.stored.clear()
    expect((await get(amina.token)).status).toBe(404)
  })

  test('a damaged file is not given out', async () => {
    await floorIsOver()
    await put(pdfBytes())
    server.blobs.stored.get(hashOfBlob(pdfBytes()))![0]! ^= 1
    const answer = await get(amina.token)
    expect(answer.status).toBe(500)
    expect(await answer.json()).toMatchObject({ error: 'unavailable' })
  })
})

test('a full disk: told so, nothing changed, and sent again with the same id it is done', async () => {
  await floorIsOver()
  server.blobs.isFull = true
  const sent = { id: 'statement-1' }
  expect(await put(pdfBytes(), sent)).toMatchObject({ status: 503, body: { error: 'storage-full' } })
  expect(filed()).toBeNull()
  server.blobs.isFull = false
  expect((await put(pdfBytes(), sent)).status).toBe(200)
  expect(filed()).toMatchObject({ form: 'file' })
})
