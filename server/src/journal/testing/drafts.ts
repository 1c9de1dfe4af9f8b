import type { CommitDraft } from '@openfloor/shared/commit.ts'
import type { Journal } from '../journal.ts'

/** A draft for tests: a meeting renamed, by nobody in particular, at a time that grows with the version. */
export function draftOf(meetingId: string, version: number, over: Partial<CommitDraft> = {}): CommitDraft {
  return {
    meetingId,
    epoch: `epoch-of-${meetingId}`,
    version,
    id: `commit-${meetingId}-${version}`,
    at: 1_604_912_400_000 + version,
    by: { role: 'moderator', linkId: 'link-1', personId: null },
    commandId: `command-${meetingId}-${version}`,
    command: 'rename-meeting',
    events: [{ type: 'meeting-renamed', title: `Title ${version}` }],
    ...over,
  }
}

/** Appends versions `from` to `to` of a meeting, all in flight together; throws if one is not durable. */
export async function appendVersions(
  journal: Journal,
  meetingId: string,
  from: number,
  to: number,
): Promise<void> {
  const drafts = Array.from({ length: to - from + 1 }, (_, index) => draftOf(meetingId, from + index))
  const answers = await Promise.all(drafts.map((draft) => journal.append(draft)))
  const lost = answers.find(({ status }) => status !== 'durable')
  if (lost !== undefined) throw new Error(`An append was answered ${lost.status}.`)
}

/** The versions a journal has of a meeting. */
export async function versionsIn(journal: Journal, meetingId: string): Promise<readonly number[]> {
  return (await journal.read(meetingId, 0)).map(({ version }) => version)
}
