import { pino } from 'pino'
import { newId } from '../access/secrets.ts'
import { buildApp } from '../app.ts'
import { MemoryBlobs } from '../blobs/memory-blobs.ts'
import type { Journal } from '../journal/journal.ts'
import { MemoryJournal } from '../journal/memory.ts'
import { addressOf } from '../listening.ts'
import { Meetings } from '../meetings/meetings.ts'
import { steadyClock } from '../server-clock.ts'
import type { App } from '../transport/app-types.ts'
import { HttpClient } from './http-client.ts'

export interface TestServerOptions {
  readonly journal?: Journal
  readonly publicUrl?: string
  readonly clientFolder?: string
}

/** The real server on a free port of this process, in memory unless a journal is given. */
export interface TestServer {
  readonly app: App
  readonly url: string
  readonly meetings: Meetings
  readonly http: HttpClient
  readonly blobs: MemoryBlobs
  /** What should not have happened, and did. */
  readonly reported: readonly unknown[]
  close(): Promise<void>
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { journal = new MemoryJournal(), publicUrl, clientFolder = null } = options
  const blobs = new MemoryBlobs()
  const clock = steadyClock()
  const reported: unknown[] = []
  const report = (error: unknown) => void reported.push(error)
  const meetings = await Meetings.load({ journal, clock, newId, report })
  const app = await buildApp({
    ...{ meetings, blobs, clock, clientFolder, logger: pino({ enabled: false }), isReady: () => true },
    config: { publicUrl: publicUrl ? new URL(publicUrl) : null, trustedProxies: [], retentionDays: 30 },
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  const url = addressOf(app)
  const close = async () => {
    await app.close()
    meetings.close()
    await journal.close()
  }
  return { app, url, meetings, http: new HttpClient(url), blobs, reported, close }
}
