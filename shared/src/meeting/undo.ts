import type { CommandOf, CommandType } from '../commands.ts'
import { limits } from '../limits.ts'
import type { Decision } from './decision.ts'
import type { EventOf, MeetingEvent, SegmentRun } from './events.ts'
import { applyMoves, movesBetween } from '../ordering/moves.ts'
import { mayReplan, reversed } from './plan-changes.ts'
import { currentSegment, latestRequestId, segmentById } from './queries.ts'
import { refuse } from './refusals.ts'
import type { Actor, Intervention, Meeting, Segment } from './state.ts'

const undoable: ReadonlySet<CommandType> = new Set([
  'give-floor',
  'end-intervention',
  'cut-off',
  'mark-absent',
  'open-list',
  'close-list',
  'remove-request',
  'clear-list',
  'move-request',
  'hold-request',
  'set-order-policy',
  'cap-limits',
  'advance-segment',
  'end-meeting',
  'accept-delay',
])

/** What participants do for themselves, and moderators for somebody without a device. */
const undoableForSomebody: ReadonlySet<CommandType> = new Set([
  'yield-floor',
  'lower-hand',
  'set-availability',
])

/** [U1] Which commands can be taken back: what moderators do; what a participant does is the participant's. */
export function isUndoable(command: CommandType, by: Actor): boolean {
  return undoable.has(command) || (undoableForSomebody.has(command) && by.role !== 'participant')
}

/** One event applied to a meeting; handed in by `meeting.ts`, which knows all features. */
export type Apply = (meeting: Meeting, event: MeetingEvent) => Meeting

/** The events that take `event` back, given the meeting before it. Only for events of undoable commands. */
export function inverse(before: Meeting, event: MeetingEvent): MeetingEvent[] {
  switch (event.type) {
    case 'floor-given': {
      const { interventionId, requestId, segmentId } = event
      const back = { type: 'floor-taken-back', interventionId } as const
      return requestId === null ? [back] : [back, restored(before, segmentId, requestId)]
    }
    case 'intervention-ended': {
      const { interventionId } = event
      const type = before.interruptedId === interventionId ? 'interruption-restored' : 'intervention-reopened'
      return [
        {
          type,
          interventionId,
          clock: before.interventions.get(interventionId)!.clock,
        },
      ]
    }
    case 'intervention-interrupted':
    case 'floor-returned': {
      const { interventionId } = event
      const { clock } = before.interventions.get(interventionId)!
      const type = event.type === 'floor-returned' ? 'interruption-restored' : 'intervention-reopened'
      return [{ type, interventionId, clock }]
    }
    case 'request-hold-changed':
      return [{ ...event, hold: before.requests.get(event.requestId)!.hold }]
    case 'order-policy-set':
      return [{ ...event, policy: segmentById(before, event.segmentId)!.order }]
    case 'limit-cap-set':
      return [{ ...event, limitMs: segmentById(before, event.segmentId)!.limitCapMs }]
    case 'list-ordered': {
      const { list } = segmentById(before, event.segmentId)!
      return [{ ...event, moves: movesBetween(applyMoves(list, event.moves), list) }]
    }
    case 'hand-lowered':
    case 'request-removed': {
      const { segmentId } = before.requests.get(event.requestId)!
      return [restored(before, segmentId, event.requestId)]
    }
    case 'list-not-reached':
    case 'list-cleared':
      return [{ ...event, type: 'list-restored' }]
    case 'request-moved': {
      const { segmentId, pinned } = before.requests.get(event.requestId)!
      return [{ ...event, after: predecessor(before, segmentId, event.requestId), pinned }]
    }
    case 'list-opened':
      return [{ type: 'list-closed', segmentId: event.segmentId }]
    case 'list-closed':
      return [{ type: 'list-opened', segmentId: event.segmentId }]
    case 'segment-left':
    case 'segment-entered': {
      const { segmentId } = event
      const was = runOf(segmentById(before, segmentId)!)
      return [{ type: 'segment-restored', segmentId, was, currentSegmentId: before.currentSegmentId }]
    }
    case 'meeting-ended':
      return [{ type: 'meeting-reopened' }]
    case 'programme-replanned':
      return [{ ...event, byMs: -event.byMs, changes: reversed(event.changes) }]
    default:
      throw new Error(`no undoable command brings about ${event.type}`)
  }
}

/** [U2] The latest action is taken back, if nothing has since happened that rests on it. */
export function decideUndo(meeting: Meeting, { actionId }: CommandOf<'undo'>, apply: Apply): Decision {
  const action = meeting.undoable.at(-1)
  if (!action) return refuse('nothing-to-undo')
  if (action.id !== actionId) return refuse('acted-on-since')
  const events: MeetingEvent[] = []
  let rolling = meeting
  for (const planned of action.inverse) {
    const event = planned.type === 'list-restored' ? ofThoseStillFree(rolling, planned) : planned
    if (!fits(rolling, event)) return refuse('acted-on-since')
    rolling = apply(rolling, event)
    events.push(event)
  }
  return [...events, { type: 'action-undone', actionId }]
}

/** [U5] Of a list that was not reached, who has raised another hand since keeps that one. */
function ofThoseStillFree(meeting: Meeting, event: EventOf<'list-restored'>): EventOf<'list-restored'> {
  const requestIds = event.requestIds.filter((requestId) => {
    const { personId, kind } = meeting.requests.get(requestId)!
    return latestRequestId(meeting.people.get(personId)!, kind) === requestId
  })
  return { ...event, requestIds }
}

/** Whether an event of an inverse still makes sense in the meeting as it is now. */
function fits(meeting: Meeting, event: MeetingEvent): boolean {
  switch (event.type) {
    case 'floor-taken-back':
      return meeting.floorId === event.interventionId
    case 'intervention-reopened':
      return mayReopen(meeting, event.interventionId)
    case 'interruption-restored':
      return mayInterruptAgain(meeting, event.interventionId)
    case 'request-hold-changed':
      return meeting.requests.get(event.requestId)?.status === 'waiting'
    case 'order-policy-set':
    case 'limit-cap-set':
      return segmentById(meeting, event.segmentId) !== undefined
    case 'list-ordered':
      return mayOrderBack(meeting, event)
    case 'request-restored':
      return mayWaitAgain(meeting, event.requestId, event.after)
    case 'list-restored':
      return mayListWaitAgain(meeting, event)
    case 'request-moved':
      return mayMoveBack(meeting, event.requestId, event.after)
    case 'list-opened':
      return mayOpenAgain(meeting, event.segmentId)
    case 'list-closed':
      return segmentById(meeting, event.segmentId)?.listOpen === true
    case 'segment-restored':
      return segmentById(meeting, event.segmentId) !== undefined
    case 'meeting-reopened':
      return meeting.phase === 'ended'
    case 'programme-replanned':
      return mayReplan(meeting, event.changes)
    default:
      return false
  }
}

/** The floor is free, the segment is still on, and the person has not asked again meanwhile. */
function mayReopen(meeting: Meeting, interventionId: string): boolean {
  const intervention = meeting.interventions.get(interventionId)
  if (!intervention || meeting.floorId !== null) return false
  if (!isLastToEnd(meeting, intervention)) return false
  if (currentSegment(meeting)?.id !== intervention.segmentId) return false
  const { segmentId, personId, requestId } = intervention
  return requestId === null
    ? isStillThere(meeting, personId) && !waitsIn(meeting, segmentId, personId)
    : isFreeToAsk(meeting, personId, requestId)
}

/** Nobody was called since; only points of order that interrupted them, and were over before. */
function isLastToEnd(meeting: Meeting, { id, endedAt }: Intervention): boolean {
  const since = meeting.interventionIds.slice(meeting.interventionIds.indexOf(id) + 1)
  return since.every((other) => {
    const later = meeting.interventions.get(other)!
    return later.kind === 'point-of-order' && (later.endedAt ?? Infinity) <= (endedAt ?? Infinity)
  })
}

/** Nobody else was interrupted since, and the person has not asked again. */
function mayInterruptAgain(meeting: Meeting, interventionId: string): boolean {
  const intervention = meeting.interventions.get(interventionId)
  if (!intervention || meeting.interruptedId !== null) return false
  // They have the floor again; or lost it together with the point of order, which has it again by now.
  const isStillTheirs = intervention.outcome === null
  if (isStillTheirs ? meeting.floorId !== interventionId : meeting.floorId === null) return false
  if (currentSegment(meeting)?.id !== intervention.segmentId) return false
  const { personId, requestId } = intervention
  return requestId === null ? isStillThere(meeting, personId) : isFreeToAsk(meeting, personId, requestId)
}

/** Everybody who was moved waits still, and so do those behind whom they stood. */
function mayOrderBack(meeting: Meeting, { segmentId, moves }: EventOf<'list-ordered'>): boolean {
  const list = new Set(segmentById(meeting, segmentId)?.list)
  return moves.every(({ requestId, after }) => list.has(requestId) && (after === null || list.has(after)))
}

/** The list is there, has room, and still holds the one behind whom the place was. */
function mayWaitAgain(meeting: Meeting, requestId: string, after: string | null): boolean {
  const request = meeting.requests.get(requestId)
  if (!request || request.status === 'waiting') return false
  const segment = segmentById(meeting, request.segmentId)
  if (!segment || !hasRoomFor(segment, 1)) return false
  return isPlaceIn(segment, after) && isFreeToAsk(meeting, request.personId, requestId)
}

/** The segment has room for them, and nobody of them was removed. */
function mayListWaitAgain(meeting: Meeting, { segmentId, requestIds }: EventOf<'list-restored'>): boolean {
  if (!hasRoomFor(segmentById(meeting, segmentId), requestIds.length)) return false
  return requestIds.every((id) => isStillThere(meeting, meeting.requests.get(id)!.personId))
}

function hasRoomFor(segment: Segment | undefined, requests: number): boolean {
  if (!segment || segment.kind === 'break') return false
  return segment.list.length + requests <= limits.requestsPerList
}

function mayMoveBack(meeting: Meeting, requestId: string, after: string | null): boolean {
  const request = meeting.requests.get(requestId)
  if (request?.status !== 'waiting') return false
  return isPlaceIn(segmentById(meeting, request.segmentId)!, after)
}

/** Without the one behind whom the place was, nobody knows how far up it would be fair. */
function isPlaceIn({ list }: Segment, after: string | null): boolean {
  return after === null || list.includes(after)
}

function mayOpenAgain(meeting: Meeting, segmentId: string): boolean {
  const segment = segmentById(meeting, segmentId)
  return segment !== undefined && segment.kind !== 'break' && !segment.listOpen
}

/** Nothing else of this person is waiting, points of order apart. */
function isFreeToAsk(meeting: Meeting, personId: string, requestId: string): boolean {
  const person = meeting.people.get(personId)
  if (!person || person.removedAt !== null) return false
  const latest = latestRequestId(person, meeting.requests.get(requestId)!.kind)
  return latest === null || latest === requestId || meeting.requests.get(latest)?.status !== 'waiting'
}

function waitsIn(meeting: Meeting, segmentId: string, personId: string): boolean {
  const latest = meeting.people.get(personId)?.requestId ?? null
  return latest !== null && segmentById(meeting, segmentId)!.list.includes(latest)
}

function isStillThere(meeting: Meeting, personId: string): boolean {
  return meeting.people.get(personId)?.removedAt === null
}

function restored(before: Meeting, segmentId: string, requestId: string): MeetingEvent {
  return { type: 'request-restored', requestId, after: predecessor(before, segmentId, requestId) }
}

function predecessor(meeting: Meeting, segmentId: string, requestId: string): string | null {
  const { list } = segmentById(meeting, segmentId)!
  return list[list.indexOf(requestId) - 1] ?? null
}

function runOf({ clock, startedAt, endedAt, listOpen }: Segment): SegmentRun {
  return { clock, startedAt, endedAt, listOpen }
}
