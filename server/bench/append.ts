import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { CommitDraft } from '@openfloor/shared/commit.ts'
import { openSqliteJournal } from '../src/journal/sqlite.ts'
import { percentile, type Bench, type Figure } from './bench.ts'

/**
 * Durable appends through the embedded journal, one after another and with fifty in flight, beside the raw store:
 * the same bytes in one bare SQLite transaction each, on the same disk, in the same run.
 */
export const append: Bench = async ({ short }) => {
  const count = short ? 400 : 4_000
  const folder = mkdtempSync(join(tmpdir(), 'openfloor-bench-'))
  try {
    const rawPerSecond = raw(join(folder, 'raw.sqlite'), count)
    const figures: Figure[] = [
      { what: 'raw SQLite, one insert a transaction', value: perSecond(rawPerSecond) },
    ]
    for (const lanes of [1, 50])
      figures.push(...(await through(join(folder, `lanes-${lanes}`), lanes, count, rawPerSecond)))
    return figures
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function raw(path: string, count: number): number {
  const database = new DatabaseSync(path)
  database.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE raw (at INTEGER PRIMARY KEY, body TEXT)',
  )
  const insert = database.prepare('INSERT INTO raw VALUES (?, ?)')
  const body = JSON.stringify(draftOf('raw', 1))
  const startedAt = performance.now()
  for (let at = 1; at <= count; at++) insert.run(at, body)
  const seconds = (performance.now() - startedAt) / 1_000
  database.close()
  return count / seconds
}

async function through(
  folder: string,
  lanes: number,
  count: number,
  rawPerSecond: number,
): Promise<Figure[]> {
  const journal = await openSqliteJournal(folder)
  const latencies: number[] = []
  const lane = async (number: number): Promise<void> => {
    for (let version = 1; version <= count / lanes; version++) {
      const askedAt = performance.now()
      const appended = await journal.append(draftOf(`meeting-${number}`, version))
      if (appended.status !== 'durable') throw new Error(`append was answered ${appended.status}`)
      latencies.push(performance.now() - askedAt)
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)))
  const rate = latencies.length / ((performance.now() - startedAt) / 1_000)
  await journal.close()
  const ratio = `${(rate / rawPerSecond).toFixed(2)} times raw`
  return [
    { what: `journal, ${lanes} in flight`, value: perSecond(rate), comparedWith: ratio },
    {
      what: `journal, ${lanes} in flight, p50 / p99`,
      value: `${percentile(latencies, 0.5).toFixed(2)} / ${percentile(latencies, 0.99).toFixed(2)} ms`,
    },
  ]
}

function draftOf(meetingId: string, version: number): CommitDraft {
  const by = { role: 'participant', linkId: 'link', personId: 'person' } as const
  const event = {
    type: 'hand-raised',
    requestId: `request-${version}`,
    segmentId: 'floor-1',
    personId: 'person',
    kind: 'statement',
    onBehalfOf: { capacity: 'organization', name: '' },
    topic: 'Access to regular pathways',
    enteredBy: null,
  } as const
  return {
    meetingId,
    epoch: 'bench',
    version,
    id: `commit-${version}`,
    at: version,
    by,
    commandId: `command-${version}`,
    command: 'raise-hand',
    events: [event],
  }
}

function perSecond(rate: number): string {
  return `${Math.round(rate).toLocaleString('en')} /s`
}
