import { describe, expect, onTestFinished, test } from 'vitest'
import { pino } from 'pino'
import type { Intervention } from '@openfloor/shared/meeting/state.ts'
import { newId } from '../access/secrets.ts'
import { emptyMemoryStore, MemoryJournal, type MemoryJournalOptions } from '../journal/memory.ts'
import { createConsultation, request } from '../testing/meetings.ts'
import { standingClock, SteeredClock } from '../testing/steered-clock.ts'
import { Meetings } from './meetings.ts'
import { Scheduler } from './scheduler.ts'

const STARTS_AT = Date.parse('2020-11-09T09:00:00Z')
const LIMIT_MS = 180_000
const GRACE_MS = 20_000
const ENDS_AFTER_MS = LIMIT_MS + GRACE_MS

/** A server without transport, on a clock that only moves when it is told to. */
async function serverOn(options: MemoryJournalOptions | MemoryJournal, startsAt = STARTS_AT) {
  const journal = options instanceof MemoryJournal ? options : new MemoryJournal(options)
  const clock = new SteeredClock(standingClock(startsAt))
  const reported: unknown[] = []
  const meetings = await Meetings.load({
    journal,
    clock,
    newId,
    report: (error) => void reported.push(error),
  })
  const scheduler = new Scheduler({ meetings, clock, logger: pino({ enabled: false }) })
  onTestFinished(() => {
    scheduler.close()
    expect(reported).toEqual([])
  })
  return { meetings, clock, scheduler }
}

type Server = Awaited<ReturnType<typeof serverOn>>

/** Somebody speaks in an open floor where speeches end by themselves. */
async function speaking(server: Server) {
  const { meetings } = server
  const id = await createConsultation(meetings)
  const send = async (command: Parameters<typeof request>[0]) => {
    const outcome = await meetings.execute(id, request(command))
    expect(outcome).toMatchObject({ status: 'done' })
  }
  const segmentId = 'open-floor-1'
  const person = { name: 'Amina Diallo' }
  await send({ type: 'edit-segment', segmentId, segment: { atZero: { then: 'end', graceMs: GRACE_MS } } })
  await send({ type: 'start-meeting' })
  await send({ type: 'advance-segment', from: 'opening-plenary', to: segmentId })
  await send({ type: 'set-speaking-limit', segmentId, limitMs: LIMIT_MS })
  await send({ type: 'enter-request', segmentId, speaker: { person } })
  const requestId = [...meetings.get(id)!.meeting.requests.values()][0]!.id
  await send({ type: 'give-floor', segmentId, to: { requestId }, after: null })
  const interventionId = meetings.get(id)!.meeting.floorId!
  return { id, interventionId, send, speech: () => speechIn(meetings, id, interventionId) }
}

function speechIn(meetings: Meetings, id: string, interventionId: string): Intervention {
  return meetings.get(id)!.meeting.interventions.get(interventionId)!
}

const over = (afterMs: number) => ({ outcome: 'delivered', endedAt: STARTS_AT + afterMs })
const goesOn = { outcome: null, endedAt: null }

describe('a speech that is set to end by itself', () => {
  test('ends when limit and grace are over, to the millisecond, and not before', async () => {
    const server = await serverOn({})
    const { speech } = await speaking(server)
    await server.clock.pass(ENDS_AFTER_MS - 1)
    expect(speech()).toMatchObject(goesOn)
    await server.clock.pass(1)
    expect(speech()).toMatchObject(over(ENDS_AFTER_MS))
  })

  test('ends at that moment also when much more time passes at once, by nobody', async () => {
    const server = await serverOn({})
    const { id, speech } = await speaking(server)
    await server.clock.pass(3_600_000)
    expect(speech()).toMatchObject(over(ENDS_AFTER_MS))
    const { record } = server.meetings.get(id)!.meeting
    expect(record.at(-1)).toMatchObject({ command: 'end-overdue-intervention', by: { role: 'system' } })
  })

  test('waits as long as it is paused', async () => {
    const server = await serverOn({})
    const { interventionId, send, speech } = await speaking(server)
    await server.clock.pass(100_000)
    await send({ type: 'pause-intervention', interventionId })
    await server.clock.pass(3_600_000)
    expect(speech()).toMatchObject(goesOn)
    await send({ type: 'resume-intervention', interventionId })
    await server.clock.pass(3_600_000)
    expect(speech()).toMatchObject(over(3_600_000 + ENDS_AFTER_MS))
  })

  test('gets what it is extended by, and loses what it is shortened by', async () => {
    const server = await serverOn({})
    const { interventionId, send, speech } = await speaking(server)
    await send({ type: 'extend-intervention', interventionId, byMs: 60_000 })
    await server.clock.pass(ENDS_AFTER_MS)
    expect(speech()).toMatchObject(goesOn)
    await send({ type: 'extend-intervention', interventionId, byMs: -30_000 })
    await server.clock.pass(3_600_000)
    expect(speech()).toMatchObject(over(ENDS_AFTER_MS + 30_000))
  })

  test('that was ended by hand is not ended again', async () => {
    const server = await serverOn({})
    const { id, interventionId, send } = await speaking(server)
    await send({ type: 'end-intervention', interventionId })
    const { version } = server.meetings.get(id)!
    await server.clock.pass(3_600_000)
    expect(server.meetings.get(id)!.version).toBe(version)
  })

  test('ends when its time is over also after an end by hand was taken back', async () => {
    const server = await serverOn({})
    const { id, interventionId, send, speech } = await speaking(server)
    await server.clock.pass(100_000)
    await send({ type: 'end-intervention', interventionId })
    await server.clock.pass(50_000)
    await send({ type: 'undo', actionId: server.meetings.get(id)!.meeting.undoable.at(-1)!.id })
    await server.clock.pass(3_600_000)
    expect(speech()).toMatchObject(over(ENDS_AFTER_MS))
  })
})

describe('servers', () => {
  test('one that was down when it was due does it at the start', async () => {
    const store = emptyMemoryStore()
    const first = await serverOn({ store })
    const { id, interventionId } = await speaking(first)
    first.scheduler.close()
    const second = await serverOn({ store }, STARTS_AT + 3_600_000)
    expect(speechIn(second.meetings, id, interventionId)).toMatchObject(goesOn)
    await second.clock.pass(0)
    expect(speechIn(second.meetings, id, interventionId)).toMatchObject(over(3_600_000))
  })

  test('two on one journal do it once', async () => {
    const journal = new MemoryJournal()
    const first = await serverOn(journal)
    const { id, speech } = await speaking(first)
    const second = await serverOn(journal)
    const { version } = first.meetings.get(id)!
    await Promise.all([first, second].map(({ clock }) => clock.pass(3_600_000)))
    expect(speech()).toMatchObject(over(ENDS_AFTER_MS))
    expect(await journal.read(id, version)).toHaveLength(1)
  })

  test('one whose disk is full tries again every second', async () => {
    let isFull = false
    const disk = () => Promise.resolve(isFull ? ('full' as const) : ('written' as const))
    const server = await serverOn({ disk })
    const { speech } = await speaking(server)
    isFull = true
    await server.clock.pass(ENDS_AFTER_MS + 5_500)
    expect(speech()).toMatchObject(goesOn)
    isFull = false
    await server.clock.pass(10_000)
    expect(speech()).toMatchObject(over(ENDS_AFTER_MS + 6_000))
  })

  test('one that was closed does nothing more', async () => {
    const server = await serverOn({})
    const { speech } = await speaking(server)
    server.scheduler.close()
    await server.clock.pass(3_600_000)
    expect(speech()).toMatchObject(goesOn)
  })
})
