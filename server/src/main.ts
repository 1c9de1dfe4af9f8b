import { join, resolve } from 'node:path'
import { pino, type Logger } from 'pino'
import { limits } from '@openfloor/shared/limits.ts'
import { FirstMeetingUnavailable } from './access/first-meeting.ts'
import { newId } from './access/secrets.ts'
import { openFolderBlobs } from './blobs/folder-blobs.ts'
import { readConfig, type Config } from './config.ts'
import { CorruptJournal, JournalUnavailable } from './journal/errors.ts'
import { openSqliteJournal } from './journal/sqlite.ts'
import { PortUnavailable } from './listening.ts'
import { serve } from './serve.ts'
import { steadyClock } from './server-clock.ts'

const logger = pino(
  { redact: ['req.headers.cookie', 'req.headers.authorization', '*.token', '*.secret'] },
  pino.destination({ fd: 2, sync: true }),
)

const read = readConfig(process.env)
if (read.status === 'wrong') endWith(read.line)
else await start(read.config, logger).catch(explainAndEnd)

/** Opens the store, serves, and stops when it is told to. */
async function start(config: Config, logger: Logger): Promise<void> {
  const dataDir = resolve(config.dataDir)
  const journal = await openSqliteJournal(dataDir)
  void journal.failed.then((error) => {
    logger.fatal({ err: error }, 'The store can no longer be trusted; start again to read it anew.')
    process.exit(1)
  })
  const blobs = await openFolderBlobs(join(dataDir, 'blobs'), newId)
  const server = await serve({ config, logger, clock: steadyClock(), journal, blobs })
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => endWith('Some requests did not end in time.'), limits.drainMs).unref()
    await server.close()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
  process.stdout.write(server.printed)
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
