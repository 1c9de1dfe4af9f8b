import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import { readCommand } from '@openfloor/shared/testing/read-command.ts'
import { isRefusal } from '@openfloor/shared/meeting/refusals.ts'
import type { CommandResult } from '@openfloor/shared/protocol.ts'
import { coordinator } from '@openfloor/shared/testing/consultation.ts'
import type { Story } from '@openfloor/shared/testing/story.ts'
import { viewOf } from '@openfloor/shared/views/view.ts'
import type { MeetingSession } from '../../../session/meeting-session.ts'
import { Ticking } from '../../../session/ticking.svelte.ts'

/** For tests: the coordinator's session of a meeting that runs right here, by its own rules, without a server. */
export class LocalSession implements MeetingSession {
  readonly meetingId = 'consultation'
  readonly role = 'coordinator'
  readonly status = 'live'
  readonly presence = null
  readonly pendingCommands = []
  readonly pendingCount = 0
  readonly ticking = new Ticking(() => this.now())
  readonly sent: WrittenCommand[] = []
  #story = $state.raw<Story>() as Story

  constructor(story: Story) {
    this.#story = story
  }

  get view() {
    return viewOf(this.#story.meeting, 'coordinator', null)
  }

  get meeting() {
    return this.#story.meeting
  }

  now(): number {
    return this.#story.now
  }

  async send(command: WrittenCommand): Promise<CommandResult> {
    this.sent.push(command)
    await Promise.resolve()
    return this.happens(command)
  }

  /** Somebody else sends it, or this session, which then waits for nothing. */
  happens(command: WrittenCommand): CommandResult {
    this.#story = this.#story.when(coordinator, readCommand(command))
    const { decision } = this.#story
    return isRefusal(decision) ? { refusal: decision.refused, version: 1 } : { version: 1 }
  }

  pending(): boolean {
    return false
  }

  reconnect(): void {}

  close(): void {
    this.ticking.stop()
  }
}
