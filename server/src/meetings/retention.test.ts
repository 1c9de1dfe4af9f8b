import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { newId } from '../access/secrets.ts'
import { emptyMemoryStore, MemoryJournal } from '../journal/memory.ts'
import { createConsultation, request } from '../testing/meetings.ts'
import { standingClock, SteeredClock } from '../testing/steered-clock.ts'
import { Meetings } from './meetings.ts'
import { Retention } from './retention.ts'

const STARTS_AT = Date.parse('2020-11-09T09:00:00Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

async function serverOn(retentionDays: number) {
  const store = emptyMemoryStore()
  const clock = new SteeredClock(standingClock(STARTS_AT))
  const parts = {
    journal: new MemoryJournal({ store }),
    clock,
    newId,
    report: (error: unknown) => expect.unreachable(String(error)),
  }
  const meetings = await Meetings.load(parts)
  const retention = new Retention({ meetings, clock, retentionDays, logger: pino({ enabled: false }) })
  onTestFinished(() => retention.close())
  return { meetings, clock, store }
}

test('[R10] a meeting is erased so many days after its end, and no hour earlier', async () => {
  const { meetings, clock, store } = await serverOn(30)
  const id = await createConsultation(meetings)
  const other = await createConsultation(meetings)
  await meetings.execute(id, request({ type: 'start-meeting' }))
  await clock.pass(5 * HOUR_MS)
  await meetings.execute(id, request({ type: 'end-meeting', from: 'opening-plenary' }))
  await meetings.execute(other, request({ type: 'rename-meeting', title: 'Still used' }))
  const gone: string[] = []
  meetings.onForgotten((meeting) => gone.push(meeting.id))
  await clock.pass(29 * DAY_MS)
  await meetings.execute(other, request({ type: 'rename-meeting', title: 'Used again' }))
  await clock.pass(DAY_MS - HOUR_MS)
  expect(meetings.get(id)).toBeDefined()
  await clock.pass(2 * HOUR_MS)
  expect(meetings.get(id)).toBeUndefined()
  expect(gone).toEqual([id])
  expect([...store.commits.keys()]).toEqual([other])
  expect(meetings.behindCode(meetings.get(other)!.meeting.joinCode)).toBeDefined()
})

test('[R10] one that never ended is erased so long after the last thing that happened, or its planned start', async () => {
  const { meetings, clock } = await serverOn(1)
  const id = await createConsultation(meetings)
  const startsAt = STARTS_AT + 100 * DAY_MS
  await meetings.execute(id, request({ type: 'schedule-meeting', startsAt, timeZone: 'Europe/Zurich' }))
  await clock.pass(100 * DAY_MS + 23 * HOUR_MS)
  expect(meetings.get(id)).toBeDefined()
  await clock.pass(2 * HOUR_MS)
  expect(meetings.get(id)).toBeUndefined()
})
