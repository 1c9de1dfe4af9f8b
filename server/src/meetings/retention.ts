import type { FastifyBaseLogger } from 'fastify'
import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { limits } from '@openfloor/shared/limits.ts'
import type { AlarmClock } from '../server-clock.ts'
import type { Meetings, MeetingStanding } from './meetings.ts'

const DAY_MS = 24 * 60 * 60 * 1_000

export interface RetentionParts {
  readonly meetings: Meetings
  readonly clock: AlarmClock
  readonly retentionDays: number
  readonly logger: Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'>
}

/** [R10] When a meeting is erased: so long after its end, or after the last thing that happened before one that never ended. */
function erasedAt({ meeting, at }: MeetingStanding, retentionDays: number): Instant {
  const from = meeting.endedAt ?? Math.max(at, meeting.startsAt)
  return from + retentionDays * DAY_MS
}

/** Erases each meeting when its time is over; looks at the start of the server and once an hour. */
export class Retention {
  readonly #parts: RetentionParts
  #callOff = () => {}
  #isClosed = false

  constructor(parts: RetentionParts) {
    this.#parts = parts
    this.#wait(0)
  }

  close(): void {
    this.#isClosed = true
    this.#callOff()
  }

  #wait(forMs: number): void {
    const { clock } = this.#parts
    this.#callOff = clock.at(clock.now() + forMs, () => this.#look())
  }

  async #look(): Promise<void> {
    const { meetings, clock, retentionDays } = this.#parts
    const due = meetings.all().filter((standing) => erasedAt(standing, retentionDays) <= clock.now())
    for (const { meeting } of due) await this.#erase(meeting.id)
    if (!this.#isClosed) this.#wait(limits.retentionLookMs)
  }

  async #erase(meetingId: string): Promise<void> {
    const { meetings, logger } = this.#parts
    try {
      const forgotten = await meetings.forget(meetingId)
      if (forgotten === 'forgotten') logger.info({ meetingId }, 'erased: its retention time is over')
      else logger.warn({ meetingId }, 'could not be erased, the disk is full; tried again in an hour')
    } catch (error) {
      logger.error({ err: error, meetingId }, 'could not be erased')
    }
  }
}
