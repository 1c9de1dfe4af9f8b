import type { FastifyRequest } from 'fastify'
import { limits } from '@openfloor/shared/limits.ts'
import type { MeetingStanding, Meetings } from '../meetings/meetings.ts'
import type { App } from './app-types.ts'

/** What is behind a typed code: a meeting, nothing, or too many wrong codes from this address already. */
export type Entry =
  | { readonly status: 'open'; readonly standing: MeetingStanding }
  | { readonly status: 'wrong' }
  | { readonly status: 'too-many' }

/**
 * Where codes are typed. Only wrong ones count against an address, so that a whole hall can join through one, and once
 * there were too many, right ones are not told from wrong ones until the minute is over.
 */
export class CodeGate {
  readonly #meetings: Meetings
  readonly #limit: ReturnType<App['createRateLimit']>

  constructor(app: App, meetings: Meetings) {
    this.#meetings = meetings
    this.#limit = app.createRateLimit({ max: limits.codeTriesPerAddressPerMinute, timeWindow: '1 minute' })
  }

  async enter(request: FastifyRequest, code: string): Promise<Entry> {
    const before = await this.#limit(request, { increment: false })
    if (!before.isAllowed && before.remaining === 0) return { status: 'too-many' }
    const standing = this.#meetings.behindCode(code)
    if (standing) return { status: 'open', standing }
    await this.#limit(request)
    return { status: 'wrong' }
  }
}
