import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { pino } from 'pino'
import { newId } from '../access/secrets.ts'
import { openFolderBlobs } from '../blobs/folder-blobs.ts'
import { readConfig } from '../config.ts'
import { openSqliteJournal } from '../journal/sqlite.ts'
import { serve } from '../serve.ts'
import { steadyClock } from '../server-clock.ts'
import { SteeredClock } from './steered-clock.ts'

/**
 * The server as `main.ts` starts it, for tests in fast time: on a clock that goes on as any other and jumps ahead when
 * it is told to. A line `pass 60000` lets a minute pass, with all that it causes; the answer is `now 1604912400000`, the
 * server's time then. It ends with its standard input, so that it does not outlive whoever started it.
 */
const read = readConfig(process.env)
if (read.status === 'wrong') throw new Error(read.line)
const { config } = read
const dataDir = resolve(config.dataDir)
const clock = new SteeredClock(steadyClock())
const server = await serve({
  config,
  clock,
  logger: pino(pino.destination({ fd: 2, sync: true })),
  journal: await openSqliteJournal(dataDir),
  blobs: await openFolderBlobs(join(dataDir, 'blobs'), newId),
})
process.stdout.write(server.printed)

for await (const line of createInterface({ input: process.stdin })) {
  const pass = /^pass (\d+)$/.exec(line)
  if (!pass) throw new Error(`expected "pass" and milliseconds, got ${JSON.stringify(line)}`)
  await clock.pass(Number(pass[1]))
  process.stdout.write(`now ${clock.now()}\n`)
}
process.exit(0)
