import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { creationCommand, fromTemplate, newKeys, type Keys } from './new-meeting.ts'
import type { Meetings } from '../meetings/meetings.ts'

const FILE = 'first-meeting.json'

const secret = z.string().regex(/^[\w-]{43}$/)
const keysSchema = z.strictObject({
  meetingId: z.string().regex(/^[\w-]{1,64}$/),
  joinCode: z.string().regex(/^\d{9}$/),
  secrets: z.strictObject({ coordinator: secret, moderator: secret, rapporteur: secret, screen: secret }),
})

/** The keys of the first meeting cannot be read or kept; the message says in one line what to do. */
export class FirstMeetingUnavailable extends Error {}

/**
 * The consultation of the concept note, created at the very first start. Its plain links are kept beside the journal,
 * readable for the server's user alone: the journal has only hashes, and whoever starts the server a second time needs
 * the same links again. Whoever can read this file can read the journal too; to be rid of it, delete it, and the links
 * go on working but are no longer printed. It is written before the meeting is created, so that a crash in between
 * leaves nothing behind that nobody can open.
 *
 * Null when the journal has other meetings and none of this kind.
 */
export async function firstMeeting(meetings: Meetings, dataDir: string): Promise<Keys | null> {
  const path = join(dataDir, FILE)
  const kept = readKeys(path)
  if (kept === null && meetings.size > 0) return null
  const keys = kept ?? newKeys(meetings)
  if (kept === null) writeKeys(path, keys)
  if (meetings.get(keys.meetingId)) return keys
  if (meetings.size > 0) return null
  const outcome = await meetings.create(creationCommand(fromTemplate('gcm-2020', {}), keys), 'first-meeting')
  if (outcome.status === 'done') return keys
  throw new FirstMeetingUnavailable(`The first meeting could not be created: ${JSON.stringify(outcome)}`)
}

function readKeys(path: string): Keys | null {
  const text = readIfThere(path)
  if (text === null) return null
  const parsed = keysSchema.safeParse(parseJson(text))
  if (parsed.success) return parsed.data
  throw new FirstMeetingUnavailable(
    `${path} does not hold the links of the first meeting: restore or delete it`,
  )
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new FirstMeetingUnavailable(`${path} cannot be read: ${(error as Error).message}`)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function writeKeys(path: string, keys: Keys): void {
  try {
    writeFileSync(`${path}.new`, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600, flush: true })
    renameSync(`${path}.new`, path)
  } catch (error) {
    throw new FirstMeetingUnavailable(`${path} cannot be written: ${(error as Error).message}`)
  }
}
