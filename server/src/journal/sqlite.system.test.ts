import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  copyFileSync,
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { Commit } from '@openfloor/shared/commit.ts'
import { CorruptJournal } from './errors.ts'
import { SqliteStore, storeFiles } from './sqlite-store.ts'
import { openSqliteJournal } from './sqlite.ts'
import { runAppender } from './testing/appender.ts'
import { temporaryFolder } from './testing/folder.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => void (folder = temporaryFolder()))
afterEach(() => folder.remove())

const never = () => false
const whenDone = (lines: readonly string[]) => lines.includes('done')

/** Every commit of the store in `path`, by `<meeting> <version> <commit id>`, in the order it is read. */
async function recordIn(path: string): Promise<readonly string[]> {
  const journal = await openSqliteJournal(path)
  const commits: Commit[] = []
  for (const meetingId of await journal.meetings()) commits.push(...(await journal.read(meetingId, 0)))
  await journal.close()
  return commits.map(({ meetingId, version, id }) => `${meetingId} ${version} ${id}`)
}

test('[J1] after kill -9 at any moment every acknowledged commit is there, once and in order', async () => {
  const acknowledged = new Set<string>()
  for (let round = 1; round <= 20; round++) {
    const killAfterLines = round === 1 ? 0 : Math.floor(Math.random() * 600)
    const killWhen = (lines: readonly string[]) => lines.length >= killAfterLines
    const { lines } = await runAppender({ folder: folder.path, commitsPerMeeting: 100_000, killWhen })
    for (const line of lines) if (line !== 'open') acknowledged.add(line)
    const record = await recordIn(folder.path)
    const told = `round ${round}, killed after ${killAfterLines} lines`
    expect(
      [...acknowledged].filter((line) => !record.includes(line)),
      told,
    ).toEqual([])
    expect(new Set(record).size, told).toBe(record.length)
    for (const meetingId of ['a', 'b', 'c']) assertCounted(record, meetingId)
  }
  expect(acknowledged.size).toBeGreaterThan(500)
})

function assertCounted(record: readonly string[], meetingId: string): void {
  const versions = record
    .filter((line) => line.startsWith(`${meetingId} `))
    .map((line) => Number(line.split(' ')[1]))
  expect(versions).toEqual(versions.map((_, index) => index + 1))
}

test('a second process on a folder is refused with one line, and the first goes on', async () => {
  const journal = await openSqliteJournal(folder.path)
  const { lines, code } = await runAppender({ folder: folder.path, commitsPerMeeting: 1, killWhen: never })
  expect(lines).toEqual([
    expect.stringMatching(/^JournalUnavailable: Another Openfloor is running on .*: stop it/),
  ])
  expect(code).toBe(1)
  await journal.close()
})

test('[J10] a write error that is no full disk ends the appender; what it acknowledged is there', async () => {
  const { lines, code } = await runAppender({
    folder: folder.path,
    commitsPerMeeting: 100_000,
    killWhen: never,
    fileLimitKib: 512,
  })
  expect(lines.at(-2)).toMatch(/^failed: The journal can no longer be trusted \(disk I\/O error\)/)
  expect(code).toBe(1)
  const record = await recordIn(folder.path)
  const acknowledged = lines.filter((line) => /^[abc] \d/.test(line))
  expect(acknowledged.length).toBeGreaterThan(20)
  expect(acknowledged.filter((line) => !record.includes(line))).toEqual([])
})

describe('[J9] a store that was', () => {
  /** A killed process leaves its last commits in the write-ahead log; opened and closed, they are in the database. */
  const killed = () => runAppender({ folder: folder.path, commitsPerMeeting: 50, killWhen: whenDone })
  const path = (file: keyof typeof storeFiles) => join(folder.path, storeFiles[file])

  /** The record, or the fault that kept the store from opening; any other error is thrown. */
  const outcome = async () => {
    try {
      return await recordIn(folder.path)
    } catch (error) {
      if (error instanceof CorruptJournal) return error
      throw error
    }
  }

  test.each([0, 0.2, 0.5, 0.9, 0.999])(
    'killed, and its log cut to %f: names the first commit lost',
    async (part) => {
      await killed()
      const log = path('log')
      truncateSync(log, Math.floor(statSync(log).size * part))
      const found = await outcome()
      expect(found).toBeInstanceOf(CorruptJournal)
      expect((found as CorruptJournal).message).toMatch(/meeting [abc], version \d+: the commit is missing/)
      expect(await outcome()).toBeInstanceOf(CorruptJournal)
    },
  )

  test('killed, and its log lost: is not opened', async () => {
    await killed()
    rmSync(path('log'))
    expect(await outcome()).toMatchObject({ fault: { meetingId: 'a', version: 1 } })
  })

  test('killed, and a bit of its log flipped: is not opened, and what follows in the log is kept', async () => {
    await killed()
    const log = readFileSync(path('log'))
    flip(path('log'), Math.floor(log.length * 0.6))
    expect(await outcome()).toMatchObject({ fault: { version: expect.any(Number) } })
    expect(readFileSync(`${path('log')}.damaged`).length).toBe(log.length)
  })

  test.each([0, 1, 4_096, 0.3, 0.6, 0.95])('closed, and cut to %f: is not opened', async (cut) => {
    await killed()
    await recordIn(folder.path)
    truncateSync(
      path('database'),
      cut > 0 && cut < 1 ? Math.floor(statSync(path('database')).size * cut) : cut,
    )
    expect(await outcome()).toBeInstanceOf(CorruptJournal)
  })

  test('closed, and one bit flipped anywhere: is not opened, or the bit meant nothing', async () => {
    await killed()
    const before = await recordIn(folder.path)
    const whole = temporaryFolder()
    cpSync(folder.path, whole.path, { recursive: true })
    let found = 0
    const { size } = statSync(path('database'))
    for (let offset = 16; offset < size; offset += 331) {
      copyFileSync(join(whole.path, storeFiles.database), path('database'))
      flip(path('database'), offset)
      found += assertFoundOrSame(before, offset)
    }
    whole.remove()
    expect(found).toBeGreaterThan(50)
  })

  /** Opens the store in this thread, which is quicker; returns 1 if the fault was found. */
  function assertFoundOrSame(before: readonly string[], offset: number): number {
    const read = readStore(folder.path)
    if (read instanceof CorruptJournal) return 1
    expect(read, `bit flipped at ${offset}`).toEqual(before)
    return 0
  }
})

function readStore(path: string): readonly string[] | CorruptJournal {
  try {
    const store = new SqliteStore(path)
    const bodies = store.meetings().flatMap((meetingId) => store.read(meetingId, 0))
    store.close()
    return bodies
      .map((body) => JSON.parse(body) as Commit)
      .map(({ meetingId, version, id }) => `${meetingId} ${version} ${id}`)
  } catch (error) {
    if (error instanceof CorruptJournal) return error
    throw error
  }
}

function flip(path: string, offset: number): void {
  if (!existsSync(path)) throw new Error(`There is no ${path}.`)
  const bytes = readFileSync(path)
  bytes[offset] = (bytes[offset] ?? 0) ^ 0x10
  writeFileSync(path, bytes)
}
