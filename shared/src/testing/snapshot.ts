import type { Meeting, Request } from '../meeting/state.ts'
import type { Table } from '../meeting/table.ts'

/**
 * A meeting as plain values that can be compared: tables as objects; without what can be undone, without the record,
 * which forgets nothing, and without who was told that they are next, which cannot be untold.
 */
export function snapshot(meeting: Meeting) {
  const { undoable: _undoable, record: _record, interventions, requests, people, links, ...rest } = meeting
  return {
    ...rest,
    ...{ interventions: plain(interventions), requests: untold(requests) },
    ...{ people: plain(people), links: plain(links) },
  }
}

function plain<Value extends { readonly id: string }>(table: Table<Value>): Record<string, Value> {
  return Object.fromEntries([...table.values()].map((value) => [value.id, value]))
}

function untold(requests: Table<Request>) {
  return Object.fromEntries([...requests.values()].map(({ toldNext: _told, ...rest }) => [rest.id, rest]))
}
