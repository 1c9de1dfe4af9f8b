import type { Role } from '@openfloor/shared/meeting/state.ts'
import type { ModeratorRow, ModeratorsView } from '@openfloor/shared/views/moderators.ts'
import type { PublicFloor, PublicPerson, PublicSegment, PublicView } from '@openfloor/shared/views/public.ts'
import type { View } from '@openfloor/shared/views/view.ts'

/** Who speaks next if nobody decides otherwise: the way `give-floor` names them, and their limit. */
interface NextSpeaker {
  readonly to: { readonly requestId: string } | { readonly personId: string }
  readonly person: PublicPerson
  readonly limitMs: number
}

/** The meeting as its moderators see it, arranged for the console. Pure: the same view gives the same picture. */
export interface Picture {
  readonly role: Role
  readonly public: PublicView
  readonly moderators: ModeratorsView
  readonly segments: readonly PublicSegment[]
  readonly current: PublicSegment | null
  /** The neighbours of the current segment; before the start the first one follows. */
  readonly previous: PublicSegment | null
  readonly following: PublicSegment | null
  readonly floor: PublicFloor | null
  readonly next: NextSpeaker | null
  /** The segment whose list is shown: the chosen one, else the one that matters now. Null in a meeting without lists. */
  readonly listed: PublicSegment | null
  /** The list of speakers of `listed`, in speaking order. */
  readonly rows: readonly ModeratorRow[]
}

/** Arranges a view for the console; null until the moderators' part is there. */
export function pictureOf(view: View | null, role: Role, chosenSegmentId: string | null): Picture | null {
  if (!view?.moderators) return null
  const { public: everybody, moderators } = view
  const { segments, currentSegmentId } = everybody.programme
  const at = segments.findIndex(({ id }) => id === currentSegmentId)
  const current = segments[at] ?? null
  const listed = listedSegment(everybody, at, chosenSegmentId)
  const isEnded = everybody.meeting.phase === 'ended'
  return {
    ...{ role, public: everybody, moderators, segments, current, listed },
    previous: segments[at - 1] ?? null,
    following: isEnded ? null : (segments[at + 1] ?? null),
    floor: everybody.floor,
    next: current && nextSpeaker(current, moderators.lists[current.id] ?? [], everybody.floor),
    rows: (listed && moderators.lists[listed.id]) ?? [],
  }
}

/** The chosen segment; else the current one, in a break the next that has a list, before the start the first floor. */
function listedSegment(
  { programme: { segments }, meeting }: PublicView,
  currentIndex: number,
  chosenSegmentId: string | null,
): PublicSegment | null {
  const withList = (segment: PublicSegment) => segment.kind !== 'break'
  const chosen = segments.find((segment) => segment.id === chosenSegmentId && withList(segment))
  if (chosen) return chosen
  if (meeting.phase === 'planned') {
    return segments.find(({ kind }) => kind === 'open-floor') ?? segments.find(withList) ?? null
  }
  return segments.slice(Math.max(0, currentIndex)).find(withList) ?? null
}

/** On an open floor the list goes before the seats; elsewhere the seats go first, in their order. */
function nextSpeaker(
  { kind, panel }: PublicSegment,
  rows: readonly ModeratorRow[],
  floor: PublicFloor | null,
): NextSpeaker | null {
  if (kind === 'break') return null
  const [row] = rows
  const seat = panel.find(({ personId, spoken }) => spoken === 0 && personId !== floor?.personId)
  const waiting = row && { to: { requestId: row.requestId }, person: row, limitMs: row.limitMs }
  const seated = seat && { to: { personId: seat.personId }, person: seat, limitMs: seat.limitMs }
  return (kind === 'open-floor' ? (waiting ?? seated) : (seated ?? waiting)) ?? null
}
