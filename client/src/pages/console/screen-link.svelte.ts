import type { MeetingSession } from '../../session/meeting-session.ts'
import { ask } from '../../session/http.ts'
import { problemText } from '../../session/refusal-texts.ts'

/**
 * [S9] The link that addresses of displays carry. It is asked for when the first address is made, and serves for all of
 * them as long as the page is open; no browser keeps it.
 */
export class ScreenLink {
  readonly #session: Pick<MeetingSession, 'meetingId' | 'role'>
  #link = $state('')
  #isAsking = $state(false)

  constructor(session: Pick<MeetingSession, 'meetingId' | 'role'>) {
    this.#session = session
  }

  /** Empty until one was made. */
  get link(): string {
    return this.#link
  }

  get isAsking(): boolean {
    return this.#isAsking
  }

  /** Why there is none; empty when there is one. */
  async make(): Promise<string> {
    if (this.#isAsking || this.#link !== '') return ''
    this.#isAsking = true
    const { meetingId, role } = this.#session
    const path = `/api/meetings/${meetingId}/screen-link?role=${role}`
    const answer = await ask<{ readonly link: string }>('POST', path)
    this.#isAsking = false
    if (!answer.ok) return problemText(answer.problem)
    this.#link = answer.value.link
    return ''
  }
}
