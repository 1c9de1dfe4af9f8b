import { isDeepStrictEqual } from 'node:util'
import { diff } from '@openfloor/shared/views/patch.ts'
import { connectedPeople } from '@openfloor/shared/views/presence.ts'
import { viewOf } from '@openfloor/shared/views/view.ts'
import type { Meeting } from '@openfloor/shared/meeting/state.ts'
import type { Page } from './page.ts'
import type { History } from './record-faults.ts'
import type { SimulatedServer } from './server.ts'
import type { Sightings } from './sightings.ts'

/** [Promise 2] Pages that do not show what the server knows, now that all is quiet. */
export function* pageFaults(pages: readonly Page[], meeting: Meeting, server: SimulatedServer) {
  for (const { visitor, view, presence, isSignedOut } of pages) {
    const { name, role, personId } = visitor
    const isRemoved = personId !== null && meeting.people.get(personId)!.removedAt !== null
    if (isSignedOut !== isRemoved) yield `${name} is signed out: ${isSignedOut}, removed: ${isRemoved}`
    if (isSignedOut) continue
    const expected = asReceived(viewOf(meeting, role, personId))
    if (!isDeepStrictEqual(view, expected))
      yield `${name} sees something else: ${JSON.stringify(diff(view ?? {}, expected))}`
    const there = presenceOf(server, meeting)
    if (role === 'moderator' && !isDeepStrictEqual(presence, there))
      yield `${name} counts ${JSON.stringify(presence)} instead of ${JSON.stringify(there)}`
  }
}

/** [Promise 2] What was seen during the storm and never was so at that version. */
export function* sightingFaults({ kept, faults }: Sightings, { meetings }: History): Generator<string> {
  yield* faults
  for (const { role, personId, audience, version, part } of kept) {
    const meeting = meetings[version]
    const expected = meeting && asReceived(viewOf(meeting, role, personId))[audience]
    // Whoever has only just joined is shown themselves before the rest has come so far.
    if (audience === 'personal' && expected === undefined) continue
    if (!isDeepStrictEqual(part, expected))
      yield `${role} ${personId} saw ${audience} ${version} otherwise: ${JSON.stringify(diff(part as object, expected ?? {}))}`
  }
}

/** As JSON brings it. */
function asReceived<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value
}

function presenceOf(server: SimulatedServer, meeting: Meeting) {
  const actors = server.connections.map(({ actor }) => actor)
  const inRole = (role: string) => actors.filter((actor) => actor.role === role)
  const there = new Set(inRole('participant').flatMap(({ personId }) => personId ?? []))
  return {
    participants: there.size,
    people: connectedPeople(meeting, there),
    moderators: inRole('moderator').length,
    screens: inRole('screen').length,
    displays: inRole('screen').length === 0 ? {} : { main: inRole('screen').length },
  }
}
