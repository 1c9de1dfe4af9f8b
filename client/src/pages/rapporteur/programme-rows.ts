import type { ProjectedSegment, Projection } from '@openfloor/shared/programme/projection.ts'
import type { PublicSegment, PublicView } from '@openfloor/shared/views/public.ts'

/** A segment with its planned and expected times. */
interface ProgrammeRow {
  readonly segment: PublicSegment
  readonly projected: ProjectedSegment
}

/** A session's heading and its segments; `id` is the first segment's, for a session may come twice. */
export interface ProgrammeGroup {
  readonly id: string
  readonly title: string
  readonly rows: readonly ProgrammeRow[]
}

/** The programme in its order, segments of one session that follow each other under one heading. */
export function programmeRows(
  { sessions, segments }: PublicView['programme'],
  projection: Projection,
): readonly ProgrammeGroup[] {
  const groups: { id: string; sessionId: string; title: string; rows: ProgrammeRow[] }[] = []
  segments.forEach((segment, index) => {
    const projected = projection.segments[index]
    if (projected === undefined) return
    const { id, sessionId } = segment
    const last = groups.at(-1)
    if (last?.sessionId === sessionId) last.rows.push({ segment, projected })
    else {
      const title = sessions.find((session) => session.id === sessionId)?.title ?? ''
      groups.push({ id, sessionId, title, rows: [{ segment, projected }] })
    }
  })
  return groups
}
