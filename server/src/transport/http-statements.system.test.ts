import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newId } from '../access/secrets.ts'
import { pdfBytes } from '../statements/testing/documents.ts'
import { HttpClient } from '../testing/http-client.ts'
import { createMeeting, expectStatus, joinMeeting } from '../testing/meeting-access.ts'
import { ServerProcess } from '../testing/server-process.ts'

test('a statement that was acknowledged is there after kill -9', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'openfloor-statements-'))
  const first = await ServerProcess.start(dataDir)
  onTestFinished(async () => {
    await first.end('SIGKILL')
    rmSync(dataDir, { recursive: true })
  })
  const meeting = await createMeeting(first.url)
  const { moderator } = meeting.tokens
  const { personId, token } = await joinMeeting(first.url, meeting, { name: 'Amina', groupId: 'migrants' })
  const path = `/api/meetings/${meeting.meetingId}`
  for (const body of [
    { type: 'start-meeting' },
    { type: 'advance-segment', from: 'opening-plenary', to: 'open-floor-1' },
    { type: 'enter-request', segmentId: 'open-floor-1', speaker: { personId } },
    { type: 'advance-segment', from: 'open-floor-1', to: 'lunch-break' },
  ])
    expectStatus(
      await new HttpClient(first.url).post(
        `${path}/commands`,
        { id: newId(), ...body },
        { token: moderator },
      ),
      200,
    )
  const { body } = await new HttpClient(first.url).get(`${path}/view`, { token: meeting.tokens.rapporteur })
  const { requestId } = body['view']!['rapporteur']!['notReached']![0 as never]! as { requestId: string }
  const address = `${path}/requests/${requestId}/statement`
  const filed = await fetch(`${first.url}${address}?id=statement-1&name=mine.pdf`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${token}` },
    body: pdfBytes() as Uint8Array<ArrayBuffer>,
  })
  expect(filed.status).toBe(200)
  await first.end('SIGKILL')

  const second = await ServerProcess.start(dataDir)
  onTestFinished(() => void second.end('SIGKILL'))
  const read = await fetch(`${second.url}${address}`, { headers: { authorization: `Bearer ${token}` } })
  expect(new Uint8Array(await read.arrayBuffer())).toEqual(pdfBytes())
  expect(readdirSync(join(dataDir, 'blobs'))).toHaveLength(1)
})
