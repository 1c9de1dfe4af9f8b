import type { Clock } from '@openfloor/shared/clock/clock.ts'
import type { PublicPerson, PublicSegment } from '@openfloor/shared/views/public.ts'
import type { View } from '@openfloor/shared/views/view.ts'

/** Whose time the small window counts: mine, that of who speaks, else the segment's. */
export type FloatingFace =
  | { readonly kind: 'before' | 'between' | 'ended' }
  | { readonly kind: 'mine' | 'interrupted'; readonly clock: Clock; readonly segment: PublicSegment }
  | {
      readonly kind: 'speaker'
      readonly clock: Clock
      readonly person: PublicPerson
      readonly segment: PublicSegment
    }
  | { readonly kind: 'segment'; readonly segment: PublicSegment }

export function floatingFace({ public: everybody, personal }: View): FloatingFace {
  const { meeting, programme, floor } = everybody
  if (meeting.phase === 'planned') return { kind: 'before' }
  if (meeting.phase === 'ended') return { kind: 'ended' }
  const segment = programme.segments.find(({ id }) => id === programme.currentSegmentId)
  if (!segment) return { kind: 'between' }
  if (!floor) return { kind: 'segment', segment }
  const meId = personal?.me.id
  if (floor.personId === meId) return { kind: 'mine', clock: floor.clock, segment }
  if (floor.interrupted && floor.interrupted.personId === meId)
    return { kind: 'interrupted', clock: floor.interrupted.clock, segment }
  return { kind: 'speaker', clock: floor.clock, person: floor, segment }
}

/** Who comes after who has the floor, as far as the list says. */
export function nextInList({ public: everybody, personal }: View): (PublicPerson & { isMe: boolean }) | null {
  const next = everybody.list?.head.find(({ onHold }) => !onHold)
  return next ? { ...next, isMe: next.personId === personal?.me.id } : null
}

/** The newest notice that is still shown: one to me before one to everybody. */
export function noticeNow({ public: everybody, personal }: View, now: number): string | null {
  const isShown = ({ untilAt }: { readonly untilAt: number | null }) => untilAt === null || untilAt > now
  const notice = personal?.notices.find(isShown) ?? everybody.notices.find(isShown)
  return notice?.text ?? null
}
