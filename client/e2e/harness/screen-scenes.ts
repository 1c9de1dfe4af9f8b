import type { ScreenShow } from '@openfloor/shared/meeting/state.ts'
import type { Caller } from './api.ts'
import { giveFloorToNext, goTo, type Stage } from './meetings.ts'

/** What a scene has at hand. */
interface SceneTools {
  readonly stage: Stage
  /** Those who have joined, in the order of `speakers`. */
  readonly joined: readonly Caller[]
  /** Lets time pass on the server and on the displays. */
  pass(durationMs: number): Promise<void>
}

/** Something that a display shows, and how the meeting comes there from the scene before. */
export interface Scene {
  readonly name: string
  readonly shows: ScreenShow
  /** Words that are there when it is. */
  readonly awaits: string | RegExp
  play(tools: SceneTools): Promise<void>
}

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
/** The segment of most scenes. */
const FLOOR = 'open-floor-1'

const stay = async () => {}

/** Every show of a screen, in an order in which one meeting comes by all of them. */
export const scenes: readonly Scene[] = [
  { name: 'follow-before', shows: 'follow', awaits: 'Starts in', play: stay },
  { name: 'join', shows: 'join', awaits: 'Join', play: stay },
  { name: 'clock', shows: 'clock', awaits: 'Zurich time', play: stay },
  { name: 'follow-panel', shows: 'follow', awaits: /have spoken/, play: openPanel },
  { name: 'follow-floor', shows: 'follow', awaits: /people are waiting/, play: openFloor },
  { name: 'timer', shows: 'timer', awaits: 'Jonas Weber', play: callFirst },
  { name: 'list', shows: 'list', awaits: 'List of speakers', play: stay },
  { name: 'programme', shows: 'programme', awaits: /behind/, play: stay },
  { name: 'lower-third', shows: 'lower-third', awaits: 'Caritas Europa', play: stay },
  {
    name: 'timer-warning',
    shows: 'timer',
    awaits: 'Less than 30 seconds left',
    play: ({ pass }) => pass(84 * SECOND_MS),
  },
  { name: 'timer-over', shows: 'timer', awaits: 'Time is up', play: ({ pass }) => pass(52 * SECOND_MS) },
  { name: 'timer-order', shows: 'timer', awaits: 'Point of order', play: interrupt },
  { name: 'list-order', shows: 'list', awaits: /was interrupted/, play: stay },
  { name: 'timer-paused', shows: 'timer', awaits: 'Paused', play: pauseSpeaker },
  { name: 'notice', shows: 'notice', awaits: /interpreters/, play: sendNotices },
  { name: 'timer-notice', shows: 'timer', awaits: /interpreters/, play: stay },
  { name: 'follow-break', shows: 'follow', awaits: 'Resumes at', play: breakForLunch },
  { name: 'follow-end', shows: 'follow', awaits: 'Thank you', play: endMeeting },
]

async function openPanel({ stage, pass }: SceneTools): Promise<void> {
  await stage.moderator.must({ type: 'start-meeting' })
  await pass(16 * MINUTE_MS)
  await goTo(stage, 'panel-1')
  await pass(4 * MINUTE_MS)
}

async function openFloor({ stage, joined, pass }: SceneTools): Promise<void> {
  await pass(70 * MINUTE_MS)
  await goTo(stage, FLOOR)
  const [first, second, third, ...others] = joined.slice(0, -1)
  const wish = { type: 'raise-hand', segmentId: FLOOR, kind: 'statement' } as const
  await first!.must({ ...wish, onBehalfOf: { capacity: 'organization', name: '' } })
  await second!.must({ ...wish, onBehalfOf: { capacity: 'group', name: 'the Civil Society Committee' } })
  await third!.must({ ...wish, onBehalfOf: { capacity: 'joint', name: 'twelve cities' } })
  for (const [place, caller] of others.entries())
    await caller.must({
      ...wish,
      kind: place === 1 ? 'question' : 'statement',
      onBehalfOf: { capacity: 'organization', name: '' },
    })
  await joined
    .at(-1)!
    .must({ ...wish, kind: 'right-of-reply', onBehalfOf: { capacity: 'organization', name: '' } })
}

/** The second speaker has the floor, the segment runs on. */
async function callFirst({ stage, pass }: SceneTools): Promise<void> {
  await giveFloorToNext(stage)
  await pass(3 * MINUTE_MS)
  await giveFloorToNext(stage)
  await pass(66 * SECOND_MS)
}

async function interrupt({ stage, joined, pass }: SceneTools): Promise<void> {
  await joined[4]!.must({
    type: 'raise-hand',
    segmentId: FLOOR,
    kind: 'point-of-order',
    onBehalfOf: { capacity: 'organization', name: '' },
  })
  await giveFloorToNext(stage)
  await pass(12 * SECOND_MS)
}

async function pauseSpeaker({ stage }: SceneTools): Promise<void> {
  const { floor } = (await stage.moderator.view()).view.public
  await stage.moderator.must({ type: 'pause-intervention', interventionId: floor!.interventionId })
}

async function sendNotices({ stage }: SceneTools): Promise<void> {
  const notice = { type: 'send-notice', to: 'screens', durationMs: null } as const
  await stage.moderator.must({ ...notice, text: 'Please speak more slowly for the interpreters' })
}

async function breakForLunch({ stage, pass }: SceneTools): Promise<void> {
  const { screens } = (await stage.moderator.view()).view
  for (const { id } of screens!.notices) await stage.moderator.must({ type: 'withdraw-notice', noticeId: id })
  await goTo(stage, 'lunch-break')
  await pass(3 * MINUTE_MS)
}

async function endMeeting({ stage }: SceneTools): Promise<void> {
  await stage.moderator.must({ type: 'end-meeting', from: 'lunch-break' })
}
