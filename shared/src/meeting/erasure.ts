import type { Instant } from '../clock/clock.ts'
import { getPerson } from './queries.ts'
import type { Intervention, Meeting, OnBehalfOf, RecordEntry, Request } from './state.ts'
import type { Table } from './table.ts'

/**
 * [R9] The meeting without anything that names or describes a person. Who spoke, when, how long and for which group stays,
 * so that the record's arithmetic does.
 */
export function withoutWords(meeting: Meeting, personId: string, at: Instant): Meeting {
  const person = getPerson(meeting, personId)
  const isTheirs = (value: { readonly personId: string | null }) => value.personId === personId
  return {
    ...meeting,
    erasures: meeting.erasures + 1,
    people: meeting.people.set(personId, {
      ...person,
      ...{ name: '', organization: '', country: null, gender: null, erasedAt: at },
    }),
    requests: blanked(meeting.requests, isTheirs, wordlessRequest),
    interventions: blanked(meeting.interventions, isTheirs, wordlessIntervention),
    notices: meeting.notices.filter((notice) => !isTheirs(notice)),
    record: meeting.record.map((entry) =>
      entry.subject.personId === personId ? wordlessEntry(entry) : entry,
    ),
  }
}

function blanked<Value extends { readonly id: string; readonly personId: string }>(
  table: Table<Value>,
  isTheirs: (value: Value) => boolean,
  blank: (value: Value) => Value,
): Table<Value> {
  let rest = table
  for (const value of table.values()) if (isTheirs(value)) rest = rest.set(value.id, blank(value))
  return rest
}

/** The capacity selected the limit; it stays, and the name goes. */
function nameless({ capacity }: OnBehalfOf): OnBehalfOf {
  return { capacity, name: '' }
}

function wordlessRequest(request: Request): Request {
  return { ...request, topic: '', onBehalfOf: nameless(request.onBehalfOf), statement: null }
}

function wordlessIntervention(intervention: Intervention): Intervention {
  return { ...intervention, onBehalfOf: nameless(intervention.onBehalfOf) }
}

function wordlessEntry(entry: RecordEntry): RecordEntry {
  const { text: _text, ...subject } = entry.subject
  return { ...entry, subject }
}
