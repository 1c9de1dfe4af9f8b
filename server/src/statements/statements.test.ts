import { expect, test } from 'vitest'
import { newId } from '../access/secrets.ts'
import { hashOfBlob } from '../blobs/blobs.ts'
import { MemoryBlobs } from '../blobs/memory-blobs.ts'
import { MemoryJournal } from '../journal/memory.ts'
import type { Meetings } from '../meetings/meetings.ts'
import { steadyClock } from '../server-clock.ts'
import { createConsultation, loadMeetings, request } from '../testing/meetings.ts'
import { Statements, type Filing, type TakenFile } from './statements.ts'
import { pdfBytes } from './testing/documents.ts'

const FLOOR = 'open-floor-1'
const file: TakenFile = { bytes: pdfBytes(), name: 'mine.pdf', mediaType: 'application/pdf' }
const hash = hashOfBlob(file.bytes)

/** Two people who were not reached, on a disk that can break. */
async function notReached() {
  let isBroken = false
  const disk = () =>
    isBroken ? Promise.reject(new Error('fsync failed')) : Promise.resolve('written' as const)
  const meetings = await loadMeetings(new MemoryJournal({ disk }))
  const meetingId = await createConsultation(meetings)
  const send = (command: Parameters<typeof request>[0]) => meetings.execute(meetingId, request(command))
  await send({ type: 'start-meeting' })
  await send({ type: 'advance-segment', from: 'opening-plenary', to: FLOOR })
  for (const name of ['Amina', 'Boris'])
    await send({ type: 'enter-request', segmentId: FLOOR, speaker: { person: { name } } })
  await send({ type: 'advance-segment', from: FLOOR, to: 'lunch-break' })
  const blobs = new MemoryBlobs()
  const reported: unknown[] = []
  const report = (error: unknown) => void reported.push(error)
  const statements = new Statements({ meetings, blobs, clock: steadyClock(), report })
  const filings = [...meetings.get(meetingId)!.meeting.requests.values()].map(({ id }) =>
    filing(meetingId, id),
  )
  return { meetings, statements, blobs, reported, filings, breakDisk: () => (isBroken = true) }
}

function filing(meetingId: string, requestId: string): Filing {
  const { actor } = request({ type: 'start-meeting' }, { role: 'moderator' })
  return { meetingId, requestId, actor, commandId: newId() }
}

const statementOf = (meetings: Meetings, { meetingId, requestId }: Filing) =>
  meetings.get(meetingId)!.meeting.requests.get(requestId)!.statement

test('one takes a file back while another hands in the same: it is there for the other', async () => {
  const { meetings, statements, blobs, filings } = await notReached()
  const [first, second] = filings as [Filing, Filing]
  await statements.fileDocument(first, file)
  await Promise.all([
    statements.fileText({ ...first, commandId: newId() }, 'Instead'),
    statements.fileDocument(second, file),
    statements.fileDocument({ ...second, requestId: 'no-such-request' }, file),
  ])
  expect(statementOf(meetings, first)).toMatchObject({ form: 'text' })
  expect(statementOf(meetings, second)).toMatchObject({ form: 'file', hash })
  expect(await blobs.get(hash)).toEqual(file.bytes)
})

test('when nobody knows whether it was filed, its file is kept', async () => {
  const { statements, blobs, filings, breakDisk } = await notReached()
  breakDisk()
  const outcome = await statements.fileDocument(filings[0]!, file)
  expect(outcome).toEqual({ status: 'unavailable', reason: 'store-failed' })
  expect(await blobs.get(hash)).toEqual(file.bytes)
})

test('a file that cannot be taken away is reported, and the statement is filed', async () => {
  const { meetings, statements, blobs, reported, filings } = await notReached()
  const [first] = filings as [Filing]
  await statements.fileDocument(first, file)
  blobs.delete = () => Promise.reject(new Error('the disk is broken'))
  const outcome = await statements.fileText({ ...first, commandId: newId() }, 'Instead')
  expect(outcome.status).toBe('done')
  expect(statementOf(meetings, first)).toMatchObject({ text: 'Instead' })
  expect(reported).toHaveLength(1)
})
