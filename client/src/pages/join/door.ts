import type { Region, StakeholderGroup } from '@openfloor/shared/meeting/state.ts'
import { ask, type Answer } from '../../session/http.ts'
import { heldSessions } from '../../session/sign-in.ts'

/** What stands on the door that a code opens. */
export interface Door {
  readonly meetingId: string
  readonly title: string
  readonly askCountry: boolean
  readonly askGender: boolean
  readonly askMode: boolean
  readonly regions: readonly Region[]
  readonly groups: readonly StakeholderGroup[]
}

/** Who somebody says they are. */
export interface Joining {
  readonly name: string
  readonly organization: string
  readonly groupId: string | null
  readonly country: string | null
  readonly regionId: string | null
  readonly gender: string | null
  readonly mode: string | null
}

/** Looks at the door behind a code. */
export function openDoor(code: string): Promise<Answer<Door>> {
  return ask<Door>('POST', '/api/sessions', { code })
}

/** Whether this browser is a participant of the meeting already; not, where that cannot be found out. */
export async function isInside(meetingId: string): Promise<boolean> {
  const held = await heldSessions(meetingId)
  return held.ok && held.value.some(({ role }) => role === 'participant')
}

/** Joins the meeting; tried again with the same `commandId` it finds the same person. */
export function joinMeeting(
  { meetingId }: Door,
  code: string,
  joining: Joining,
  commandId: string,
): Promise<Answer<{ readonly personId: string }>> {
  return ask('POST', `/api/meetings/${meetingId}/participants`, { code, ...joining, commandId })
}
