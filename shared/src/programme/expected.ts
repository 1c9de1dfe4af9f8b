import { remainingMs } from '../clock/clock.ts'
import type { Instant } from '../clock/clock.ts'
import { heldEnd, type ProgrammeSegment, type Span } from './plan.ts'

/**
 * What lies behind, in programme order.
 * Rule P2: a segment that ran has its actual times.
 * Rule P8: one that was passed over takes no time; it lies where the next one that ran started, or at `endAt`.
 */
export function pastSpans(segments: readonly ProgrammeSegment[], endAt: Instant, now: Instant): Span[] {
  let passedAt = endAt
  return segments
    .toReversed()
    .map(({ startedAt, endedAt }) => {
      if (startedAt === null) return { startAt: passedAt, endAt: passedAt }
      passedAt = startedAt
      return { startAt: startedAt, endAt: endedAt ?? Math.max(startedAt, now) }
    })
    .reverse()
}

/**
 * Rule P3: the current segment is expected to end when what is left of its clock has run, and never before now. What
 * was added to it and what it stood still count, since its clock has them.
 */
export function currentSpan(segment: ProgrammeSegment, mustEndBy: Instant, now: Instant): Span {
  const startAt = segment.startedAt ?? now
  const fromAt = Math.max(startAt, now)
  return { startAt, endAt: endOf(segment, fromAt, mustEndBy, now) }
}

/**
 * What is still to come, from `fromAt` on.
 * Rule P5: one follows the other, each for what is left of its clock; so overruns push, and time won pulls.
 * Rule P6: a fixed start waits for its time, and is late only when the one before runs past it.
 * Rule P9: after a step back, segments that ran and come again count with what is left of them.
 */
export function comingSpans(
  segments: readonly ProgrammeSegment[],
  mustEndBy: readonly Instant[],
  fromAt: Instant,
  now: Instant,
): Span[] {
  let freeAt = fromAt
  return segments.map((segment, index) => {
    const startAt = Math.max(freeAt, segment.fixedStartAt ?? freeAt)
    freeAt = endOf(segment, startAt, mustEndBy[index] ?? Infinity, now)
    return { startAt, endAt: freeAt }
  })
}

/** Rule P7, of what is left: also the current break gives up its time. */
function endOf(segment: ProgrammeSegment, fromAt: Instant, mustEndBy: Instant, now: Instant): Instant {
  return heldEnd(segment, fromAt, fromAt + leftMs(segment, now), mustEndBy)
}

/** What is left of a segment's clock, in ms; nothing where it ran over. */
export function leftMs({ clock }: Pick<ProgrammeSegment, 'clock'>, now: Instant): number {
  return Math.max(0, remainingMs(clock, now))
}
