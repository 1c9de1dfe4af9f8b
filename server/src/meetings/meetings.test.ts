import { describe, expect, test } from 'vitest'
import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import { limits } from '@openfloor/shared/limits.ts'
import { newId } from '../access/secrets.ts'
import type { Journal } from '../journal/journal.ts'
import { emptyMemoryStore, MemoryJournal } from '../journal/memory.ts'
import { createConsultation, loadMeetings, request } from '../testing/meetings.ts'

const rename = (title: string): WrittenCommand => ({ type: 'rename-meeting', title })
const start: WrittenCommand = { type: 'start-meeting' }
const next: WrittenCommand = { type: 'advance-segment', from: 'opening-plenary', to: 'panel-1' }

/** A disk that waits to be told what becomes of each batch. */
function heldDisk() {
  const verdicts: ((verdict: 'written' | 'full') => void)[] = []
  let isHeld = false
  return {
    verdicts,
    hold: () => (isHeld = true),
    disk: () => {
      if (!isHeld) return Promise.resolve('written' as const)
      return new Promise<'written' | 'full'>((resolve) => verdicts.push(resolve))
    },
  }
}

async function running(journal: Journal) {
  const meetings = await loadMeetings(journal)
  const id = await createConsultation(meetings)
  return { meetings, id, title: () => meetings.get(id)!.meeting.title }
}

describe('deciding and storing', () => {
  test('commands are decided one on top of the other without waiting for the disk', async () => {
    const { verdicts, hold, disk } = heldDisk()
    const { meetings, id, title } = await running(new MemoryJournal({ disk }))
    hold()
    const outcomes = [
      meetings.execute(id, request(rename('A'))),
      meetings.execute(id, request(start)),
      meetings.execute(id, request(next)),
    ]
    expect(title()).not.toBe('A')
    await settle(verdicts, 'written', 2)
    expect(await Promise.all(outcomes)).toMatchObject([
      { status: 'done', version: 2 },
      { status: 'done', version: 3 },
      { status: 'done', version: 4 },
    ])
    expect(meetings.get(id)!.meeting.currentSegmentId).toBe('panel-1')
  })

  test('nothing is answered, and nobody sees anything, before it is durable', async () => {
    const { verdicts, hold, disk } = heldDisk()
    const { meetings, id } = await running(new MemoryJournal({ disk }))
    const seen: number[] = []
    meetings.onCommit(({ version }) => seen.push(version))
    hold()
    let answered = false
    const done = meetings.execute(id, request(start)).then(() => (answered = true))
    const refused = meetings.execute(id, request(start))
    await new Promise(setImmediate)
    expect({ answered, seen }).toEqual({ answered: false, seen: [] })
    await settle(verdicts, 'written', 1)
    await done
    expect(await refused).toEqual({ status: 'refused', refusal: 'meeting-already-started', version: 2 })
    expect(seen).toEqual([2])
  })

  test('two moderators press next at once: one advance, and the other is told why', async () => {
    const { meetings, id } = await running(new MemoryJournal())
    await meetings.execute(id, request(start))
    const both = [1, 2].map(() => meetings.execute(id, request(next, { role: 'moderator' })))
    expect(await Promise.all(both)).toEqual([
      { status: 'done', version: 3, repeated: false },
      { status: 'refused', refusal: 'picture-outdated', version: 3 },
    ])
  })

  test('a wish that is fulfilled already is done at the version there is', async () => {
    const { meetings, id } = await running(new MemoryJournal())
    await meetings.execute(id, request(rename('A')))
    const again = await meetings.execute(id, request(rename('A')))
    expect(again).toEqual({ status: 'done', version: 2, repeated: false })
  })
})

describe('when the journal says no', () => {
  test('full disk: refused, nothing changed, reading goes on, and later it works again', async () => {
    const { verdicts, hold, disk } = heldDisk()
    const { meetings, id, title } = await running(new MemoryJournal({ disk }))
    hold()
    const outcomes = [meetings.execute(id, request(rename('A'))), meetings.execute(id, request(rename('B')))]
    await settle(verdicts, 'full', 1)
    const full = { status: 'unavailable', reason: 'storage-full' }
    expect(await Promise.all(outcomes)).toEqual([full, full])
    expect(title()).toContain('Regional Review')
    const later = meetings.execute(id, request(rename('C')))
    await settle(verdicts, 'written', 1)
    expect(await later).toMatchObject({ status: 'done', version: 2 })
  })

  test('a refusal that rested on what was not stored is decided again', async () => {
    const { verdicts, hold, disk } = heldDisk()
    const { meetings, id } = await running(new MemoryJournal({ disk }))
    hold()
    const first = meetings.execute(id, request(start))
    const second = meetings.execute(id, request(start))
    await settle(verdicts, 'full', 1)
    expect(await first).toMatchObject({ status: 'unavailable' })
    await settle(verdicts, 'written', 1)
    expect(await second).toMatchObject({ status: 'done', version: 2 })
  })

  test('somebody else was faster: read on, decide again', async () => {
    const journal = new MemoryJournal()
    const { meetings, id, title } = await running(journal)
    const other = await loadMeetings(journal)
    const outcomes = await Promise.all([
      other.execute(id, request(rename('theirs'))),
      meetings.execute(id, request(rename('ours'))),
      meetings.execute(id, request(start)),
      other.execute(id, request(start)),
    ])
    expect(outcomes).toMatchObject([
      { status: 'done', version: 2 },
      { status: 'done', version: 3 },
      { status: 'done', version: 4 },
      { status: 'refused', refusal: 'meeting-already-started' },
    ])
    expect(title()).toBe('ours')
    expect(other.get(id)).toEqual(meetings.get(id))
  })

  test('a failed store refuses everything from then on', async () => {
    const failing = { is: false }
    const disk = () =>
      failing.is ? Promise.reject(new Error('fsync failed')) : Promise.resolve('written' as const)
    const { meetings, id } = await running(new MemoryJournal({ disk }))
    failing.is = true
    const failed = { status: 'unavailable', reason: 'store-failed' }
    expect(await meetings.execute(id, request(rename('A')))).toEqual(failed)
    expect(await meetings.execute(id, request(rename('B')))).toEqual(failed)
  })
})

describe('[C1] a command id is done once', () => {
  test('while it is under way, afterwards, and after a restart', async () => {
    const store = emptyMemoryStore()
    const { meetings, id } = await running(new MemoryJournal({ store }))
    const once = request(start, { commandId: 'start-it' })
    const both = await Promise.all([meetings.execute(id, once), meetings.execute(id, once)])
    expect(both).toEqual([
      { status: 'done', version: 2, repeated: false },
      { status: 'done', version: 2, repeated: true },
    ])
    await meetings.execute(id, request(next))
    const restarted = await loadMeetings(new MemoryJournal({ store }))
    expect(await restarted.execute(id, once)).toEqual({ status: 'done', version: 2, repeated: true })
    expect(restarted.get(id)!.version).toBe(3)
  })

  test('the same id from somebody else is another command', async () => {
    const { meetings, id } = await running(new MemoryJournal())
    await meetings.execute(id, request(rename('A'), { commandId: 'same-id' }))
    const other = request(start, { commandId: 'same-id', role: 'moderator' })
    expect(await meetings.execute(id, other)).toEqual({ status: 'done', version: 3, repeated: false })
  })
})

describe('all meetings', () => {
  test('are there after a restart, behind their codes', async () => {
    const store = emptyMemoryStore()
    const { meetings, id } = await running(new MemoryJournal({ store }))
    const restarted = await loadMeetings(new MemoryJournal({ store }))
    expect(restarted.get(id)).toEqual(meetings.get(id))
    const { joinCode } = restarted.get(id)!.meeting
    expect(restarted.behindCode(joinCode)!.meeting.id).toBe(id)
  })

  test('the door of an ended meeting is closed', async () => {
    const { meetings, id } = await running(new MemoryJournal())
    const { joinCode } = meetings.get(id)!.meeting
    await meetings.execute(id, request(start))
    await meetings.execute(id, request({ type: 'end-meeting', from: 'opening-plenary' }))
    expect(meetings.behindCode(joinCode)).toBeUndefined()
  })

  test('no more wait in one meeting than may', async () => {
    const { verdicts, hold, disk } = heldDisk()
    const { meetings, id } = await running(new MemoryJournal({ disk }))
    hold()
    const waiting = Array.from({ length: limits.queuedCommandsPerMeeting }, () =>
      meetings.execute(id, request(rename(newId()))),
    )
    const busy = { status: 'unavailable', reason: 'busy' }
    expect(await meetings.execute(id, request(start))).toEqual(busy)
    const done = Promise.all(waiting)
    await settle(verdicts, 'written', 6)
    expect((await done).every(({ status }) => status === 'done')).toBe(true)
  })
})

/** Gives the next `count` batches their verdict as they come. */
async function settle(
  verdicts: ((verdict: 'written' | 'full') => void)[],
  verdict: 'written' | 'full',
  count: number,
): Promise<void> {
  for (let left = count; left > 0;) {
    const next = verdicts.shift()
    if (next) left--
    next?.(verdict)
    await new Promise(setImmediate)
  }
}
