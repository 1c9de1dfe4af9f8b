import { isRunning, startClock, stopClock, stoppedClock, type Clock } from '../clock/clock.ts'
import { limits } from '../limits.ts'
import type { CommandOf } from '../commands.ts'
import type { Context, Decision, Deciders, Evolution } from './decision.ts'
import type { EventOf, MeetingEvent } from './events.ts'
import { asLatest, floorIntervention, limitFor, segmentById, withSegment } from './queries.ts'
import { isRefusal, refuse, type Refusal } from './refusals.ts'
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
  'yield-floor': (meeting, { interventionId }, { actor }) =>
    speakingNow(meeting, interventionId, ({ personId }) =>
      personId === actor.personId ? [ended(interventionId, 'yielded')] : refuse('not-yours'),
    ),
  'set-speaking-limit': (meeting, { segmentId, limitMs }) => {
    const segment = segmentById(meeting, segmentId)
    if (!segment) return refuse('unknown-segment')
    return segment.speakingLimitMs === limitMs ? [] : [{ type: 'speaking-limit-set', segmentId, limitMs }]
  },
} satisfies Deciders<
  | 'give-floor'
  | 'start-intervention'
  | 'pause-intervention'
  | 'resume-intervention'
  | 'extend-intervention'
  | 'end-intervention'
  | 'cut-off'
  | 'yield-floor'
  | 'set-speaking-limit'
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
    return { ...withRequestStatus(closed, interventionId, 'spoken'), floorId: null }
  },
  'intervention-reopened': (meeting, { interventionId, clock }) => {
    const open = withIntervention(meeting, interventionId, (before) => ({
      ...before,
      ...{ clock, endedAt: null, outcome: null },
    }))
    const speaking = withRequestStatus(open, interventionId, 'speaking')
    const { requestId } = speaking.interventions.get(interventionId)!
    const known = requestId === null ? speaking : asLatest(speaking, speaking.requests.get(requestId)!)
    return { ...known, floorId: interventionId }
  },
  'speaking-limit-set': (meeting, { segmentId, limitMs }) =>
    withSegment(meeting, segmentId, (segment) => ({ ...segment, speakingLimitMs: limitMs })),
} satisfies Evolution<
  | 'floor-given'
  | 'floor-taken-back'
  | 'intervention-started'
  | 'intervention-paused'
  | 'intervention-resumed'
  | 'intervention-extended'
  | 'intervention-ended'
  | 'intervention-reopened'
  | 'speaking-limit-set'
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
    'requestId' in to ? byRequest(meeting, segment, to.requestId) : byPerson(meeting, segment, to.personId)
  if (isRefusal(speaker)) return speaker
  return [
    ...(meeting.floorId === null ? [] : [ended(meeting.floorId, 'delivered')]),
    {
      type: 'floor-given',
      interventionId: context.newId(),
      segmentId,
      ...speaker,
      limitMs: limitFor(segment, speaker.personId),
      running: meeting.settings.startsOnCall,
    },
  ]
}

type Speaker = Pick<Intervention, 'personId' | 'requestId'>

function byRequest(meeting: Meeting, segment: Segment, requestId: string): Speaker | Refusal {
  const request = meeting.requests.get(requestId)
  if (!request) return refuse('unknown-request')
  if (!segment.list.includes(requestId)) return refuse('request-not-waiting')
  return { personId: request.personId, requestId }
}

/** [F3] Anybody may be given the floor unasked; who waits in this list is taken off it. */
function byPerson(meeting: Meeting, segment: Segment, personId: string): Speaker | Refusal {
  const person = meeting.people.get(personId)
  if (!person || person.removedAt !== null) return refuse('unknown-person')
  if (floorIntervention(meeting)?.personId === personId) return refuse('has-the-floor')
  const waiting = person.requestId !== null && segment.list.includes(person.requestId)
  return { personId, requestId: waiting ? person.requestId : null }
}

function decideEnd(meeting: Meeting, interventionId: string, outcome: Outcome): Decision {
  return speakingNow(meeting, interventionId, () => [ended(interventionId, outcome)])
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
  return meeting.floorId === interventionId ? decide(intervention) : refuse('intervention-over')
}

/** [F4] The limit in force when the floor is given stays on the intervention. */
function given(meeting: Meeting, event: EventOf<'floor-given'>, at: number): Meeting {
  const { interventionId, segmentId, personId, requestId, limitMs, running } = event
  const fresh = stoppedClock(limitMs)
  const intervention: Intervention = {
    ...{ id: interventionId, segmentId, personId, requestId, calledAt: at, endedAt: null, outcome: null },
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
  const request = meeting.requests.get(requestId)!
  return { ...meeting, requests: meeting.requests.set(requestId, { ...request, status }) }
}
