import type { CommandOf } from '@openfloor/shared/commands.ts'
import type { Session } from '@openfloor/shared/meeting/state.ts'
import type { PublicSegment } from '@openfloor/shared/views/public.ts'

/** A session with its segments, as the programme shows them. */
export interface Heading {
  readonly session: Session
  readonly segments: readonly PublicSegment[]
}

/** A segment's new place, as it is sent. */
export type SegmentMove = Omit<CommandOf<'move-segment'>, 'type'>

/** Why a session cannot be moved one up or down: `long`, since both have several segments, or `ran`. */
export type SessionMove = SegmentMove | 'at-the-edge' | 'long' | 'ran'

export type Direction = 'up' | 'down'

/**
 * The programme under its headings: sessions in the order of their segments. One without segments stands behind the
 * session it was added after.
 */
export function headingsOf(
  sessions: readonly Session[],
  segments: readonly PublicSegment[],
): readonly Heading[] {
  const headings = sessions.map((session) => ({
    session,
    segments: segments.filter(({ sessionId }) => sessionId === session.id),
  }))
  const place = ({ segments: [first] }: Heading) => (first ? segments.indexOf(first) : -1)
  const filled = headings
    .filter(({ segments }) => segments.length > 0)
    .toSorted((a, b) => place(a) - place(b))
  return headings.reduce<readonly Heading[]>(
    (placed, heading, at) =>
      heading.segments.length > 0 ? placed : insertedBehind(placed, heading, headings[at - 1]),
    filled,
  )
}

/** Behind which segment one is added at the end of that session; null at the head of the programme. */
export function endOfSession(headings: readonly Heading[], sessionId: string): string | null {
  const at = headings.findIndex(({ session }) => session.id === sessionId)
  return lastSegmentId(headings.slice(0, at + 1))
}

/** The move that puts a segment at that place among the other segments of that session. */
export function placeSegment(
  headings: readonly Heading[],
  segmentId: string,
  target: { readonly sessionId: string; readonly index: number },
): SegmentMove {
  const { sessionId, index } = target
  const others = headings.map(({ session, segments }) => ({
    session,
    segments: segments.filter(({ id }) => id !== segmentId),
  }))
  const at = others.findIndex(({ session }) => session.id === sessionId)
  const before = others[at]?.segments[index - 1]
  return { segmentId, sessionId, after: before?.id ?? lastSegmentId(others.slice(0, at)) }
}

/** One place up or down, over the heading into the next session where it is the first or last; null at the edge. */
export function stepSegment(
  headings: readonly Heading[],
  segmentId: string,
  direction: Direction,
): SegmentMove | null {
  const at = headings.findIndex(({ segments }) => segments.some(({ id }) => id === segmentId))
  const heading = headings[at]
  if (!heading) return null
  const index = heading.segments.findIndex(({ id }) => id === segmentId) + (direction === 'up' ? -1 : 1)
  if (index >= 0 && index < heading.segments.length)
    return placeSegment(headings, segmentId, { sessionId: heading.session.id, index })
  const neighbour = headings[direction === 'up' ? at - 1 : at + 1]
  if (!neighbour) return null
  const edge = direction === 'up' ? neighbour.segments.length : 0
  return placeSegment(headings, segmentId, { sessionId: neighbour.session.id, index: edge })
}

/**
 * A session changes places with the next one up or down. Segments move one at a time and sessions stay in one piece
 * (rule E4), so it takes one of the two to have a single segment, which has not run.
 */
export function stepSession(
  headings: readonly Heading[],
  sessionId: string,
  direction: Direction,
): SessionMove {
  const filled = headings.filter(({ segments }) => segments.length > 0)
  const at = filled.findIndex(({ session }) => session.id === sessionId)
  const [upper, lower] = direction === 'up' ? [filled[at - 1], filled[at]] : [filled[at], filled[at + 1]]
  if (at === -1 || !upper || !lower) return 'at-the-edge'
  const singles = [upper, lower].filter(({ segments }) => segments.length === 1)
  if (singles.length === 0) return 'long'
  const movable = singles.find(({ segments }) => segments[0]!.startedAt === null)
  if (!movable) return 'ran'
  const segmentId = movable.segments[0]!.id
  const above = filled.slice(0, filled.indexOf(upper))
  const after = movable === upper ? lower.segments.at(-1)!.id : lastSegmentId(above)
  return { segmentId, sessionId: movable.session.id, after }
}

function insertedBehind(
  placed: readonly Heading[],
  heading: Heading,
  predecessor: Heading | undefined,
): readonly Heading[] {
  const at = placed.findIndex(({ session }) => session.id === predecessor?.session.id) + 1
  return placed.toSpliced(at, 0, heading)
}

function lastSegmentId(headings: readonly Heading[]): string | null {
  return headings.findLast(({ segments }) => segments.length > 0)?.segments.at(-1)?.id ?? null
}
