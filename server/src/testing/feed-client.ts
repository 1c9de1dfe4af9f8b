import { WebSocket } from 'ws'
import type { FeedMessage } from '@openfloor/shared/protocol.ts'
import { ViewWatcher } from './view-watcher.ts'

export interface FeedOptions {
  readonly meetingId: string
  readonly token?: string
  /** Which screen of the meeting it shows. */
  readonly screen?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** For tests and programs: one screen on the feed. */
export class FeedClient {
  readonly socket: WebSocket
  readonly watcher: ViewWatcher
  /** Settles with the code of the close. */
  readonly closed: Promise<number>

  private constructor(socket: WebSocket) {
    this.socket = socket
    this.watcher = new ViewWatcher(() => socket.send('{"type":"resync"}'))
    this.closed = new Promise((resolve) => socket.on('close', (code) => resolve(code)))
    socket.on('message', (data) => this.watcher.take(JSON.parse(String(data)) as FeedMessage))
  }

  /** Opens the feed and waits for the first view. Rejects with the HTTP status of the answer in its message. */
  static async open(
    baseUrl: string,
    { meetingId, token, screen, headers }: FeedOptions,
  ): Promise<FeedClient> {
    const url = `${baseUrl.replace('http', 'ws')}/api/meetings/${meetingId}/feed${screen === undefined ? '' : `?screen=${screen}`}`
    const socket = new WebSocket(url, {
      headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
    })
    const client = new FeedClient(socket)
    await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))
    await client.watcher.until(() => true)
    return client
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message))
  }

  close(): void {
    this.socket.terminate()
  }
}
