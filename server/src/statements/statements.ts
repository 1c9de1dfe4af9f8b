import { decide } from '@openfloor/shared/meeting/meeting.ts'
import { isRefusal } from '@openfloor/shared/meeting/refusals.ts'
import type { Actor, WrittenStatement } from '@openfloor/shared/meeting/state.ts'
import { hashOfBlob, type Blobs } from '../blobs/blobs.ts'
import type { Meetings, MeetingStanding } from '../meetings/meetings.ts'
import type { Outcome } from '../meetings/outcome.ts'
import type { ServerClock } from '../server-clock.ts'
import { Turns } from './turns.ts'

export interface StatementsParts {
  readonly meetings: Meetings
  readonly blobs: Blobs
  readonly clock: ServerClock
  /** Hears of what should not happen and was survived. */
  readonly report: (error: unknown) => void
}

/** Whose request it is for, by whom, and the id under which it is done once. */
export interface Filing {
  readonly meetingId: string
  readonly requestId: string
  readonly actor: Actor
  readonly commandId: string
}

/** A file that was looked at, with its name. */
export interface TakenFile {
  readonly bytes: Uint8Array
  readonly name: string
  readonly mediaType: string
}

type Refused = Extract<Outcome, { status: 'refused' }>

/** What `decide` is asked with before there is a statement; it looks at who may file one, and not into it. */
const anyStatement: WrittenStatement = { form: 'text', text: '' }

/**
 * Statements in writing: texts in the journal, files among the blobs. A file is stored before the meeting is told of it,
 * and taken away again when no request of any meeting names it: after a refusal, and when another took its place.
 */
export class Statements {
  readonly #parts: StatementsParts
  readonly #turns = new Turns()

  constructor(parts: StatementsParts) {
    this.#parts = parts
  }

  /** Takes away every file that no request names: of meetings that are gone, and of people who were erased. */
  async sweep(): Promise<void> {
    for (const hash of await this.#parts.blobs.list()) await this.#release(hash)
  }

  /** Why the meeting, as it stands, would not take a statement for this request by this person; null: it would. */
  refusal({ meeting, version }: MeetingStanding, requestId: string, actor: Actor): Refused | null {
    const context = { now: this.#parts.clock.now(), actor, newId: () => '' }
    const command = { type: 'file-statement', requestId, statement: anyStatement } as const
    const decision = decide(meeting, command, context)
    return isRefusal(decision) ? { status: 'refused', refusal: decision.refused, version } : null
  }

  fileText(filing: Filing, text: string): Promise<Outcome> {
    return this.#inTurn(filing, () => this.#tell(filing, { form: 'text', text }))
  }

  /** Rejects when the disk is broken; a full one is an outcome. */
  fileDocument(filing: Filing, file: TakenFile): Promise<Outcome> {
    const hash = hashOfBlob(file.bytes)
    return this.#inTurn(filing, async () => {
      const outcome = await this.#turns.take(hash, () => this.#storeAndTell(filing, file))
      if (isCertain(outcome)) await this.#release(hash)
      return outcome
    })
  }

  /** One statement of a request after another, so that each knows the file that it takes the place of. */
  #inTurn(filing: Filing, file: () => Promise<Outcome>): Promise<Outcome> {
    const { meetingId, requestId } = filing
    return this.#turns.take(`${meetingId}/${requestId}`, async () => {
      const standing = this.#parts.meetings.get(meetingId)
      const before = standing?.meeting.requests.get(requestId)?.statement
      const outcome = await file()
      if (outcome.status === 'done' && before?.form === 'file') await this.#release(before.hash)
      return outcome
    })
  }

  async #storeAndTell(filing: Filing, { bytes, name, mediaType }: TakenFile): Promise<Outcome> {
    const stored = await this.#parts.blobs.put(bytes)
    if (stored.status === 'refused') return { status: 'unavailable', reason: stored.reason }
    return this.#tell(filing, { form: 'file', hash: stored.hash, name, mediaType, bytes: bytes.length })
  }

  #tell({ meetingId, requestId, commandId, actor }: Filing, statement: WrittenStatement): Promise<Outcome> {
    const command = { type: 'file-statement', requestId, statement } as const
    return this.#parts.meetings.execute(meetingId, { commandId, command, actor })
  }

  /** Takes the file away unless a request names it. The statement is filed, or not, whatever becomes of this. */
  async #release(hash: string): Promise<void> {
    const { meetings, blobs, report } = this.#parts
    await this.#turns
      .take(hash, async () => {
        if (!meetings.all().some((standing) => names(standing, hash))) await blobs.delete(hash)
      })
      .catch(report)
  }
}

function names({ meeting }: MeetingStanding, hash: string): boolean {
  for (const { statement } of meeting.requests.values())
    if (statement?.form === 'file' && statement.hash === hash) return true
  return false
}

/** Whether it is known what became of it. */
function isCertain(outcome: Outcome): boolean {
  return outcome.status !== 'unavailable' || outcome.reason !== 'store-failed'
}
