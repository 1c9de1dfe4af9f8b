import type { Instant } from '../clock/clock.ts'
import type { CommitDraft } from '../commit.ts'
import type { Command, CommandOf, CommandType } from '../commands.ts'
import { limits } from '../limits.ts'
import { maySend } from '../roles.ts'
import { accessDeciders, accessEvolution } from './access.ts'
import { createMeeting, creationDeciders, creationEvolution, decideCreation } from './creation.ts'
import type { Context, Decision, Deciders, Evolution } from './decision.ts'
import type { EventOf, MeetingEvent } from './events.ts'
import { delayDeciders, delayEvolution } from './delay.ts'
import { floorDeciders, floorEvolution } from './floor.ts'
import { orderDeciders, orderEvolution } from './list-order.ts'
import { listDeciders, listEvolution } from './list-of-speakers.ts'
import { noticeDeciders, noticeEvolution } from './notices.ts'
import { programmeDeciders, programmeEvolution } from './programme.ts'
import { progressDeciders, progressEvolution } from './progress.ts'
import { currentSegment, withRequest } from './queries.ts'
import { withRecord } from './record.ts'
import { isRefusal, refuse } from './refusals.ts'
import { rosterDeciders, rosterEvolution } from './roster.ts'
import type { Actor, Meeting, UndoableAction } from './state.ts'
import { screenDeciders, screenEvolution } from './screens.ts'
import { statementDeciders, statementEvolution } from './statements.ts'
import { decideUndo, inverse, isUndoable } from './undo.ts'
import { orderMoves } from './waiting-rows.ts'

const deciders: Deciders<Exclude<Command['type'], 'create-meeting'>> = {
  ...creationDeciders,
  ...programmeDeciders,
  ...progressDeciders,
  ...delayDeciders,
  ...listDeciders,
  ...orderDeciders,
  ...floorDeciders,
  ...statementDeciders,
  ...rosterDeciders,
  ...accessDeciders,
  ...noticeDeciders,
  ...screenDeciders,
  undo: (meeting, command, { now }) =>
    decideUndo(meeting, command, (state, event) => apply(state, event, now)),
}

const evolution: Evolution<MeetingEvent['type']> = {
  ...creationEvolution,
  ...programmeEvolution,
  ...progressEvolution,
  ...delayEvolution,
  ...listEvolution,
  ...orderEvolution,
  ...floorEvolution,
  ...statementEvolution,
  ...rosterEvolution,
  ...accessEvolution,
  ...noticeEvolution,
  ...screenEvolution,
  'action-undone': (meeting, { actionId }) => ({
    ...meeting,
    undoable: meeting.undoable.filter((action) => action.id !== actionId),
  }),
}

/**
 * What a command comes to: events, or a refusal with its code. Pure: the same meeting, command and context give the
 * same answer. `meeting` is null where there is none yet; only `create-meeting` fits there, and nowhere else.
 */
export function decide(meeting: Meeting | null, command: Command, context: Context): Decision {
  if (!maySend(context.actor.role, command.type)) return refuse('not-allowed')
  if (command.type === 'create-meeting') return meeting ? refuse('meeting-exists') : decideCreation(command)
  if (!meeting) throw new Error(`${command.type} was sent to a meeting that does not exist`)
  if (!isStillThere(meeting, context.actor)) return refuse('not-allowed')
  const decision = decideOne(meeting, command, context)
  return isRefusal(decision) || !reorders.has(command.type)
    ? decision
    : inOrder(meeting, decision, context.now)
}

/**
 * The meeting after a commit. Pure. Throws only for commits that `decide` cannot have brought about, which means that
 * the store is damaged or of another version.
 */
export function evolve(meeting: Meeting | null, commit: CommitDraft): Meeting {
  const takesBack: MeetingEvent[] = []
  let rolling = meeting
  for (const event of commit.events) {
    if (rolling && isUndoable(commit.command, commit.by)) takesBack.unshift(...inverse(rolling, event))
    rolling = rolling ? apply(rolling, event, commit.at) : firstOf(event)
  }
  if (!rolling) throw new Error(`commit ${commit.version} of ${commit.meetingId} creates no meeting`)
  const told = withRecord(meeting, withNextTold(rolling), commit)
  if (takesBack.length === 0) return told
  const { id, by, at, command } = commit
  const action: UndoableAction = { id, by, at, command, inverse: takesBack }
  return { ...told, undoable: [...told.undoable, action].slice(-limits.undoDepth) }
}

/** Whether the latest action could be taken back now; what a moderator is offered. */
export function canUndo(meeting: Meeting): boolean {
  const actionId = meeting.undoable.at(-1)?.id
  if (actionId === undefined) return false
  const decision = decideUndo(meeting, { type: 'undo', actionId }, (state, event) => apply(state, event, 0))
  return Array.isArray(decision)
}

/** What changes who waits, or how they are to be ordered. */
const reorders: ReadonlySet<CommandType> = new Set([
  'raise-hand',
  'enter-request',
  'enter-requests',
  'lower-hand',
  'remove-request',
  'move-request',
  'set-order-policy',
])

/** [O1] The decision, and what the standing policy of the lists concerned then moves. */
function inOrder(meeting: Meeting, events: readonly MeetingEvent[], now: Instant): Decision {
  const after = events.reduce((rolling, event) => apply(rolling, event, now), meeting)
  const lists = after.segments.filter((segment, at) => {
    const before = meeting.segments[at]
    return segment.list !== before?.list || segment.order !== before.order
  })
  return [...events, ...lists.flatMap(({ id }) => orderMoves(after, id))]
}

/** [L17] Who stands first in the current list, and is not on hold, is told so by every view that follows. */
function withNextTold(meeting: Meeting): Meeting {
  const next = currentSegment(meeting)
    ?.list.map((id) => meeting.requests.get(id)!)
    .find(({ hold }) => hold === null)
  return next && !next.toldNext ? withRequest(meeting, { ...next, toldNext: true }) : meeting
}

/** A participant acts for the person they are, as long as that person has not been removed. */
function isStillThere(meeting: Meeting, { role, personId }: Actor): boolean {
  if (role !== 'participant') return true
  const person = personId === null ? undefined : meeting.people.get(personId)
  return person !== undefined && person.removedAt === null && person.admittedAt !== null
}

function decideOne<Type extends keyof typeof deciders>(
  meeting: Meeting,
  command: CommandOf<Type> & { readonly type: Type },
  context: Context,
): Decision {
  return deciders[command.type](meeting, command, context)
}

function apply<Type extends MeetingEvent['type']>(
  meeting: Meeting,
  event: EventOf<Type> & { readonly type: Type },
  at: Instant,
): Meeting {
  return evolution[event.type](meeting, event, at)
}

function firstOf(event: MeetingEvent): Meeting {
  if (event.type !== 'meeting-created') throw new Error(`a meeting begins with ${event.type}`)
  return createMeeting(event)
}
