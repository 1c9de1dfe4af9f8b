import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { localOf } from '@openfloor/shared/clock/time-of-day.ts'
import { projectProgramme, type Projection } from '@openfloor/shared/programme/projection.ts'
import type { PublicView } from '@openfloor/shared/views/public.ts'

const MINUTE_MS = 60_000

/** A segment as the programme on a screen shows it. */
export interface ProgrammeRow {
  readonly segmentId: string
  readonly title: string
  /** Empty where it is that of the row before. */
  readonly sessionTitle: string
  readonly state: 'done' | 'current' | 'coming'
  /** When it started or is expected to. */
  readonly startAt: Instant
  /** When it was planned to, where that is another minute; else null. */
  readonly plannedAt: Instant | null
  readonly endAt: Instant
}

/** Where the meeting is. */
export interface ProgrammeShown {
  readonly rows: readonly ProgrammeRow[]
  readonly projection: Projection
}

/**
 * So many segments of the day as there is room for: the one that runs, one before it, and what follows; at the end of the
 * day what was before fills the room. What was passed over is left out.
 */
export function programmeShown(view: PublicView, now: Instant, room: number): ProgrammeShown {
  const projection = projectProgramme({ ...view.meeting, ...view.programme }, now)
  const all = allRows(view, projection)
  const centre = all.find(({ state }) => state !== 'done') ?? all.at(-1)
  const dayOf = (at: Instant) => localOf(at, view.meeting.timeZone).date
  const day = all.filter(({ startAt }) => centre && dayOf(startAt) === dayOf(centre.startAt))
  const first = Math.max(0, Math.min(day.findIndex((row) => row === centre) - 1, day.length - room))
  return { rows: day.slice(first, first + room).map(withoutRepeated), projection }
}

function allRows({ programme }: PublicView, projection: Projection): readonly ProgrammeRow[] {
  return projection.segments.flatMap(({ state, expectedStartAt, expectedEndAt, plannedStartAt }, index) => {
    if (state === 'passed-over') return []
    const { id, title, sessionId } = programme.segments[index]!
    const session = programme.sessions.find((each) => each.id === sessionId)?.title ?? ''
    const isMoved = Math.floor(plannedStartAt / MINUTE_MS) !== Math.floor(expectedStartAt / MINUTE_MS)
    const times = {
      startAt: expectedStartAt,
      endAt: expectedEndAt,
      plannedAt: isMoved ? plannedStartAt : null,
    }
    return [{ segmentId: id, title, sessionTitle: session === title ? '' : session, state, ...times }]
  })
}

function withoutRepeated(row: ProgrammeRow, index: number, rows: readonly ProgrammeRow[]): ProgrammeRow {
  return row.sessionTitle === rows[index - 1]?.sessionTitle ? { ...row, sessionTitle: '' } : row
}
