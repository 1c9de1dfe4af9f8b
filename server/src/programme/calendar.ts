import ical, { ICalCalendarMethod } from 'ical-generator'
import type { Instant } from '@openfloor/shared/clock/clock.ts'
import type { Meeting, Segment } from '@openfloor/shared/meeting/state.ts'
import { plannedSpans } from '@openfloor/shared/programme/plan.ts'

/** How often a calendar that subscribed asks again. */
const REFRESH_SECONDS = 15 * 60

/** What a calendar is made of. */
interface CalendarSource {
  readonly meeting: Meeting
  /** Of the meeting: a later file takes the place of an earlier one. */
  readonly version: number
  readonly now: Instant
  /** The page of the meeting. */
  readonly pageUrl: string
}

/**
 * Rule P17: the programme as a calendar (RFC 5545), an event a segment, as it is planned. Times are in UTC, which every
 * calendar shows in its reader's zone. It names nobody, and holds neither the join code nor any link that signs in.
 */
export function programmeCalendar({ meeting, version, now, pageUrl }: CalendarSource): string {
  const calendar = ical({
    prodId: { company: 'Openfloor', product: 'Programme' },
    method: ICalCalendarMethod.PUBLISH,
    name: escaped(meeting.title),
    ttl: REFRESH_SECONDS,
  })
  const common = { sequence: version, stamp: new Date(now), url: pageUrl }
  const spans = plannedSpans(meeting)
  for (const [index, segment] of meeting.segments.entries()) {
    const { startAt, endAt } = spans[index]!
    // An event ends after it starts (RFC 5545 §3.8.2.2); a break that was given up has no time.
    if (endAt <= startAt) continue
    calendar.createEvent({
      ...common,
      id: uid(meeting, segment.id),
      ...{ start: new Date(startAt), end: new Date(endAt) },
      summary: summaryOf(meeting, segment),
      description: [meeting.title, ...segment.guidingPoints.map((point) => `• ${point}`)].join('\n'),
    })
  }
  // A calendar has at least one part (RFC 5545 §3.6): where nothing is planned yet, when the meeting starts.
  if (calendar.length() === 0)
    calendar.createEvent({
      ...{ ...common, id: uid(meeting, 'start') },
      ...{ start: new Date(meeting.startsAt), summary: meeting.title },
    })
  return `${calendar.toString()}\r\n`
}

/** The same for a segment whatever is edited, and another one in every meeting. */
function uid({ id }: Meeting, segmentId: string): string {
  return `${segmentId}.${id}@openfloor`
}

function summaryOf({ sessions }: Meeting, { title, sessionId }: Segment): string {
  const session = sessions.find(({ id }) => id === sessionId)?.title
  return session === undefined || session === title ? title : `${title} · ${session}`
}

/** The library escapes every text but the calendar's name (RFC 5545 §3.3.11). */
function escaped(text: string): string {
  return text.replace(/[\\;,]/g, String.raw`\$&`)
}
