import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { plannedSpans } from '@openfloor/shared/programme/plan.ts'
import type { PublicSegment, PublicView } from '@openfloor/shared/views/public.ts'
import type { Draft } from '../draft.svelte.ts'
import type { PlanDesk } from '../plan-desk.svelte.ts'
import { endOfSession, headingsOf } from '../programme-layout.ts'
import { newSegmentPlan, segmentFields, type SegmentFields } from '../segment-form.ts'

/** The segment before that one; null for the first. */
export function predecessorOf({ programme }: PublicView, segmentId: string): string | null {
  const at = programme.segments.findIndex(({ id }) => id === segmentId)
  return programme.segments[at - 1]?.id ?? null
}

/** When one is planned to start that has no fixed start and follows that segment; null: at the head. */
export function startAfter({ meeting, programme }: PublicView, predecessorId: string | null): Instant {
  const at = programme.segments.findIndex(({ id }) => id === predecessorId)
  return plannedSpans({ ...programme, ...meeting })[at]?.endAt ?? meeting.startsAt
}

/** The draft of a segment's plan; one that somebody else removed reads as it was last. */
export function segmentDraft(desk: PlanDesk, segment: PublicSegment): Draft<SegmentFields> {
  let latest = segment
  return desk.draft(`segment-${segment.id}`, () => {
    const { meeting, programme } = desk.shown
    latest = programme.segments.find(({ id }) => id === latest.id) ?? latest
    const startAt = startAfter(desk.shown, predecessorOf(desk.shown, latest.id))
    return segmentFields(latest, startAt, meeting.timeZone)
  })
}

/** The draft of a segment that is to be added at the end of a session. */
export function newSegmentDraft(desk: PlanDesk, sessionId: string): Draft<SegmentFields> {
  return desk.draft(`new-segment-${sessionId}`, () => {
    const { meeting, programme } = desk.shown
    const headings = headingsOf(programme.sessions, programme.segments)
    const startAt = startAfter(desk.shown, endOfSession(headings, sessionId))
    return segmentFields(newSegmentPlan, startAt, meeting.timeZone)
  })
}
