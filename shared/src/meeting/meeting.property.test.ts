import fc from 'fast-check'
import { expect, test } from 'vitest'
import { elapsedMs, type Instant } from '../clock/clock.ts'
import type { Command } from '../commands.ts'
import { newIds, replay, send, untold, type Chronicle } from '../testing/chronicle.ts'
import { createConsultation, moderator, STARTS_AT, system } from '../testing/consultation.ts'
import { brokenByStep, brokenInvariants } from '../testing/invariants.ts'
import { anyCourse, sentBy, type Move } from '../testing/moves.ts'
import { naiveMeeting, type Told } from '../testing/naive-meeting.ts'
import { snapshot } from '../testing/snapshot.ts'
import { canUndo } from './meeting.ts'
import { isRefusal } from './refusals.ts'
import type { Actor, Meeting } from './state.ts'

/** A random meeting under way: what happened, and the story as the naive one hears it. */
interface Course {
  readonly chronicle: Chronicle
  readonly story: readonly Told[]
}

const created: Course = {
  chronicle: send(untold(STARTS_AT), system, createConsultation).chronicle,
  story: [],
}

/** One step further; a refusal leaves all as it was but the time. */
function step(course: Course, { by, command }: { by: Actor; command: Command }, passMs: number): Course {
  const later = { ...course.chronicle, now: course.chronicle.now + passMs }
  const { decision, chronicle } = send(later, by, command)
  expect(send(later, by, command).decision).toEqual(decision)
  if (isRefusal(decision) || decision.length === 0) return { ...course, chronicle }
  const actionId = chronicle.commits.at(-1)!.id
  const told = { at: chronicle.now, by, command, actionId, ids: [...newIds(later, command.type)] }
  return { chronicle, story: [...course.story, told] }
}

function meetingOf({ chronicle }: Course): Meeting {
  return chronicle.meeting!
}

/** Every moment of a random meeting, with the moment before it. */
function* courseOf(steps: readonly Move[]): Generator<{ before: Course; after: Course }> {
  let before = created
  for (const move of steps) {
    const after = step(before, sentBy(move, meetingOf(before)), move.passMs)
    yield { before, after }
    before = after
  }
}

/** Paper knows no policy: the order of a list is compared where there are only statements, first come, first served. */
type InOrder = (list: readonly string[]) => readonly string[]

const asItStands: InOrder = (list) => list
const sorted: InOrder = (list) => list.toSorted()

/** What the naive meeting knows, of a real one. */
function onPaper(meeting: Meeting, now: Instant, inOrder: InOrder) {
  return {
    ...{
      phase: meeting.phase,
      current: meeting.currentSegmentId,
      order: meeting.segments.map(({ id }) => id),
    },
    segments: meeting.segments
      .map(({ id, clock, durationMs, listOpen, list }) => [
        id,
        elapsedMs(clock, now),
        clock.limitMs,
        durationMs,
        listOpen,
        inOrder(list),
      ])
      .toSorted(byId),
    requests: [...meeting.requests.values()].map(({ id, status }) => [id, status]).toSorted(byId),
    turns: meeting.interventionIds.map((id) => {
      const { clock, outcome, personId, requestId } = meeting.interventions.get(id)!
      return [id, elapsedMs(clock, now), outcome, personId, requestId]
    }),
  }
}

/** The same of the naive one. */
function asTold({ story, chronicle }: Course, inOrder: InOrder) {
  const { phase, current, order, segments, requests, turns } = naiveMeeting(story, chronicle.now)
  return {
    ...{ phase, current, order },
    segments: [...segments]
      .map(([id, { elapsedMs, limitMs, durationMs, open, list }]) => [
        ...[id, elapsedMs, limitMs, durationMs, open, inOrder(list)],
      ])
      .toSorted(byId),
    requests: [...requests].map(([id, { status }]) => [id, status]).toSorted(byId),
    turns: turns.map(({ id, elapsedMs, outcome, personId, requestId }) => [
      ...[id, elapsedMs, outcome, personId, requestId],
    ]),
  }
}

function byId([a]: readonly unknown[], [b]: readonly unknown[]): number {
  return String(a) < String(b) ? -1 : 1
}

test('[C7] every meeting goes as it would on paper, and breaks no invariant', () => {
  fc.assert(
    fc.property(anyCourse, (steps) => {
      for (const { before, after } of courseOf(steps)) {
        const { now } = after.chronicle
        expect(brokenInvariants(meetingOf(after))).toEqual([])
        if (after.story.at(-1)?.command.type !== 'undo' || after.story === before.story)
          expect(brokenByStep(meetingOf(before), meetingOf(after), now)).toEqual([])
        const inOrder = steps.at(-1)!.plain ? asItStands : sorted
        expect(onPaper(meetingOf(after), now, inOrder)).toEqual(asTold(after, inOrder))
      }
    }),
    { numRuns: 400 },
  )
}, 30_000)

test('[U1] what is undone at once is as if it had never been done', () => {
  fc.assert(
    fc.property(anyCourse, (steps) => {
      for (const { before, after } of courseOf(steps)) {
        const action = meetingOf(after).undoable.at(-1)
        const isNew = after.story !== before.story && action?.id === after.story.at(-1)!.actionId
        if (!isNew) continue
        const undo = { by: moderator, command: { type: 'undo', actionId: action!.id } } as const
        const restored = step(after, undo, 10_000)
        expect(snapshot(meetingOf(restored))).toEqual(snapshot(meetingOf(before)))
      }
    }),
    { numRuns: 200 },
  )
}, 30_000)

test('[U2] undo is offered exactly when it would be done', () => {
  fc.assert(
    fc.property(anyCourse, (steps) => {
      for (const { after } of courseOf(steps)) {
        const actionId = meetingOf(after).undoable.at(-1)?.id ?? 'none'
        const { decision } = send(after.chronicle, moderator, { type: 'undo', actionId })
        expect(canUndo(meetingOf(after))).toBe(!isRefusal(decision))
      }
    }),
    { numRuns: 200 },
  )
}, 30_000)

test('[C7] the commits alone tell the same meeting', () => {
  fc.assert(
    fc.property(anyCourse, (steps) => {
      const after = [...courseOf(steps)].at(-1)?.after ?? created
      const again = replay(after.chronicle.commits)!
      expect(snapshot(again)).toEqual(snapshot(meetingOf(after)))
      expect(again.undoable).toEqual(meetingOf(after).undoable)
    }),
    { numRuns: 200 },
  )
}, 30_000)
