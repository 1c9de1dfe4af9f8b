import type { CommitDraft } from '@openfloor/shared/commit.ts'
import { undescribed } from '@openfloor/shared/meeting/people-checks.ts'
import { decide, evolve } from '@openfloor/shared/meeting/meeting.ts'
import { isRefusal } from '@openfloor/shared/meeting/refusals.ts'
import type { Actor, Meeting } from '@openfloor/shared/meeting/state.ts'
import type { Command, MeetingDraft } from '@openfloor/shared/commands.ts'
import { diff } from '@openfloor/shared/views/patch.ts'
import { viewOf, type View } from '@openfloor/shared/views/view.ts'
import { median, type Bench } from './bench.ts'

const system: Actor = { role: 'system', linkId: null, personId: null }
const moderator: Actor = { role: 'moderator', linkId: 'moderator', personId: null }

/** What one raised hand costs when 1,000 wait already: deciding and evolving, and the moderators' frame. */
export const hand: Bench = async ({ short }) => {
  const rounds = short ? 50 : 500
  let meeting = crowded(1_000)
  let view = viewOf(meeting, 'moderator', null)
  const decideUs: number[] = []
  const frameUs: number[] = []
  let patchBytes = 0
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now()
    meeting = step(meeting, moderator, entry(`late ${round}`))
    const decidedAt = performance.now()
    const next = viewOf(meeting, 'moderator', null)
    patchBytes = JSON.stringify(diff<View>(view, next)).length
    frameUs.push((performance.now() - decidedAt) * 1_000)
    decideUs.push((decidedAt - startedAt) * 1_000)
    view = next
  }
  return [
    {
      what: 'one hand, 1,000 waiting: decide and evolve, median',
      value: `${median(decideUs).toFixed(0)} µs`,
    },
    {
      what: 'one hand, 1,000 waiting: moderators’ view and patch, median',
      value: `${median(frameUs).toFixed(0)} µs`,
    },
    { what: 'the patch to moderators', value: `${patchBytes} bytes` },
  ]
}

let ids = 0
const newId = (): string => `id-${(ids += 1)}`

function step(meeting: Meeting | null, actor: Actor, command: Command): Meeting {
  const now = 1_000_000 + ids
  const events = decide(meeting, command, { now, actor, newId })
  if (isRefusal(events)) throw new Error(`${command.type} was refused: ${events.refused}`)
  const commit: CommitDraft = {
    ...{ meetingId: 'bench', epoch: 'bench', version: ids, id: newId(), at: now, by: actor },
    ...{ commandId: newId(), command: command.type, events },
  }
  return evolve(meeting, commit)
}

function entry(name: string): Command {
  const person = {
    ...undescribed,
    name,
    organization: 'Migrants’ Rights Network of Eastern Europe',
  }
  return {
    type: 'enter-request',
    segmentId: 'floor',
    kind: 'statement',
    onBehalfOf: { capacity: 'organization', name: '' },
    speaker: { person },
    topic: 'Access to regular pathways',
  }
}

/** An open floor that runs, with so many on its list. */
function crowded(waiting: number): Meeting {
  const minutes = 60_000
  const draft: MeetingDraft = {
    ...{ title: 'Bench', timeZone: 'Europe/Zurich', startsAt: 1_000_000 },
    sessions: [{ id: 'session', title: 'Roundtable' }],
    segments: [
      {
        ...{ id: 'floor', sessionId: 'session', title: 'Open floor', kind: 'open-floor' },
        ...{ durationMs: 60 * minutes, fixedStartAt: null, guidingPoints: [], speakingLimitMs: 3 * minutes },
        ...{ limits: null, warningsMs: null, atZero: null, repliesMs: 0 },
      },
    ],
  }
  const created = step(null, system, {
    ...{ type: 'create-meeting', meetingId: 'bench', draft, people: [], panels: [], joinCode: '123456789' },
    links: [],
  })
  let meeting = step(created, moderator, { type: 'start-meeting' })
  for (let place = 1; place <= waiting; place++) meeting = step(meeting, moderator, entry(`speaker ${place}`))
  return meeting
}
