import type { PublicPerson, PublicSegment, PublicView } from './public.ts'

/**
 * Who is to speak next as far as everybody may know; null: nobody. On an open floor the list goes before the seats;
 * elsewhere the seats go first, in their order.
 */
export function nextSpeaker(
  { list, floor }: PublicView,
  { kind, panel }: PublicSegment,
): PublicPerson | null {
  const waiting = list?.head.find(({ onHold }) => !onHold) ?? null
  const seated = panel.find(({ personId, spoken }) => spoken === 0 && personId !== floor?.personId) ?? null
  return kind === 'open-floor' ? (waiting ?? seated) : (seated ?? waiting)
}
