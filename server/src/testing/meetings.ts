import { outsideCommand, type WrittenCommand } from '@openfloor/shared/commands.ts'
import type { Actor, Role } from '@openfloor/shared/meeting/state.ts'
import { creationCommand, fromTemplate, newKeys } from '../access/new-meeting.ts'
import { newId } from '../access/secrets.ts'
import type { Journal } from '../journal/journal.ts'
import { Meetings } from '../meetings/meetings.ts'
import type { CommandRequest } from '../meetings/outcome.ts'
import { steadyClock } from '../server-clock.ts'

/** For tests: the meetings of a journal, without any transport; faults are thrown. */
export function loadMeetings(journal: Journal): Promise<Meetings> {
  const report = (error: unknown) => {
    throw error
  }
  return Meetings.load({ journal, clock: steadyClock(), newId, report })
}

/** For tests: the consultation created; tells its id. */
export async function createConsultation(meetings: Meetings): Promise<string> {
  const keys = newKeys(meetings)
  await meetings.create(creationCommand(fromTemplate('gcm-2020', {}), keys), newId())
  return keys.meetingId
}

/** For tests: a request of somebody who came by the link of that role. */
export function request(
  command: WrittenCommand,
  { role = 'coordinator', commandId = newId() }: { role?: Role; commandId?: string } = {},
): CommandRequest {
  const actor: Actor = { role, linkId: `link of the ${role}`, personId: null }
  return { commandId, command: outsideCommand.parse(command), actor }
}
