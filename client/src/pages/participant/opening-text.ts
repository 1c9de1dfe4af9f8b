import type { Instant } from '@openfloor/shared/clock/clock.ts'
import type { Projection } from '@openfloor/shared/programme/projection.ts'
import type { PublicView } from '@openfloor/shared/views/public.ts'
import { m } from '../../paraglide/messages.js'
import { expectedStartOf } from './standing.ts'

/** When the list opens next: with the next open floor. Undefined where none is to come, or one is running. */
export function openingText(
  { programme }: PublicView,
  projection: Projection,
  time: (at: Instant) => string,
): string | undefined {
  const current = programme.segments.find(({ id }) => id === programme.currentSegmentId)
  if (current?.kind === 'open-floor') return undefined
  const next = programme.segments.find(
    ({ kind }, index) => kind === 'open-floor' && projection.segments[index]?.state === 'coming',
  )
  const startAt = next && expectedStartOf(projection, next.id)
  if (!next || startAt === undefined) return undefined
  return m.participant_hand_opens({ title: next.title, time: time(startAt) })
}
