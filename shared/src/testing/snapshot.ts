import type { Meeting } from '../meeting/state.ts'
import type { Table } from '../meeting/table.ts'

/** A meeting as plain values that can be compared: tables as objects, and without what can be undone. */
export function snapshot(meeting: Meeting) {
  const { undoable: _undoable, interventions, requests, people, links, ...rest } = meeting
  return {
    ...rest,
    ...{ interventions: plain(interventions), requests: plain(requests) },
    ...{ people: plain(people), links: plain(links) },
  }
}

function plain<Value extends { readonly id: string }>(table: Table<Value>): Record<string, Value> {
  return Object.fromEntries([...table.values()].map((value) => [value.id, value]))
}
