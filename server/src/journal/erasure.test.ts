import fc from 'fast-check'
import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Command } from '@openfloor/shared/commands.ts'
import type { Meeting } from '@openfloor/shared/meeting/state.ts'
import { replay, send, untold, type Chronicle } from '@openfloor/shared/testing/chronicle.ts'
import { coordinator, createConsultation, STARTS_AT, system } from '@openfloor/shared/testing/consultation.ts'
import { anyCourse, sentBy } from '@openfloor/shared/testing/moves.ts'
import { snapshot } from '@openfloor/shared/testing/snapshot.ts'
import { MemoryJournal } from './memory.ts'
import { storeFiles } from './sqlite-store.ts'
import { openSqliteJournal } from './sqlite.ts'
import { draftOf } from './testing/drafts.ts'
import { temporaryFolder } from './testing/folder.ts'

let folder: ReturnType<typeof temporaryFolder>
beforeEach(() => void (folder = temporaryFolder()))
afterEach(() => folder.remove())

function isOnDisk(bytes: string | Buffer): boolean {
  return readdirSync(folder.path).some((file) => readFileSync(join(folder.path, file)).includes(bytes))
}

/** The keys as the database has them; read from a copy, for the journal holds the files. */
function keysOnDisk(): readonly Buffer[] {
  const copy = temporaryFolder()
  for (const file of readdirSync(folder.path)) copyFileSync(join(folder.path, file), join(copy.path, file))
  const database = new DatabaseSync(join(copy.path, storeFiles.database))
  const rows = database.prepare('SELECT key FROM keys').all() as { readonly key: Uint8Array }[]
  database.close()
  copy.remove()
  return rows.map(({ key }) => Buffer.from(key))
}

const person = {
  ...{ name: 'UNMISTAKABLE-NAME', organization: '', groupId: null, country: null },
  ...{ regionId: null, gender: null, mode: null },
} as const
const added = draftOf('a', 1, {
  events: [{ type: 'person-added', personId: 'amina', person, origin: 'joined' }],
})

test('[J11] no name is on the disk in the open, and no key once the person is erased', async () => {
  const journal = await openSqliteJournal(folder.path)
  await journal.append(added)
  expect(isOnDisk('UNMISTAKABLE-NAME')).toBe(false)
  expect(isOnDisk('sealedFor')).toBe(true)
  const keys = keysOnDisk()
  expect(keys.map(isOnDisk)).toEqual([true])
  await journal.append(draftOf('a', 2, { events: [{ type: 'person-erased', personId: 'amina' }] }))
  expect(keys.some(isOnDisk)).toBe(false)
  await journal.close()
})

test('[J12] nothing of a forgotten meeting is on the disk', async () => {
  const journal = await openSqliteJournal(folder.path)
  const renamed = draftOf('UNMISTAKABLE-MEETING', 1, {
    events: [{ type: 'meeting-renamed', title: 'UNMISTAKABLE-TITLE' }],
  })
  await journal.append(renamed)
  expect(isOnDisk('UNMISTAKABLE-TITLE')).toBe(true)
  await journal.forget('UNMISTAKABLE-MEETING')
  for (const text of ['UNMISTAKABLE-TITLE', 'UNMISTAKABLE-MEETING']) expect(isOnDisk(text)).toBe(false)
  await journal.close()
})

/** A course in which everybody who is there at its end is erased, by commands. */
function erasedAll(chronicle: Chronicle): Chronicle {
  const people = [...chronicle.meeting!.people.values()]
  return people.reduce((rolling, { id: personId }) => {
    const erase: Command = { type: 'erase-person', personId }
    return send(rolling, coordinator, erase).chronicle
  }, chronicle)
}

/** What the journal gives back of these commits. */
async function throughJournal({ commits }: Chronicle): Promise<Meeting | null> {
  const journal = new MemoryJournal()
  await Promise.all(commits.map((commit) => journal.append(commit)))
  return replay(await journal.read('consultation', 0))
}

test('[R9, J11] a meeting that is read again is the meeting as it went on, whoever was erased', async () => {
  await fc.assert(
    fc.asyncProperty(anyCourse, fc.boolean(), async (moves, isAll) => {
      let chronicle = send(untold(STARTS_AT), system, createConsultation).chronicle
      for (const move of moves) {
        const { by, command } = sentBy(move, chronicle.meeting!)
        chronicle = send({ ...chronicle, now: chronicle.now + move.passMs }, by, command).chronicle
      }
      if (isAll) chronicle = erasedAll(chronicle)
      const again = await throughJournal(chronicle)
      expect(snapshot(again!)).toEqual(snapshot(chronicle.meeting!))
      expect(again!.record).toEqual(chronicle.meeting!.record)
    }),
    { numRuns: 100 },
  )
})
