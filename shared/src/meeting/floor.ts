import { isRunning, startClock, stopClock, stoppedClock, type Clock } from '../clock/clock.ts'
import { limits } from '../limits.ts'
import type { CommandOf } from '../commands.ts'
import type { Context, Decision, Deciders, Evolution } from './decision.ts'
import type { EventOf, MeetingEvent } from './events.ts'
import { asLatest, floorIntervention, segmentById, withRequest, withSegment } from './queries.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'
import { endsByItselfAt, limitFor, ownOrganization, type Speech } from './speaking-limits.ts'
import type { Intervention, Meeting, Outcome, RequestStatus, Segment } from './state.ts'

/** Giving the floor and the speaker's clock (rules F). One speaker at a time. */
export const floorDeciders = {
  'give-floor': decideGift,
  'start-intervention': (meeting, { interventionId }) =>
    speakingNow(meeting, interventionId, ({ clock }) => {
      if (isRunning(clock)) return refuse('intervention-running')
      // Started and paused since the sender looked: whoever paused it means it.
      if (clock.accumulatedMs > 0) return refuse('picture-outdated')
      return [{ type: 'intervention-started', interventionId }]
    }),
  'pause-intervention': (meeting, { interventionId }) =>
    speakingNow(meeting, interventionId, ({ clock }) =>
      clock.startedAt === null
        ? refuse('intervention-not-running')
        : [{ type: 'intervention-paused', interventionId }],
    ),
  'resume-intervention': (meeting, { interventionId }) =>
    speakingNow(meeting, interventionId, ({ clock }) =>
      clock.startedAt === null
        ? [{ type: 'intervention-resumed', interventionId }]
        : refuse('intervention-running'),
    ),
  'extend-intervention': (meeting, { interventionId, byMs }) =>
    speakingNow(meeting, interventionId, ({ clock }) => {
      const limitMs = clock.limitMs + byMs
      if (limitMs < limits.speakingLimitMinMs || limitMs > limits.speakingLimitMaxMs)
        return refuse('limit-out-of-range')
      return [{ type: 'intervention-extended', interventionId, byMs }]
    }),
  'end-intervention': (meeting, { interventionId }) => decideEnd(meeting, interventionId, 'delivered'),
  'cut-off': (meeting, { interventionId }) => decideEnd(meeting, interventionId, 'cut-off'),
  'mark-absent': (meeting, { interventionId }) => decideEnd(meeting, interventionId, 'absent'),
  'yield-floor': (meeting, { interventionId }, { actor }) =>
    speakingNow(meeting, interventionId, ({ personId }) =>
      actor.role === 'participant' && personId !== actor.personId
        ? refuse('not-yours')
        : ending(meeting, interventionId, 'yielded'),
    ),
  'end-overdue-intervention': (meeting, { interventionId }, { now }) => {
    const due = endsByItselfAt(meeting)
    if (due?.interventionId !== interventionId || now < due.at) return refuse('picture-outdated')
    return ending(meeting, interventionId, 'delivered')
  },
  'set-speaking-limit': (meeting, { segmentId, limitMs }) => {
    const segment = segmentById(meeting, segmentId)
    if (!segment) return refuse('unknown-segment')
    const isCapped = segment.limitCapMs !== null && segment.limitCapMs < limitMs
    return [
      ...(segment.speakingLimitMs === limitMs
        ? []
        : [{ type: 'speaking-limit-set', segmentId, limitMs } as const]),
      ...(isCapped ? [{ type: 'limit-cap-set', segmentId, limitMs: null } as const] : []),
    ]
  },
  'cap-limits': (meeting, { segmentId, limitMs }) => {
    const segment = segmentById(meeting, segmentId)
    if (!segment) return refuse('unknown-segment')
    if (segment.kind === 'break') return refuse('segment-is-break')
    return segment.limitCapMs === limitMs ? [] : [{ type: 'limit-cap-set', segmentId, limitMs }]
  },
} satisfies Deciders<
  | 'give-floor'
  | 'start-intervention'
  | 'pause-intervention'
  | 'resume-intervention'
  | 'extend-intervention'
  | 'end-intervention'
  | 'cut-off'
  | 'mark-absent'
  | 'yield-floor'
  | 'end-overdue-intervention'
  | 'set-speaking-limit'
  | 'cap-limits'
>

export const floorEvolution = {
  'floor-given': given,
  'floor-taken-back': (meeting, { interventionId }) => ({
    ...meeting,
    floorId: null,
    interventionIds: meeting.interventionIds.filter((id) => id !== interventionId),
    interventions: meeting.interventions.delete(interventionId),
  }),
  'intervention-started': (meeting, { interventionId }, at) =>
    withClock(meeting, interventionId, (clock) => startClock(clock, at)),
  'intervention-paused': (meeting, { interventionId }, at) =>
    withClock(meeting, interventionId, (clock) => stopClock(clock, at)),
  'intervention-resumed': (meeting, { interventionId }, at) =>
    withClock(meeting, interventionId, (clock) => startClock(clock, at)),
  'intervention-extended': (meeting, { interventionId, byMs }) =>
    withClock(meeting, interventionId, (clock) => ({ ...clock, limitMs: clock.limitMs + byMs })),
  'intervention-ended': (meeting, { interventionId, outcome }, at) => {
    const stopped = withClock(meeting, interventionId, (clock) => stopClock(clock, at))
    const closed = withIntervention(stopped, interventionId, (before) => ({
      ...before,
      endedAt: at,
      outcome,
    }))
    const status = outcome === 'absent' ? 'absent' : 'spoken'
    return offTheFloor(withRequestStatus(closed, interventionId, status), interventionId)
  },
  'intervention-reopened': (meeting, { interventionId, clock }) => ({
    ...offTheFloor(speakingAgain(meeting, interventionId, clock), interventionId),
    floorId: interventionId,
  }),
  'intervention-interrupted': (meeting, { interventionId }, at) => ({
    ...withClock(meeting, interventionId, (clock) => stopClock(clock, at)),
    floorId: null,
    interruptedId: interventionId,
  }),
  'floor-returned': (meeting, { interventionId, running }, at) => ({
    ...withClock(meeting, interventionId, (clock) => (running ? startClock(clock, at) : clock)),
    floorId: interventionId,
    interruptedId: null,
  }),
  'interruption-restored': (meeting, { interventionId, clock }) => ({
    ...offTheFloor(speakingAgain(meeting, interventionId, clock), interventionId),
    interruptedId: interventionId,
  }),
  'speaking-limit-set': (meeting, { segmentId, limitMs }) =>
    withSegment(meeting, segmentId, (segment) => ({ ...segment, speakingLimitMs: limitMs })),
  'limit-cap-set': (meeting, { segmentId, limitMs }) =>
    withSegment(meeting, segmentId, (segment) => ({ ...segment, limitCapMs: limitMs })),
} satisfies Evolution<
  | 'floor-given'
  | 'floor-taken-back'
  | 'intervention-started'
  | 'intervention-paused'
  | 'intervention-resumed'
  | 'intervention-extended'
  | 'intervention-ended'
  | 'intervention-reopened'
  | 'intervention-interrupted'
  | 'floor-returned'
  | 'interruption-restored'
  | 'speaking-limit-set'
  | 'limit-cap-set'
>

/** [F1] The floor goes on to somebody else in one step; [F2] `after` proves that the sender saw the latest speaker. */
function decideGift(meeting: Meeting, command: CommandOf<'give-floor'>, context: Context): Decision {
  const { segmentId, to, after } = command
  const segment = segmentById(meeting, segmentId)
  if (!segment) return refuse('unknown-segment')
  if (meeting.phase === 'planned') return refuse('meeting-not-started')
  if (meeting.phase === 'ended') return refuse('meeting-ended')
  if (meeting.currentSegmentId !== segmentId) return refuse('picture-outdated')
  if (segment.kind === 'break') return refuse('segment-is-break')
  if ((meeting.interventionIds.at(-1) ?? null) !== after) return refuse('picture-outdated')
  const speaker =
    'requestId' in to
      ? byRequest(meeting, segment, to.requestId)
      : byPerson(meeting, segment, to.personId, to.kind ?? 'statement')
  if (isRefusal(speaker)) return speaker
  const before = makingRoom(meeting, speaker)
  if (isRefusal(before)) return before
  return [
    ...before,
    {
      type: 'floor-given',
      interventionId: context.newId(),
      segmentId,
      ...speaker,
      limitMs: limitFor(meeting, segment, speaker),
      running: meeting.settings.startsOnCall,
    },
  ]
}

type Speaker = Speech & Pick<Intervention, 'requestId'>

/**
 * [F12] A point of order stops whoever speaks, who gets the floor back after it; so nobody else is called before that.
 * Anybody else who is called ends who has the floor as delivered.
 */
function makingRoom(meeting: Meeting, speaker: Speaker): MeetingEvent[] | Refusal {
  const speaking = floorIntervention(meeting)
  if (!speaking) return []
  const isOrder = speaker.kind === 'point-of-order'
  if (isOrder && speaking.kind !== 'point-of-order')
    return [{ type: 'intervention-interrupted', interventionId: speaking.id }]
  if (!isOrder && meeting.interruptedId !== null) return refuse('speaker-interrupted')
  return [ended(speaking.id, 'delivered')]
}

function byRequest(meeting: Meeting, segment: Segment, requestId: string): Speaker | Refusal {
  const request = meeting.requests.get(requestId)
  if (!request) return refuse('unknown-request')
  if (!segment.list.includes(requestId)) return refuse('request-not-waiting')
  const { personId, kind, onBehalfOf } = request
  return { personId, kind, onBehalfOf, requestId }
}

/** [F3] Anybody may be given the floor unasked; who waits in this list is taken off it. */
function byPerson(
  meeting: Meeting,
  segment: Segment,
  personId: string,
  kind: 'statement' | 'panel-reply',
): Speaker | Refusal {
  const person = meeting.people.get(personId)
  if (!person || person.removedAt !== null) return refuse('unknown-person')
  if (floorIntervention(meeting)?.personId === personId) return refuse('has-the-floor')
  if (kind === 'panel-reply' && segment.repliesMs === 0) return refuse('no-replies-here')
  const { requestId } = person
  if (requestId === null || !segment.list.includes(requestId))
    return { personId, kind, onBehalfOf: ownOrganization, requestId: null }
  const request = meeting.requests.get(requestId)!
  return { personId, kind: request.kind, onBehalfOf: request.onBehalfOf, requestId }
}

function decideEnd(meeting: Meeting, interventionId: string, outcome: Outcome): Decision {
  return speakingNow(meeting, interventionId, () => ending(meeting, interventionId, outcome))
}

/** The end of who has the floor; after a point of order it goes back to whom it interrupted. */
function ending(meeting: Meeting, interventionId: string, outcome: Outcome): MeetingEvent[] {
  const { interruptedId, settings } = meeting
  const end = ended(interventionId, outcome)
  if (interruptedId === null) return [end]
  return [end, { type: 'floor-returned', interventionId: interruptedId, running: settings.startsOnCall }]
}

function ended(interventionId: string, outcome: Outcome): MeetingEvent {
  return { type: 'intervention-ended', interventionId, outcome }
}

/** The answer of `decide` for the intervention that has the floor; a refusal for any other. */
function speakingNow(
  meeting: Meeting,
  interventionId: string,
  decide: (intervention: Intervention) => Decision,
): Decision {
  const intervention = meeting.interventions.get(interventionId)
  if (!intervention) return refuse('unknown-intervention')
  if (meeting.interruptedId === interventionId) return refuse('speaker-interrupted')
  return meeting.floorId === interventionId ? decide(intervention) : refuse('intervention-over')
}

/** [F4] The limit in force when the floor is given stays on the intervention. */
function given(meeting: Meeting, event: EventOf<'floor-given'>, at: number): Meeting {
  const { type: _type, interventionId, running, ...speech } = event
  const { segmentId, requestId, limitMs } = speech
  const fresh = stoppedClock(limitMs)
  const intervention: Intervention = {
    ...speech,
    ...{ id: interventionId, calledAt: at, endedAt: null, outcome: null },
    clock: running ? startClock(fresh, at) : fresh,
  }
  const called = withSegment(meeting, segmentId, (segment) =>
    requestId === null ? segment : { ...segment, list: segment.list.filter((id) => id !== requestId) },
  )
  const withFloor: Meeting = {
    ...called,
    floorId: interventionId,
    interventionIds: [...meeting.interventionIds, interventionId],
    interventions: meeting.interventions.set(interventionId, intervention),
  }
  return withRequestStatus(withFloor, interventionId, 'speaking')
}

function withIntervention(
  meeting: Meeting,
  interventionId: string,
  change: (intervention: Intervention) => Intervention,
): Meeting {
  const changed = change(meeting.interventions.get(interventionId)!)
  return { ...meeting, interventions: meeting.interventions.set(interventionId, changed) }
}

function withClock(meeting: Meeting, interventionId: string, change: (clock: Clock) => Clock): Meeting {
  return withIntervention(meeting, interventionId, (before) => ({ ...before, clock: change(before.clock) }))
}

function withRequestStatus(meeting: Meeting, interventionId: string, status: RequestStatus): Meeting {
  const { requestId } = meeting.interventions.get(interventionId)!
  if (requestId === null) return meeting
  return withRequest(meeting, { ...meeting.requests.get(requestId)!, status })
}

/** The intervention as if it had not ended; its clock is as it was. */
function speakingAgain(meeting: Meeting, interventionId: string, clock: Clock): Meeting {
  const open = withIntervention(meeting, interventionId, (before) => ({
    ...before,
    // An extension since then is not taken back.
    ...{ clock: { ...clock, limitMs: before.clock.limitMs }, endedAt: null, outcome: null },
  }))
  const speaking = withRequestStatus(open, interventionId, 'speaking')
  const { requestId } = speaking.interventions.get(interventionId)!
  return requestId === null ? speaking : asLatest(speaking, speaking.requests.get(requestId)!)
}

function offTheFloor(meeting: Meeting, interventionId: string): Meeting {
  const { floorId, interruptedId } = meeting
  return {
    ...meeting,
    floorId: floorId === interventionId ? null : floorId,
    interruptedId: interruptedId === interventionId ? null : interruptedId,
  }
}
