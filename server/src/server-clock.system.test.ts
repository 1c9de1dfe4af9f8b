import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { elapsedMs } from '@openfloor/shared/clock/clock.ts'
import type { ViewMessage } from '@openfloor/shared/protocol.ts'
import { HttpClient } from './testing/http-client.ts'
import { createMeeting, expectStatus } from './testing/meeting-access.ts'
import { ServerProcess } from './testing/server-process.ts'
import { SteppedDate } from './testing/stepped-date.ts'

const HOUR_S = 3_600
/** An answer on this machine takes less, and a step that got through would be hours. */
const ANSWER_MS = 2_000

let folder: string
let date: SteppedDate
let server: ServerProcess

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'openfloor-date-'))
  date = new SteppedDate(folder)
  server = await ServerProcess.start(join(folder, 'data'), date.environment)
})

afterEach(async () => {
  await server.end('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

test('[CL10] a step of the server’s date moves no running clock, whichever way it goes', async () => {
  const { meetingId, tokens } = await createMeeting(server.url)
  const http = new HttpClient(server.url)
  const token = tokens.moderator
  const start = { id: 'start-0001', type: 'start-meeting' }
  expectStatus(await http.post(`/api/meetings/${meetingId}/commands`, start, { token }), 200)

  /** How long the first segment has run, and when that was by the monotonic clock. */
  const look = async () => {
    const { body } = await http.get(`/api/meetings/${meetingId}/view`, { token })
    const { view, now } = body as unknown as ViewMessage
    return { at: performance.now(), ranMs: elapsedMs(view.public.programme.segments[0]!.clock, now) }
  }
  /** What the server believes the date is, less what it is; Node asks for it once a second. */
  const dateOffMs = async () => {
    const { headers } = await http.get('/healthz')
    return Date.parse(headers.get('date')!) - Date.now()
  }

  const before = await look()
  for (const aheadSeconds of [HOUR_S, -2 * HOUR_S, 0]) {
    date.set(aheadSeconds)
    await expect
      .poll(async () => Math.abs((await dateOffMs()) - aheadSeconds * 1_000), { timeout: 10_000 })
      .toBeLessThan(ANSWER_MS)
    const after = await look()
    expect(Math.abs(after.ranMs - before.ranMs - (after.at - before.at))).toBeLessThan(ANSWER_MS)
  }
})
