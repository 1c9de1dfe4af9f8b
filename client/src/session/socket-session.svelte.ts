import { io, type Socket } from 'socket.io-client'
import type { Instant } from '@openfloor/shared/clock/clock.ts'
import type { WrittenCommand, SentCommand } from '@openfloor/shared/commands.ts'
import { limits } from '@openfloor/shared/limits.ts'
import type { Role } from '@openfloor/shared/meeting/state.ts'
import {
  PROTOCOL_VERSION,
  type CommandResult,
  type DownMessage,
  type ErrorCode,
} from '@openfloor/shared/protocol.ts'
import { Outbox } from '@openfloor/shared/session/outbox.ts'
import { newCommandId } from './command-id.ts'
import { LiveView } from './live-view.svelte.ts'
import type { MeetingSession } from './meeting-session.ts'

interface Down {
  down: (message: DownMessage) => void
}

interface Up {
  command: (command: SentCommand, ack: (result: CommandResult) => void) => void
  clock: (ack: (now: Instant) => void) => void
  resync: () => void
}

/** Socket.IO's own words for "the server closed this socket", after which it does not come back by itself. */
const CLOSED_BY_SERVER = 'io server disconnect'
const RETRY_MS = { reconnectionDelay: 500, reconnectionDelayMax: 4_000 } as const

/** A person's session: commands up, views down, over Socket.IO. It connects at once. */
export class SocketSession implements MeetingSession {
  readonly meetingId: string
  readonly role: Role
  readonly #socket: Socket<Down, Up>
  readonly #live: LiveView
  readonly #outbox: Outbox
  #pending = $state.raw<readonly SentCommand[]>([])
  #retry: ReturnType<typeof setTimeout> | undefined

  constructor({ meetingId, role }: { readonly meetingId: string; readonly role: Role }) {
    this.meetingId = meetingId
    this.role = role
    this.#socket = io({
      ...RETRY_MS,
      auth: { protocol: PROTOCOL_VERSION, meetingId, role },
      forceNew: true,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
    })
    this.#live = new LiveView({
      askNow: () => answered(this.#socket.timeout(limits.ackTimeoutMs).emitWithAck('clock')),
      askView: () => this.#socket.emit('resync'),
      reconnect: () => this.reconnect(),
      isConnected: () => this.#socket.connected,
    })
    this.#outbox = new Outbox({
      transmit: (command) =>
        answered(this.#socket.timeout(limits.ackTimeoutMs).emitWithAck('command', command)),
      newId: newCommandId,
      changed: (commands) => (this.#pending = commands),
    })
    this.#listen()
  }

  get view() {
    return this.#live.view
  }

  get presence() {
    return this.#live.presence
  }

  get status() {
    return this.#live.status
  }

  get ticking() {
    return this.#live.ticking
  }

  get pendingCommands() {
    return this.#pending
  }

  get pendingCount() {
    return this.#pending.length
  }

  now(): Instant {
    return this.#live.now()
  }

  pending(type: WrittenCommand['type']): boolean {
    return this.#pending.some((command) => command.type === type)
  }

  send(command: WrittenCommand): Promise<CommandResult> {
    return this.#outbox.send(command)
  }

  /** Socket.IO waits longer after each failure; a disconnect before makes it try at once. */
  reconnect(): void {
    this.#socket.disconnect().connect()
  }

  close(): void {
    clearTimeout(this.#retry)
    this.#live.stop()
    this.#live.ticking.stop()
    this.#outbox.close()
    this.#socket.disconnect()
  }

  #listen(): void {
    this.#socket.io.on('ping', () => this.#live.heard())
    this.#socket.on('down', (message) => this.#live.receive(message))
    this.#socket.on('connect', () => {
      this.#live.connected()
      this.#outbox.open()
    })
    this.#socket.on('disconnect', (reason) => {
      this.#outbox.pause()
      if (reason === CLOSED_BY_SERVER) this.#retryLater()
    })
    this.#socket.on('connect_error', (error) => this.#refused(error))
  }

  /** An error with data is the server's answer to the handshake; without, the way there is broken. */
  #refused(error: Error & { readonly data?: { readonly error: ErrorCode } }): void {
    if (!error.data) return
    if (this.#live.refused(error.data.error)) this.#outbox.close()
    else this.#retryLater()
  }

  #retryLater(): void {
    clearTimeout(this.#retry)
    this.#retry = setTimeout(() => this.#socket.connect(), RETRY_MS.reconnectionDelayMax)
  }
}

/** Socket.IO rejects when no answer came in time or the connection broke: both mean that it must be asked again. */
async function answered<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
  return answer.catch(() => null)
}
