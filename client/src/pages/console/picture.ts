import { mainScreen, type Role, type Screen } from '@openfloor/shared/meeting/state.ts'
import type { ModeratorRow, ModeratorsView } from '@openfloor/shared/views/moderators.ts'
import type { PublicFloor, PublicSegment, PublicView } from '@openfloor/shared/views/public.ts'
import type { ScreenNotice } from '@openfloor/shared/views/screens.ts'
import type { View } from '@openfloor/shared/views/view.ts'
import { firstPointOfOrder, nextSpeaker, type NextSpeaker } from './next-speaker.ts'

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
  /** What runs or is to come is later than planned. */
  readonly isLate: boolean
  readonly floor: PublicFloor | null
  readonly next: NextSpeaker | null
  /** A point of order that waits in the current segment: it is taken at once. */
  readonly pointOfOrder: ModeratorRow | null
  /** The segment whose list is shown: the chosen one, else the one that matters now. Null in a meeting without lists. */
  readonly listed: PublicSegment | null
  /** The list of speakers of `listed`, in speaking order. */
  readonly rows: readonly ModeratorRow[]
  /** The main screen first. */
  readonly screens: readonly Screen[]
  /** Notices to the screens, newest first. */
  readonly screenNotices: readonly ScreenNotice[]
}

/** Arranges a view for the console; null until the moderators' part is there. */
export function pictureOf(
  view: View | null,
  role: Role,
  chosenSegmentId: string | null,
  isLate = false,
): Picture | null {
  if (!view?.moderators) return null
  const { public: everybody, moderators } = view
  const { segments, currentSegmentId } = everybody.programme
  const at = segments.findIndex(({ id }) => id === currentSegmentId)
  const current = segments[at] ?? null
  const listed = listedSegment(everybody, at, chosenSegmentId)
  const waiting = (current && moderators.lists[current.id]) ?? []
  const isEnded = everybody.meeting.phase === 'ended'
  return {
    ...{ role, public: everybody, moderators, segments, current, listed, isLate },
    previous: segments[at - 1] ?? null,
    following: isEnded ? null : (segments[at + 1] ?? null),
    floor: everybody.floor,
    next: current && nextSpeaker(current, waiting, everybody.floor),
    pointOfOrder: current && firstPointOfOrder(waiting),
    rows: (listed && moderators.lists[listed.id]) ?? [],
    screens: view.screens?.screens ?? [mainScreen],
    screenNotices: view.screens?.notices ?? [],
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
