import type { CommitDraft } from '../commit.ts'
import type { EventOf, MeetingEvent } from './events.ts'
import type { Meeting, RecordEntry, RecordSubject, Role } from './state.ts'

const onRecord: ReadonlySet<Role> = new Set(['coordinator', 'moderator', 'system'])

/** [A1] The meeting with a commit on the record, if a moderator did it, or time itself while the meeting runs. */
export function withRecord(before: Meeting | null, after: Meeting, commit: CommitDraft): Meeting {
  const { id, at, by, command, events } = commit
  if (!before || !onRecord.has(by.role)) return after
  const subject = events.reduce<RecordSubject>(
    (known, event) => ({ ...subjectOf(before, event), ...known }),
    {},
  )
  const entry: RecordEntry = { id, at, by, command, subject, undoneBy: null }
  return { ...after, record: [...markedUndone(after.record, commit), entry] }
}

/** [A2] What was undone stays on the record, with what took it back. */
function markedUndone(record: readonly RecordEntry[], { id, events }: CommitDraft): readonly RecordEntry[] {
  const undone = events.find((event): event is EventOf<'action-undone'> => event.type === 'action-undone')
  if (!undone) return record
  return record.map((entry) => (entry.id === undone.actionId ? { ...entry, undoneBy: id } : entry))
}

/** What an event is about: whom, which segment, how long. Names are looked up when it is read, so that they can be erased. */
function subjectOf(before: Meeting, event: MeetingEvent): RecordSubject {
  return {
    ...(personOf(before, event) ?? {}),
    ...('segmentId' in event && { segmentId: event.segmentId }),
    ...('byMs' in event && { ms: event.byMs }),
    ...('limitMs' in event && event.limitMs !== null && { ms: event.limitMs }),
    ...('title' in event && { text: event.title }),
    ...(event.type === 'notice-sent' && { text: event.text }),
    ...screenOf(before, event),
    ...('requestIds' in event && { count: event.requestIds.length }),
    ...(event.type === 'list-ordered' && { count: event.moves.length }),
  }
}

/** The screen by its name, so that it can still be read when it is gone. */
function screenOf({ screens }: Meeting, event: MeetingEvent): RecordSubject {
  if (event.type === 'screen-added') return { text: event.screen.name, shows: event.screen.shows }
  if (event.type === 'screen-renamed') return { text: event.name }
  if (!('screenId' in event) || event.type === 'notice-sent') return {}
  const name = screens.find(({ id }) => id === event.screenId)?.name
  return { ...(name && { text: name }), ...('shows' in event && { shows: event.shows }) }
}

function personOf(before: Meeting, event: MeetingEvent): RecordSubject | null {
  if ('personId' in event && event.personId !== null) return { personId: event.personId }
  if ('requestId' in event && event.requestId !== null) {
    const request = before.requests.get(event.requestId)
    return request ? { personId: request.personId, segmentId: request.segmentId } : null
  }
  if ('interventionId' in event) {
    const intervention = before.interventions.get(event.interventionId)
    return intervention ? { personId: intervention.personId, segmentId: intervention.segmentId } : null
  }
  return null
}
