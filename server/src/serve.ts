import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { firstMeeting } from './access/first-meeting.ts'
import { newId } from './access/secrets.ts'
import { buildApp } from './app.ts'
import type { Blobs } from './blobs/blobs.ts'
import type { Config } from './config.ts'
import type { Journal } from './journal/journal.ts'
import { linksTable } from './links-table.ts'
import { listen } from './listening.ts'
import { Meetings } from './meetings/meetings.ts'
import type { AlarmClock } from './server-clock.ts'

/** What a server is made of; the program that starts it chooses each. */
export interface ServerParts {
  readonly config: Config
  readonly logger: Logger
  readonly clock: AlarmClock
  /** Closed with the server. */
  readonly journal: Journal
  readonly blobs: Blobs
}

/** A server that listens. */
export interface RunningServer {
  /** What the start tells: the address, and the links of the first meeting while they are kept. */
  readonly printed: string
  /** Takes no more requests, ends the connections, and closes the journal once what is under way is done. */
  close(): Promise<void>
}

/** Reads the meetings of the journal, creates the first one if there is none, and listens. */
export async function serve(parts: ServerParts): Promise<RunningServer> {
  const { config, logger, clock, journal, blobs } = parts
  const report = (error: unknown) => logger.error({ err: error }, 'this should not happen')
  const meetings = await Meetings.load({ journal, clock, newId, report })
  const first = await firstMeeting(meetings, resolve(config.dataDir))
  let ready = true
  const app = await buildApp({
    ...{ config, meetings, blobs, clock, logger, isReady: () => ready },
    clientFolder: builtClient(),
  })
  const address = await listen(app, config)
  const close = async () => {
    ready = false
    await app.close()
    meetings.close()
    await journal.close()
  }
  return { printed: linksTable(config.publicUrl?.origin ?? address, first), close }
}

function builtClient(): string | null {
  const folder = fileURLToPath(new URL('../../client/dist', import.meta.url))
  return existsSync(`${folder}/index.html`) ? folder : null
}
