import type { MeetingSession } from './meeting-session.ts'

/** Where this browser, in its role, gets the programme as a calendar file. */
export function calendarHref({ meetingId, role }: Pick<MeetingSession, 'meetingId' | 'role'>): string {
  return `/api/meetings/${meetingId}/programme.ics?role=${role}`
}

/** The address for calendars that subscribe: they cannot sign in, so it holds the join code. */
export function calendarAddress(
  origin: string,
  meeting: { readonly id: string; readonly joinCode: string },
): string {
  return `${origin}/api/meetings/${meeting.id}/programme.ics?code=${meeting.joinCode}`
}
