import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CommandType } from '../commands.ts'
import { send, untold } from '../testing/chronicle.ts'
import { createConsultation, STARTS_AT, system } from '../testing/consultation.ts'
import { anyCourse, sentBy } from '../testing/moves.ts'
import type { Meeting } from './state.ts'

/** What is done to the speaker's clock, cuts included. */
const ofTheSpeaker: ReadonlySet<CommandType> = new Set([
  ...(['start-intervention', 'pause-intervention', 'resume-intervention', 'extend-intervention'] as const),
  ...(['give-floor', 'end-intervention', 'cut-off', 'mark-absent', 'yield-floor'] as const),
])

/** What is done to the segment's. Advancing is not here: it ends who speaks (M5). */
const ofTheSegment: ReadonlySet<CommandType> = new Set([
  ...(['pause-segment', 'resume-segment', 'extend-segment', 'accept-delay'] as const),
])

const segmentClocks = ({ segments }: Meeting) => segments.map(({ id, clock }) => [id, clock])
const speakerClocks = ({ interventions }: Meeting) =>
  [...interventions.values()].map(({ id, clock, endedAt }) => [id, clock, endedAt])

test('[M6] [F7] what is done to one clock never touches the other', () => {
  const touched = { speaker: 0, segment: 0 }
  fc.assert(
    fc.property(anyCourse, (steps) => {
      let { chronicle } = send(untold(STARTS_AT), system, createConsultation)
      for (const move of steps) {
        const before = { ...chronicle, now: chronicle.now + move.passMs }
        const { by, command } = sentBy(move, before.meeting!)
        chronicle = send(before, by, command).chronicle
        const isDone = chronicle.meeting !== before.meeting
        if (ofTheSpeaker.has(command.type)) {
          expect(segmentClocks(chronicle.meeting!)).toEqual(segmentClocks(before.meeting!))
          if (isDone) touched.speaker += 1
        }
        if (ofTheSegment.has(command.type)) {
          expect(speakerClocks(chronicle.meeting!)).toEqual(speakerClocks(before.meeting!))
          if (isDone) touched.segment += 1
        }
      }
    }),
    { numRuns: 300 },
  )
  expect(touched.speaker).toBeGreaterThan(100)
  expect(touched.segment).toBeGreaterThan(20)
}, 30_000)
