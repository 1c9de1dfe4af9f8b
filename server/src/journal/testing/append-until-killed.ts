import type { Journal } from '../journal.ts'
import { openSqliteJournal } from '../sqlite.ts'
import { draftOf } from './drafts.ts'

/**
 * A process for tests: `node append-until-killed.ts <folder> <commits per meeting>` opens the journal, says `open`, and
 * appends to three meetings at once, several drafts in flight, saying `<meeting> <version> <commit id>` for each that is
 * acknowledged, then `done`; it stays until it is killed or whoever started it is
 * gone. If anything fails it says so and ends with status 1.
 */
const meetings = ['a', 'b', 'c']
const inFlight = 5

const [folder, commits] = process.argv.slice(2)
if (folder === undefined || commits === undefined)
  throw new Error('Usage: append-until-killed.ts <folder> <commits>')

process.stdin.resume().on('end', () => process.exit(1))

try {
  const journal = await openSqliteJournal(folder)
  say('open')
  void journal.failed.then((error) => say(`failed: ${error.message}`))
  await Promise.all(meetings.map((meetingId) => appendTo(journal, meetingId, Number(commits))))
  say('done')
} catch (error) {
  say(`${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`)
  process.exit(1)
}

async function appendTo(journal: Journal, meetingId: string, count: number): Promise<void> {
  const last = (await journal.read(meetingId, 0)).length
  for (let version = last + 1; version <= last + count; version += inFlight) {
    await Promise.all(
      Array.from({ length: inFlight }, (_, index) => appendOne(journal, meetingId, version + index)),
    )
  }
}

async function appendOne(journal: Journal, meetingId: string, version: number): Promise<void> {
  const draft = draftOf(meetingId, version, { id: `${process.pid}-${version}` })
  const { status } = await journal.append(draft)
  if (status !== 'durable') throw new Error(`version ${version} was answered ${status}`)
  say(`${meetingId} ${version} ${draft.id}`)
}

/** Written at once: standard output to a pipe is synchronous here. */
function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
