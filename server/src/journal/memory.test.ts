import { describe, expect, test } from 'vitest'
import { journalContract, type Damage, type JournalHarness } from './journal-contract.ts'
import { emptyMemoryStore, MemoryJournal, type MemoryStore } from './memory.ts'
import { draftOf } from './testing/drafts.ts'

journalContract('MemoryJournal', async () => {
  const store = emptyMemoryStore()
  let state: 'sound' | 'full' | 'broken' = 'sound'
  const disk = async () => {
    if (state === 'broken') throw new Error('fsync failed')
    return state === 'full' ? ('full' as const) : ('written' as const)
  }
  const harness = {
    journal: new MemoryJournal({ store, disk }),
    reopen: async () => {
      await harness.journal.close()
      state = 'sound'
      return (harness.journal = new MemoryJournal({ store, disk }))
    },
    damage: async (damage: Damage, meetingId: string, version: number) =>
      damageStore(store, damage, meetingId, version),
    fill: async () => void (state = 'full'),
    free: async () => void (state = 'sound'),
    breakStore: async () => void (state = 'broken'),
    dispose: () => harness.journal.close(),
  }
  return harness satisfies JournalHarness
})

describe('MemoryJournal', () => {
  test('[J6] is answered when its disk has answered, and what came meanwhile is written together', async () => {
    const batches: number[] = []
    const gate = Promise.withResolvers<void>()
    const disk = async (drafts: readonly unknown[]) => {
      batches.push(drafts.length)
      await gate.promise
      return 'written' as const
    }
    const journal = new MemoryJournal({ disk })
    const answers = [1, 2, 3].map((version) => journal.append(draftOf('a', version)))
    expect(await journal.read('a', 0)).toEqual([])
    gate.resolve()
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([
      'durable',
      'durable',
      'durable',
    ])
    expect(batches).toEqual([1, 2])
  })
})

function damageStore(store: MemoryStore, damage: Damage, meetingId: string, version: number): void {
  const rows = store.commits.get(meetingId) ?? []
  const row = rows[version - 1]
  if (row === undefined) throw new Error('There is no such commit to damage.')
  if (damage === 'removed') rows.splice(version - 1, 1)
  if (damage === 'cut-off') rows.splice(version - 1)
  if (damage === 'altered') rows[version - 1] = { ...row, body: row.body.replace('Title', 'Tidle') }
}
