import { undescribed } from '@openfloor/shared/meeting/people-checks.ts'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Command, WrittenCommand } from '@openfloor/shared/commands.ts'
import { limits } from '@openfloor/shared/limits.ts'
import type { PatchMessage, PresenceMessage } from '@openfloor/shared/protocol.ts'
import { receive } from '@openfloor/shared/views/held-view.ts'
import { viewOf } from '@openfloor/shared/views/view.ts'
import { newId, newLink } from '../access/secrets.ts'
import { MemoryJournal } from '../journal/memory.ts'
import type { Meetings } from '../meetings/meetings.ts'
import { steadyClock } from '../server-clock.ts'
import { createConsultation, loadMeetings, request } from '../testing/meetings.ts'
import { Frames } from './frames.ts'
import type { Member } from './meeting-stream.ts'

type Sent = readonly [to: string, PatchMessage | PresenceMessage | 'end']

const everybody: Member = {
  audiences: ['public', 'screens'],
  personId: null,
  countsAs: 'screens',
  ...{ screenId: null, linkId: null, end: () => {} },
}
const moderator: Member = {
  audiences: ['public', 'moderators'],
  personId: null,
  countsAs: 'moderators',
  ...{ screenId: null, linkId: null, end: () => {} },
}
const me = (personId: string): Member => ({
  audiences: ['public', 'personal'],
  personId,
  countsAs: 'participants',
  ...{ screenId: null, linkId: null, end: () => void sent.push([personId, 'end']) },
})

let meetings: Meetings
let meetingId: string
let frames: Frames
let sent: Sent[]

beforeEach(async () => {
  vi.useFakeTimers()
  meetings = await loadMeetings(new MemoryJournal())
  meetingId = await createConsultation(meetings)
  frames = new Frames(meetings, steadyClock())
  sent = []
  frames.addOutlet({
    toAudience: (_meetingId, audience, message) => sent.push([audience, message]),
    toPerson: (_meetingId, personId, message) => sent.push([personId, message]),
  })
})

afterEach(() => {
  frames.close()
  vi.useRealTimers()
})

const send = (command: WrittenCommand) => meetings.execute(meetingId, request(command))
const notice = (text: string) => send({ type: 'send-notice', to: 'everyone', text, durationMs: null })
const patches = (to: string) =>
  sent.flatMap(([audience, message]) =>
    audience === to && message !== 'end' && message.type === 'patch' ? [message] : [],
  )

async function join(name: string): Promise<string> {
  const personId = newId()
  const { draft: link } = newLink('participant')
  const person = { name, ...undescribed }
  const command: Command = { type: 'join-meeting', personId, person, link }
  const actor = { role: 'door', linkId: null, personId: null } as const
  await meetings.execute(meetingId, { commandId: newId(), command, actor })
  return personId
}

describe('changes', () => {
  test('the first goes out at once, what follows is joined', async () => {
    frames.join(meetingId, everybody)
    await notice('one')
    expect(patches('public')).toHaveLength(1)
    await notice('two')
    await notice('three')
    expect(patches('public')).toHaveLength(1)
    vi.advanceTimersByTime(limits.frameIntervalMs)
    expect(patches('public')).toMatchObject([
      { since: 1, version: 2 },
      { since: 2, version: 4 },
    ])
    vi.advanceTimersByTime(limits.frameIntervalMs)
    await notice('four')
    expect(patches('public').at(-1)).toMatchObject({ since: 4, version: 5 })
  })

  test('whoever comes between two frames gets what the next patch fits to', async () => {
    frames.join(meetingId, everybody)
    await notice('one')
    await notice('two')
    const late = frames.join(meetingId, everybody).view()
    expect(late.version).toBe(2)
    vi.advanceTimersByTime(limits.frameIntervalMs)
    const held = receive(null, late)
    if (held.status === 'lost') throw new Error('a view is never lost')
    const after = receive(held.held, patches('public').at(-1)!)
    const { meeting } = meetings.get(meetingId)!
    expect(after).toMatchObject({ status: 'held', held: { view: viewOf(meeting, 'screen', null) } })
  })

  test('a part that has not changed keeps its version, and the next patch says since when', async () => {
    frames.join(meetingId, moderator)
    await join('Ana')
    vi.advanceTimersByTime(limits.frameIntervalMs)
    expect(patches('public')).toEqual([])
    expect(patches('moderators')).toMatchObject([{ since: 1, version: 2 }])
    const late = frames.join(meetingId, moderator).view()
    await notice('one')
    const [patch] = patches('public')
    expect(patch).toMatchObject({ since: 1, version: 3 })
    const held = receive(null, late)
    expect(held.status === 'held' && receive(held.held, patch!)).toMatchObject({
      held: { view: { public: { notices: [{ text: 'one' }] } } },
    })
  })

  test('nobody is left connected: nothing is computed, and nothing waits', async () => {
    const membership = frames.join(meetingId, everybody)
    await notice('one')
    await notice('two')
    membership.leave()
    vi.runAllTimers()
    await notice('three')
    expect(patches('public')).toHaveLength(1)
  })
})

describe('personal frames', () => {
  test('[N4] what was said to a speaker goes, also if the floor is back with them by the next frame', async () => {
    const ana = await join('Ana')
    await send({ type: 'start-meeting' })
    const segmentId = meetings.get(meetingId)!.meeting.currentSegmentId!
    const give = (after: string | null) =>
      send({ type: 'give-floor', segmentId, to: { personId: ana }, after })
    await give(null)
    await send({ type: 'send-notice', to: 'speaker', text: 'Slower, please', durationMs: null })
    const mine = frames.join(meetingId, me(ana))
    expect(mine.view().view.personal!.notices).toHaveLength(1)
    const interventionId = meetings.get(meetingId)!.meeting.floorId!
    await notice('opens a frame')
    vi.advanceTimersByTime(1)
    await send({ type: 'end-intervention', interventionId })
    await give(interventionId)
    vi.advanceTimersByTime(limits.frameIntervalMs)
    expect(mine.view().view.personal!.notices).toEqual([])
  })

  test('go to those whose own part changed', async () => {
    const [ana, ben] = [await join('Ana'), await join('Ben')]
    frames.join(meetingId, me(ana))
    frames.join(meetingId, me(ben))
    await send({ type: 'start-meeting' })
    const segmentId = 'open-floor-1'
    await send({ type: 'advance-segment', from: 'opening-plenary', to: segmentId })
    vi.advanceTimersByTime(limits.frameIntervalMs)
    expect(patches(ana)).toEqual([])
    await send({ type: 'enter-request', segmentId, speaker: { personId: ben }, topic: '' })
    vi.advanceTimersByTime(limits.frameIntervalMs)
    expect(patches(ana)).toEqual([])
    expect(patches(ben)).toMatchObject([{ audience: 'personal' }])
  })

  test('somebody who has only just joined the meeting sees themselves, and the patches after fit', async () => {
    frames.join(meetingId, everybody)
    await notice('one')
    const ana = await join('Ana')
    const view = frames.join(meetingId, me(ana)).view()
    expect(view.view.personal).toMatchObject({ me: { name: 'Ana' } })
    await send({ type: 'edit-person', personId: ana, person: { name: 'Anna' } })
    vi.advanceTimersByTime(limits.frameIntervalMs)
    const held = receive(null, view)
    expect(held.status === 'held' && receive(held.held, patches(ana)[0]!)).toMatchObject({
      held: { view: { personal: { me: { name: 'Anna' } } } },
    })
  })

  test('who is removed is disconnected', async () => {
    const ana = await join('Ana')
    frames.join(meetingId, me(ana))
    await send({ type: 'remove-person', personId: ana })
    vi.advanceTimersByTime(limits.frameIntervalMs)
    expect(sent).toContainEqual([ana, 'end'])
  })
})

/** People who said neither group nor region nor gender. */
function unsaid(people: number) {
  const rows = people === 0 ? [] : [{ value: null, people }]
  return { group: rows, region: rows, gender: rows }
}

describe('presence', () => {
  test('goes to moderators as numbers, joined, and only when it changed', async () => {
    const ana = await join('Ana')
    frames.join(meetingId, moderator)
    const tabs = [1, 2].map(() => frames.join(meetingId, me(ana)))
    frames.join(meetingId, everybody)
    vi.advanceTimersByTime(limits.presenceIntervalMs)
    const presence = { participants: 1, moderators: 1, screens: 1, displays: { main: 1 }, people: unsaid(1) }
    expect(sent).toEqual([['moderators', { type: 'presence', presence }]])
    tabs[0]!.leave()
    vi.advanceTimersByTime(limits.presenceIntervalMs)
    expect(sent).toHaveLength(1)
    tabs[1]!.leave()
    vi.advanceTimersByTime(limits.presenceIntervalMs)
    const left = { ...presence, participants: 0, people: unsaid(0) }
    expect(sent[1]).toEqual(['moderators', { type: 'presence', presence: left }])
  })

  test('[B1] has the sums of those who are connected, also when one of them changes the group', async () => {
    const [ana] = [await join('Ana'), await join('Ben')]
    const member = frames.join(meetingId, moderator)
    frames.join(meetingId, me(ana))
    vi.advanceTimersByTime(limits.presenceIntervalMs)
    sent = []
    const { gender: _gender, ...described } = undescribed
    const person = { ...described, name: 'Ana', groupId: 'migrants' }
    await send({ type: 'edit-person', personId: ana, person })
    expect(member.presence().presence.people.group).toEqual([{ value: 'migrants', people: 1 }])
    vi.advanceTimersByTime(limits.presenceIntervalMs)
    expect(sent.filter(([, message]) => message !== 'end' && message.type === 'presence')).toHaveLength(1)
  })

  test('a moderator who was told at once of somebody brief is told that they have left', () => {
    const member = frames.join(meetingId, moderator)
    vi.advanceTimersByTime(limits.presenceIntervalMs)
    const brief = frames.join(meetingId, everybody)
    expect(member.presence()).toMatchObject({ presence: { screens: 1 } })
    brief.leave()
    vi.advanceTimersByTime(limits.presenceIntervalMs)
    const presence = { participants: 0, moderators: 1, screens: 0, displays: {}, people: unsaid(0) }
    expect(sent).toEqual([1, 2].map(() => ['moderators', { type: 'presence', presence }]))
  })
})
