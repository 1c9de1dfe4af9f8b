import { io, type Socket } from 'socket.io-client'
import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import {
  PROTOCOL_VERSION,
  type CommandResult,
  type DownMessage,
  type ErrorCode,
} from '@openfloor/shared/protocol.ts'
import { ViewWatcher } from './view-watcher.ts'

/** How a person connects; what is left out is as it should be. */
export interface SocketOptions {
  readonly meetingId: string
  readonly token?: string
  readonly role?: string
  readonly protocol?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly transports?: readonly ('websocket' | 'polling')[]
}

/** For tests and programs: one person's socket, and the view it is sent. */
export class SocketClient {
  readonly socket: Socket
  readonly watcher: ViewWatcher
  #commands = 0

  private constructor(socket: Socket) {
    this.socket = socket
    this.watcher = new ViewWatcher(() => socket.emit('resync'))
    socket.on('down', (message: DownMessage) => this.watcher.take(message))
  }

  /** Connects and waits for the first view. Rejects with the code of the error. */
  static async connect(baseUrl: string, options: SocketOptions): Promise<SocketClient> {
    const { headers, transports = ['websocket'], ...auth } = options
    const socket = io(baseUrl, {
      auth: { protocol: PROTOCOL_VERSION, ...auth },
      transports: [...transports],
      forceNew: true,
      reconnection: false,
      ...(headers && { extraHeaders: headers }),
    })
    const client = new SocketClient(socket)
    await new Promise<void>((resolve, reject) => {
      socket.once('connect', resolve)
      socket.once('connect_error', (error) => reject(connectError(error)))
    })
    await client.watcher.until(() => true)
    return client
  }

  /** Sends a command and waits for its result; the id is a fresh one unless given. */
  send(command: WrittenCommand, id = `${this.socket.id}-${this.#commands++}`): Promise<CommandResult> {
    return this.emit('command', { id, ...command }) as Promise<CommandResult>
  }

  /** Sends anything and waits for the answer. */
  emit(event: string, ...args: unknown[]): Promise<unknown> {
    return this.socket.emitWithAck(event, ...args)
  }

  close(): void {
    this.socket.disconnect()
  }
}

/** Why a socket was not let in. */
class ConnectError extends Error {
  readonly code: ErrorCode | null

  constructor(message: string, code: ErrorCode | null) {
    super(message)
    this.code = code
  }
}

function connectError(error: Error & { readonly data?: { readonly error?: ErrorCode } }): ConnectError {
  return new ConnectError(error.message, error.data?.error ?? null)
}
