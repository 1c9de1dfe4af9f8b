import { elapsedMs, type Clock, type Instant } from '../clock/clock.ts'
import { fixedStartsAscend } from '../meeting/plan-checks.ts'
import type { Meeting, Outcome, Request, RequestStatus } from '../meeting/state.ts'

/** What is true of every meeting at every moment; each broken rule is named. Empty when all is well. */
export function brokenInvariants(meeting: Meeting): string[] {
  return [
    ...[...ofTheCourse(meeting), ...ofTheFloor(meeting), ...ofTheLists(meeting), ...ofThePeople(meeting)],
    ...ofTheScreens(meeting),
  ]
}

/** What no step may do, `before` being the moment before it: nobody is lost, no running clock goes back. */
export function brokenByStep(before: Meeting, after: Meeting, now: Instant): string[] {
  const lost = [...before.requests.values()].filter(({ id }) => !after.requests.has(id))
  const gone = [...before.people.values()].filter(({ id }) => !after.people.has(id))
  const back = clocksOf(after).filter(([id, clock]) => {
    const was = clocksOf(before).find(([other]) => other === id)?.[1]
    return was?.startedAt === clock.startedAt && elapsedMs(clock, now) < elapsedMs(was, now)
  })
  const isReplanned = before.baseline !== null && after.baseline !== before.baseline
  return [
    ...(isReplanned ? ['the plan at the start is another one'] : []),
    ...lost.map(({ id }) => `request ${id} is lost`),
    ...gone.map(({ id }) => `person ${id} is lost`),
    ...back.map(([id]) => `the clock of ${id} went back`),
  ]
}

function clocksOf({ segments, interventions }: Meeting): (readonly [string, Clock])[] {
  return [...segments, ...interventions.values()].map(({ id, clock }) => [id, clock])
}

function* ofTheCourse(meeting: Meeting): Generator<string> {
  const { phase, currentSegmentId, segments } = meeting
  if ((phase === 'planned') !== (meeting.baseline === null))
    yield 'the plan at the start is kept from the start'
  if (!fixedStartsAscend(meeting.startsAt, segments)) yield 'fixed starts stand in the order of the programme'
  if ((phase === 'running') !== (currentSegmentId !== null)) yield 'a running meeting has a current segment'
  for (const { id, clock, kind, listOpen, list } of segments) {
    if (clock.startedAt !== null && id !== currentSegmentId) yield `${id} runs and is not the current one`
    if (kind === 'break' && (listOpen || list.length > 0)) yield `the break ${id} has a list`
    if (phase === 'ended' && (listOpen || list.length > 0)) yield `${id} has a list after the end`
  }
  for (const [id, clock] of clocksOf(meeting))
    if (clock.accumulatedMs < 0) yield `${id} ran less than nothing`
}

function* ofTheFloor({
  interventions,
  interventionIds,
  floorId,
  interruptedId,
  currentSegmentId,
}: Meeting): Generator<string> {
  if (interventions.size !== interventionIds.length) yield 'an intervention is not in the order, or twice'
  for (const { id, outcome, endedAt, clock, segmentId } of interventions.values()) {
    if ((outcome === null) !== (id === floorId || id === interruptedId))
      yield `${id} has the floor or an outcome`
    if (id === interruptedId && clock.startedAt !== null) yield `${id} is interrupted and its clock runs`
    if ((outcome === null) !== (endedAt === null)) yield `${id} has an end and an outcome, or neither`
    if (outcome !== null && clock.startedAt !== null) yield `${id} is over and its clock runs`
    if (id === floorId && segmentId !== currentSegmentId) yield `${id} has the floor in another segment`
  }
}

function* ofTheLists({ segments, requests, interventions }: Meeting): Generator<string> {
  const listed = segments.flatMap(({ id, list }) => list.map((requestId) => [id, requestId] as const))
  if (new Set(listed.map(([, requestId]) => requestId)).size !== listed.length) yield 'a request stands twice'
  for (const [segmentId, requestId] of listed) {
    const request = requests.get(requestId)
    if (request?.status !== 'waiting') yield `${requestId} stands in a list and does not wait`
    if (request?.segmentId !== segmentId) yield `${requestId} stands in the list of another segment`
  }
  const waiting = [...requests.values()].filter(({ status }) => status === 'waiting')
  if (waiting.length !== listed.length) yield 'somebody waits in no list'
  for (const { id, status } of requests.values()) {
    const turns = [...interventions.values()].filter(({ requestId }) => requestId === id)
    if (turns.length > 1) yield `${id} was called twice`
    const expected = turns[0] ? statusAfter[turns[0].outcome ?? 'none'] : null
    if (expected ? status !== expected : Object.values(statusAfter).includes(status))
      yield `${id} is ${status}, and its intervention says otherwise`
  }
}

const statusAfter: Readonly<Record<Outcome | 'none', RequestStatus>> = {
  ...{ none: 'speaking', delivered: 'spoken', yielded: 'spoken', 'cut-off': 'spoken', absent: 'absent' },
}

function* ofThePeople({ people, requests, segments }: Meeting): Generator<string> {
  const alive = [...requests.values()].filter(isAlive)
  for (const { id, requestId, removedAt } of people.values()) {
    const own = alive.filter(({ personId, kind }) => personId === id && kind !== 'point-of-order')
    if (own.length > 1) yield `${id} has two live requests`
    if (own[0] && own[0].id !== requestId) yield `${id} has a live request and looks at another`
    if (own[0] && removedAt !== null) yield `${id} was removed and still asks for the floor`
    const seats = segments.flatMap(({ panel }) => panel).some(({ personId }) => personId === id)
    if (seats && removedAt !== null) yield `${id} was removed and still sits on a panel`
  }
}

function* ofTheScreens({ screens, notices }: Meeting): Generator<string> {
  const ids = screens.map(({ id }) => id)
  if (ids[0] !== 'main') yield 'the main screen is not the first'
  for (const names of [ids, screens.map(({ name }) => name)])
    if (new Set(names).size !== names.length) yield 'two screens are the same'
  for (const { id, shows, resumes } of screens)
    if (resumes !== null && shows !== 'blackout') yield `${id} is to resume and shows something`
  for (const { id, screenId } of notices)
    if (screenId !== null && !ids.includes(screenId)) yield `${id} is for a screen that is gone`
}

function isAlive({ status }: Request): boolean {
  return status === 'waiting' || status === 'speaking'
}
