import { createHash } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'
import type { Instant } from '@openfloor/shared/clock/clock.ts'
import type { Command } from '@openfloor/shared/commands.ts'
import { dueCommand } from '@openfloor/shared/meeting/due.ts'
import type { Actor, Meeting } from '@openfloor/shared/meeting/state.ts'
import type { AlarmClock } from '../server-clock.ts'
import type { Meetings } from './meetings.ts'
import type { CommandRequest } from './outcome.ts'

export interface SchedulerParts {
  readonly meetings: Meetings
  readonly clock: AlarmClock
  readonly logger: Pick<FastifyBaseLogger, 'debug' | 'error'>
}

/** What cannot be carried out, such as while the disk is full, is tried again after so long. */
const RETRY_MS = 1_000

const system: Actor = { role: 'system', linkId: null, personId: null }

/**
 * Sends what time itself causes through the same door as everything else. It waits for one thing in each meeting, the
 * next that is due as the meeting stands, and looks again after each commit. What was due while no server ran is done
 * at the start.
 */
export class Scheduler {
  readonly #parts: SchedulerParts
  /** What calls off the wait, by meeting. */
  readonly #waits = new Map<string, () => void>()
  readonly #unfollow: () => void

  constructor(parts: SchedulerParts) {
    this.#parts = parts
    this.#unfollow = parts.meetings.onCommit(({ meeting }) => this.#look(meeting))
    for (const { meeting } of parts.meetings.all()) this.#look(meeting)
  }

  /** Nothing is sent any more. */
  close(): void {
    this.#unfollow()
    for (const callOff of this.#waits.values()) callOff()
    this.#waits.clear()
  }

  #look(meeting: Meeting): void {
    this.#waits.get(meeting.id)?.()
    this.#waits.delete(meeting.id)
    const due = dueCommand(meeting)
    if (due) this.#wait(meeting.id, due.at, requestOf(due))
  }

  #wait(meetingId: string, at: Instant, request: CommandRequest): void {
    const ring = () => {
      this.#waits.delete(meetingId)
      return this.#send(meetingId, request)
    }
    this.#waits.set(meetingId, this.#parts.clock.at(at, ring))
  }

  /** Refused or done before: something happened meanwhile, or another server was faster, and its commit is on the way. */
  async #send(meetingId: string, request: CommandRequest): Promise<void> {
    const { meetings, clock, logger } = this.#parts
    try {
      const outcome = await meetings.execute(meetingId, request)
      if (outcome.status === 'done') return
      logger.debug({ meetingId, command: request.command.type, outcome }, 'what was due was not carried out')
      const isFree = !this.#waits.has(meetingId)
      if (outcome.status === 'unavailable' && isFree) this.#wait(meetingId, clock.now() + RETRY_MS, request)
    } catch (error) {
      logger.error({ err: error, meetingId, command: request.command.type }, 'what was due failed')
    }
  }
}

/** The id is the same on every server and at every start, so that what is due at one moment is done once. */
function requestOf({ at, command }: { readonly at: Instant; readonly command: Command }): CommandRequest {
  const commandId = createHash('sha256')
    .update(JSON.stringify([at, command]))
    .digest('base64url')
  return { commandId, command, actor: system }
}
