import type { Instant } from '../clock/clock.ts'
import type { Meeting, RecordEntry, Role } from '../meeting/state.ts'

/** An action on the record as it is read: who, when, what, about whom, and whether it was undone. */
export interface RecordRow {
  readonly id: string
  readonly at: Instant
  readonly role: Role
  /** Tells the moderators of one role apart: the link they came by. */
  readonly linkId: string | null
  readonly command: string
  readonly personName: string | null
  readonly segmentTitle: string | null
  /** A limit, or what was added, in ms. */
  readonly ms: number | null
  readonly text: string | null
  readonly count: number | null
  readonly undone: boolean
}

/** An entry with the names it points to; a person or segment that is no more is null. */
export function recordRow(meeting: Meeting, entry: RecordEntry): RecordRow {
  const { id, at, by, command, subject, undoneBy } = entry
  const { personId, segmentId, ms = null, text = null, count = null } = subject
  const segment = meeting.segments.find((other) => other.id === segmentId)
  return {
    ...{ id, at, role: by.role, linkId: by.linkId, command, ms, text, count },
    personName: (personId !== undefined && meeting.people.get(personId)?.name) || null,
    segmentTitle: segment?.title ?? null,
    undone: undoneBy !== null,
  }
}
