import fc from 'fast-check'
import { expect, test } from 'vitest'
import { send, untold } from '../testing/chronicle.ts'
import { createConsultation, STARTS_AT, system } from '../testing/consultation.ts'
import { anyCourse, sentBy } from '../testing/moves.ts'
import type { Meeting } from '../meeting/state.ts'
import { applyPatch, diff, type Patch } from './patch.ts'
import { viewOf } from './view.ts'

/**
 * JSON as it arrives: without `-0`, which JSON does not have, without the one key that no view has, and without keys
 * that are escaped: `JSON.parse` of Node 24.21 takes `"\\"` for `"\""` where it read the other in that place before.
 */
const json = fc.object({
  maxDepth: 4,
  key: fc.string({ maxLength: 3 }).filter((key) => key !== '__proto__' && !/["\\]/.test(key)),
  values: [fc.integer(), fc.boolean(), fc.string({ maxLength: 3 }), fc.constant(null)],
  withObjectString: false,
})

/** The same value with a few places changed, so that most of it stays. */
const neighbours = fc.tuple(json, json, json).map(([shared, before, after]) => [
  { ...shared, part: before, list: [shared, before, 1] },
  { ...shared, part: after, list: [after, shared, before, 1].slice(Object.keys(after).length % 2) },
])

function copied<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}

function travelled(before: object, after: object): Patch | null {
  return copied(diff(before, after))
}

test('[V8] a patch turns any value into any other', () => {
  fc.assert(
    fc.property(fc.oneof(fc.tuple(json, json), neighbours), ([before, after]) => {
      const was = copied(before)
      const patch = travelled(before!, after!)
      expect(patch === null ? before : applyPatch(before!, patch)).toEqual(after)
      expect(before).toEqual(was)
    }),
    { numRuns: 1_000 },
  )
})

test('[V8] a value is equal to itself, also to a copy', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(diff(value, copied(value))).toBeNull()
    }),
  )
})

test('[V8] the views of a random meeting follow it by patches alone', () => {
  fc.assert(
    fc.property(anyCourse, (moves) => {
      let chronicle = send(untold(STARTS_AT), system, createConsultation).chronicle
      let seen = viewsOf(chronicle.meeting!)
      for (const move of moves) {
        const { by, command } = sentBy(move, chronicle.meeting!)
        chronicle = send({ ...chronicle, now: chronicle.now + move.passMs }, by, command).chronicle
        const patch = travelled(seen, viewsOf(chronicle.meeting!))
        if (patch) seen = applyPatch(seen, patch)
        expect(seen).toEqual(viewsOf(chronicle.meeting!))
      }
    }),
    { numRuns: 60 },
  )
}, 30_000)

/** What everybody together sees; as JSON, so that an `undefined` in a view would be found. */
function viewsOf(meeting: Meeting) {
  const participants = ['amina', 'boris'].map((id) => viewOf(meeting, 'participant', id))
  return { moderator: viewOf(meeting, 'moderator', null), participants }
}
