import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { pino, type Logger } from 'pino'
import { limits } from '@openfloor/shared/limits.ts'
import { newId } from './access/secrets.ts'
import { buildApp } from './app.ts'
import { readConfig, type Config } from './config.ts'
import { CorruptJournal, JournalUnavailable } from './journal/errors.ts'
import { openSqliteJournal } from './journal/sqlite.ts'
import { FirstMeetingUnavailable, firstMeeting } from './access/first-meeting.ts'
import { Meetings } from './meetings/meetings.ts'
import { steadyClock } from './server-clock.ts'
import { listen, PortUnavailable } from './listening.ts'
import { linksTable } from './links-table.ts'

const logger = pino(
  { redact: ['req.headers.cookie', 'req.headers.authorization', '*.token', '*.secret'] },
  pino.destination({ fd: 2, sync: true }),
)

const read = readConfig(process.env)
if (read.status === 'wrong') endWith(read.line)
else await start(read.config, logger).catch(explainAndEnd)

/** Opens the store, reads the meetings, serves, and stops when it is told to. */
async function start(config: Config, logger: Logger): Promise<void> {
  const dataDir = resolve(config.dataDir)
  const journal = await openSqliteJournal(dataDir)
  const clock = steadyClock()
  const report = (error: unknown) => logger.error({ err: error }, 'this should not happen')
  const meetings = await Meetings.load({ journal, clock, newId, report })
  const first = await firstMeeting(meetings, dataDir)
  let ready = true
  const app = await buildApp({
    ...{ config, meetings, clock, logger, isReady: () => ready },
    clientFolder: builtClient(),
  })
  void journal.failed.then((error) => {
    logger.fatal({ err: error }, 'The store can no longer be trusted; start again to read it anew.')
    process.exit(1)
  })
  const stop = async () => {
    if (!ready) return
    ready = false
    setTimeout(() => endWith('Some requests did not end in time.'), limits.drainMs).unref()
    await app.close()
    meetings.close()
    await journal.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
  const address = await listen(app, config)
  process.stdout.write(linksTable(config.publicUrl?.origin ?? address, first))
}

function builtClient(): string | null {
  const folder = fileURLToPath(new URL('../../client/dist', import.meta.url))
  return existsSync(`${folder}/index.html`) ? folder : null
}

/** What people can do something about is one line; anything else is a bug and comes with its stack. */
function explainAndEnd(error: unknown): void {
  const isExpected = [CorruptJournal, JournalUnavailable, FirstMeetingUnavailable, PortUnavailable].some(
    (kind) => error instanceof kind,
  )
  if (isExpected) return endWith((error as Error).message)
  logger.fatal({ err: error }, 'Openfloor could not start')
  process.exit(1)
}

function endWith(line: string): void {
  process.stderr.write(`${line}\n`)
  process.exit(1)
}
