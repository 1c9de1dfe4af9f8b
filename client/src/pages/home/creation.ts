import type { Instant } from '@openfloor/shared/clock/clock.ts'
import type { MeetingDraft } from '@openfloor/shared/commands.ts'
import { ask, type Answer } from '../../session/http.ts'

/** A meeting that was just created; the links are told only now. */
export interface CreatedMeeting {
  readonly meetingId: string
  readonly joinCode: string
  readonly links: Readonly<Record<LinkRole, string>>
}

export type LinkRole = 'coordinator' | 'moderator' | 'rapporteur' | 'participant' | 'screen'

/** What the form asks for; an empty title leaves that of the template. */
export interface Creation {
  readonly programme: 'consultation' | 'empty'
  readonly title: string
  readonly startsAt: Instant
  readonly timeZone: string
}

export function createMeeting({
  programme,
  title,
  startsAt,
  timeZone,
}: Creation): Promise<Answer<CreatedMeeting>> {
  if (programme === 'consultation')
    return ask('POST', '/api/meetings', {
      template: 'gcm-2020',
      startsAt,
      timeZone,
      ...(title.trim() !== '' && { title }),
    })
  const draft: MeetingDraft = { title, startsAt, timeZone, sessions: [], segments: [] }
  return ask('POST', '/api/meetings', { draft })
}
