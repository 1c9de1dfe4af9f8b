import type { WrittenCommand, SentCommand } from '@openfloor/shared/commands.ts'
import type { CommandResult } from '@openfloor/shared/protocol.ts'
import type { View } from '@openfloor/shared/views/view.ts'
import type { MeetingSession, SessionStatus } from '../../../session/meeting-session.ts'
import { Ticking } from '../../../session/ticking.svelte.ts'

/** For tests: a session that shows what it is given, and keeps what is sent instead of sending it. */
export class HandMadeSession implements MeetingSession {
  readonly meetingId = 'consultation'
  readonly role = 'participant'
  readonly presence = null
  readonly ticking = new Ticking(() => this.now())
  readonly sent: WrittenCommand[] = []
  view = $state.raw<View | null>(null)
  status = $state<SessionStatus>('live')
  pendingCommands = $state.raw<readonly SentCommand[]>([])
  result: CommandResult = { version: 1 }
  reconnects = 0

  constructor(view: View | null) {
    this.view = view
  }

  get pendingCount(): number {
    return this.pendingCommands.length
  }

  now(): number {
    return Date.now()
  }

  pending(type: WrittenCommand['type']): boolean {
    return this.pendingCommands.some((command) => command.type === type)
  }

  send(command: WrittenCommand): Promise<CommandResult> {
    this.sent.push(command)
    return Promise.resolve(this.result)
  }

  reconnect(): void {
    this.reconnects++
  }

  close(): void {
    this.ticking.stop()
  }
}
