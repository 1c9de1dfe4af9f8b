import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { projectProgramme } from '../programme/projection.ts'
import { hasDelay } from '../programme/replan.ts'
import { send, untold, type Chronicle } from '../testing/chronicle.ts'
import { createConsultation, moderator, STARTS_AT, system } from '../testing/consultation.ts'
import { anyCourse, sentBy, type Move } from '../testing/moves.ts'
import { acceptDelay } from '../testing/wishes.ts'
import { isRefusal } from './refusals.ts'

const created = send(untold(STARTS_AT), system, createConsultation).chronicle

/** A random meeting after its last step, and some time later. */
function after(steps: readonly Move[], laterMs: number): Chronicle {
  const last = steps.reduce<Chronicle>((chronicle, move) => {
    const later = { ...chronicle, now: chronicle.now + move.passMs }
    const { by, command } = sentBy(move, later.meeting!)
    return send(later, by, command).chronicle
  }, created)
  return { ...last, now: last.now + laterMs }
}

test('[P16] accepted, "behind" is 0 and what is to come is planned as it is expected', () => {
  let accepted = 0
  fc.assert(
    fc.property(anyCourse, fc.integer({ min: 0, max: 7_200_000 }), (steps, laterMs) => {
      const chronicle = after(steps, laterMs)
      const { meeting, now } = chronicle
      const isLate = meeting!.phase === 'running' && hasDelay(projectProgramme(meeting!, now))
      const command = acceptDelay(meeting!.currentSegmentId ?? 'opening')
      const { decision, chronicle: told } = send(chronicle, moderator, command)
      expect(isRefusal(decision)).toBe(!isLate)
      if (!isLate) return
      accepted += 1
      const projection = projectProgramme(told.meeting!, now)
      expect(projection.behindMs).toBe(0)
      expect(told.meeting!.baseline).toBe(meeting!.baseline)
      expect(told.meeting!.segments.map(({ clock }) => clock)).toEqual(
        meeting!.segments.map(({ clock }) => clock),
      )
      const coming = projection.segments.filter(({ state }) => state === 'coming')
      const usedUp = coming.findIndex(({ expectedStartAt, expectedEndAt }) => {
        return expectedEndAt - expectedStartAt < limits.segmentMinMs
      })
      // A plan has no segment shorter than a minute, so what comes after one that is used up may be planned later.
      for (const row of usedUp === -1 ? coming : coming.slice(0, usedUp)) {
        expect(row.plannedStartAt).toBe(row.expectedStartAt)
        expect(row.plannedEndAt).toBe(row.expectedEndAt)
      }
    }),
    { numRuns: 400 },
  )
  expect(accepted).toBeGreaterThan(20)
}, 30_000)
