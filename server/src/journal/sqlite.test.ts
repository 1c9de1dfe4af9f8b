import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { commitOf, encodeCommit, hashOfBody } from './commit-hash.ts'
import { CorruptJournal, JournalUnavailable } from './errors.ts'
import { journalContract, type Damage, type JournalHarness } from './journal-contract.ts'
import { formatVersion, storeFiles } from './sqlite-store.ts'
import { openSqliteJournal } from './sqlite.ts'
import { appendVersions, draftOf, versionsIn } from './testing/drafts.ts'
import { temporaryFolder } from './testing/folder.ts'
import { replaceOpenFile } from './testing/open-file.ts'

journalContract('SqliteJournal', async () => {
  const folder = temporaryFolder()
  const log = join(folder.path, storeFiles.log)
  let putBack = () => {}
  const harness = {
    journal: await openSqliteJournal(folder.path),
    reopen: async () => {
      await harness.journal.close()
      return (harness.journal = await openSqliteJournal(folder.path))
    },
    damage: async (damage: Damage, meetingId: string, version: number) => {
      await harness.journal.close()
      change(
        folder.path,
        `${damageStatements[damage]} WHERE meeting = '${meetingId}' AND version`,
        version,
        damage,
      )
    },
    /** After reopening the log is empty, so that reading does not go through the device. */
    fill: async () => {
      await harness.reopen()
      putBack = replaceOpenFile(log, '/dev/full')
    },
    free: async () => putBack(),
    breakStore: async () => void replaceOpenFile(log, '/dev/null'),
    dispose: async () => {
      await harness.journal.close()
      folder.remove()
    },
  }
  return harness satisfies JournalHarness
})

const damageStatements: Record<Damage, string> = {
  altered: "UPDATE commits SET body = replace(body, 'Title', 'Tidle')",
  removed: 'DELETE FROM commits',
  'cut-off': 'DELETE FROM commits',
}

function change(folder: string, statement: string, version: number, damage: Damage): void {
  const database = new DatabaseSync(join(folder, storeFiles.database))
  const { changes } = database.prepare(`${statement} ${damage === 'cut-off' ? '>=' : '='} ?`).run(version)
  database.close()
  if (changes === 0) throw new Error('There is no such commit to damage.')
}

describe('a folder', () => {
  let folder: ReturnType<typeof temporaryFolder>
  beforeEach(() => void (folder = temporaryFolder()))
  afterEach(() => folder.remove())
  const inDatabase = (sql: string) => {
    const database = new DatabaseSync(join(folder.path, storeFiles.database))
    database.exec(sql)
    database.close()
  }
  const readAgain = async () => {
    const journal = await openSqliteJournal(folder.path)
    const versions = await versionsIn(journal, 'a')
    await journal.close()
    return versions
  }

  test('is made if it is not there', async () => {
    const path = join(folder.path, 'in', 'here')
    const journal = await openSqliteJournal(path)
    await appendVersions(journal, 'a', 1, 1)
    await journal.close()
  })

  test('is held by one journal: a second one is refused and told what to do', async () => {
    const journal = await openSqliteJournal(folder.path)
    const second = openSqliteJournal(folder.path)
    await expect(second).rejects.toThrow(JournalUnavailable)
    await expect(second).rejects.toThrow(/^Another Openfloor is running on .*: stop it, or set DATA_DIR.*$/)
    await appendVersions(journal, 'a', 1, 1)
    await journal.close()
    await (await openSqliteJournal(folder.path)).close()
  })

  test('that a newer Openfloor wrote is refused and left as it was', async () => {
    await (await openSqliteJournal(folder.path)).close()
    inDatabase(`PRAGMA user_version = ${formatVersion + 1}`)
    const opening = openSqliteJournal(folder.path)
    await expect(opening).rejects.toThrow(JournalUnavailable)
    await expect(opening).rejects.toThrow(
      `newer Openfloor (format ${formatVersion + 1}, this one knows ${formatVersion})`,
    )
    inDatabase(`PRAGMA user_version = ${formatVersion}`)
    await (await openSqliteJournal(folder.path)).close()
  })

  test('that is a file, or cannot be written in, is refused with what to do', async () => {
    const file = join(folder.path, 'file')
    writeFileSync(file, '')
    await expect(openSqliteJournal(file)).rejects.toThrow(
      /^Cannot write in .*file .*set DATA_DIR to another folder/,
    )
    mkdirSync(join(folder.path, 'locked', storeFiles.database), { recursive: true })
    await expect(openSqliteJournal(join(folder.path, 'locked'))).rejects.toThrow(
      /^Cannot open the journal in .*DATA_DIR/,
    )
  })

  test('that holds another program’s file is refused and left as it was', async () => {
    writeFileSync(join(folder.path, storeFiles.database), 'not a database at all'.repeat(300))
    await expect(openSqliteJournal(folder.path)).rejects.toThrow(/journal\.sqlite: file is not a database/)
  })

  test('[J9] whose database is gone beside its tails is not begun anew', async () => {
    const journal = await openSqliteJournal(folder.path)
    await appendVersions(journal, 'a', 1, 2)
    await journal.close()
    rmSync(join(folder.path, storeFiles.database))
    await expect(openSqliteJournal(folder.path)).rejects.toThrow(
      'meeting a, version 1: the commit is missing',
    )
  })

  test('[J9] where a whole meeting is gone, or the last note of one, is not opened', async () => {
    const journal = await openSqliteJournal(folder.path)
    await appendVersions(journal, 'a', 1, 2)
    await appendVersions(journal, 'b', 1, 2)
    await journal.close()
    inDatabase("DELETE FROM tails WHERE meeting = 'a'")
    await expect(openSqliteJournal(folder.path)).rejects.toThrow('meeting a, version 1')
    inDatabase("DELETE FROM commits WHERE meeting = 'a'")
    await expect(openSqliteJournal(folder.path)).rejects.toThrow(
      'meeting a, version 1: the commit is missing',
    )
  })

  test('[J9] whose record was forged behind a good hash chain is not opened', async () => {
    const journal = await openSqliteJournal(folder.path)
    await appendVersions(journal, 'a', 1, 2)
    await appendVersions(journal, 'b', 1, 1)
    await journal.close()
    inDatabase(
      "DELETE FROM commits WHERE meeting = 'b'; UPDATE commits SET meeting = 'b', version = 1 WHERE version = 2",
    )
    await expect(openSqliteJournal(folder.path)).rejects.toThrow(CorruptJournal)
  })

  test('[J9] whose last commit was exchanged for another one, in every table, is not opened', async () => {
    const journal = await openSqliteJournal(folder.path)
    await appendVersions(journal, 'a', 1, 1)
    await journal.close()
    const body = encodeCommit(commitOf(draftOf('a', 1, { id: 'another' }), { at: 1, previousHash: '' }))
    const hash = hashOfBody(body)
    inDatabase(`UPDATE commits SET body = '${body}', hash = '${hash}'; UPDATE tails SET hash = '${hash}'`)
    await expect(openSqliteJournal(folder.path)).rejects.toThrow(
      'version 1: the commit is not the one that was stored',
    )
  })

  test('[J9] whose commits are whole but whose free pages are damaged is not opened', async () => {
    await (await openSqliteJournal(folder.path)).close()
    const database = join(folder.path, storeFiles.database)
    const bytes = readFileSync(database)
    // Where the file header names the first free page: sqlite.org/fileformat.html §1.3.
    bytes.writeUInt32BE(3, 32)
    writeFileSync(database, bytes)
    await expect(openSqliteJournal(folder.path)).rejects.toThrow(CorruptJournal)
  })

  test('[J1] keeps its commits through many checkpoints of its log', async () => {
    let journal = await openSqliteJournal(folder.path)
    for (let from = 1; from <= 4_500; from += 1_500) await appendVersions(journal, 'a', from, from + 1_499)
    await journal.close()
    journal = await openSqliteJournal(folder.path)
    expect(await versionsIn(journal, 'a')).toHaveLength(4_500)
    await journal.close()
  })

  test('[J10] a database that cannot be synced when the log is copied into it fails the journal', async () => {
    const journal = await openSqliteJournal(folder.path)
    await appendVersions(journal, 'a', 1, 2)
    replaceOpenFile(join(folder.path, storeFiles.database), '/dev/null')
    await appendVersions(journal, 'a', 3, 1_200).catch(() => null)
    expect((await journal.failed).message).toMatch(/disk I\/O error.*restart the server/)
    await expect(journal.append(draftOf('a', 3))).rejects.toThrow('disk I/O error')
    await expect(journal.read('a', 0)).rejects.toThrow('disk I/O error')
    await journal.close()
    expect((await readAgain()).slice(0, 2)).toEqual([1, 2])
  })

  test('without room for the database goes on in the log', async () => {
    const journal = await openSqliteJournal(folder.path)
    const putBack = replaceOpenFile(join(folder.path, storeFiles.database), '/dev/full')
    await appendVersions(journal, 'a', 1, 1_200)
    await appendVersions(journal, 'a', 1_201, 1_202)
    // Answered after the thread has tried, and failed, to copy its log.
    await journal.meetings()
    putBack()
    await journal.close()
    expect(await readAgain()).toHaveLength(1_202)
  })
})
