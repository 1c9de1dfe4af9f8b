import type { RawData, WebSocket } from 'ws'
import { z } from 'zod'
import { limits } from '@openfloor/shared/limits.ts'
import type { FeedMessage, FeedQuestion } from '@openfloor/shared/protocol.ts'
import type { Audience } from '@openfloor/shared/views/view.ts'
import type { ServerClock } from '../server-clock.ts'
import { errorBody } from './errors.ts'
import type { Membership } from './frames.ts'
import { socketBudget, type SocketBudget } from './socket-budget.ts'

const POLICY_VIOLATION = 1008
const FEED_PING_ID_CHARS = 64

const question: z.ZodType<FeedQuestion> = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('ping'),
    id: z.union([z.string().max(FEED_PING_ID_CHARS), z.number()]).optional(),
  }),
  z.strictObject({ type: z.literal('resync') }),
])

/** One screen or tool on the feed. */
export class FeedConnection {
  readonly #socket: WebSocket
  readonly #membership: Membership
  readonly #audiences: readonly Audience[]
  readonly #clock: ServerClock
  readonly #budget: SocketBudget
  #sentAtMs = 0
  #answered = true

  constructor(socket: WebSocket, membership: Membership, audiences: readonly Audience[], clock: ServerClock) {
    this.#socket = socket
    this.#membership = membership
    this.#audiences = audiences
    this.#clock = clock
    this.#budget = socketBudget(clock)
    socket.on('message', (raw, isBinary) => this.#answer(raw, isBinary))
    socket.on('pong', () => (this.#answered = true))
    this.#say(membership.view())
  }

  sees(audience: Audience): boolean {
    return this.#audiences.includes(audience)
  }

  /** Sends an encoded message. Who does not read is dropped, not waited for: on coming back they get the whole view. */
  send(frame: string): void {
    if (this.#socket.bufferedAmount > limits.feedBufferBytes) return this.#socket.terminate()
    this.#sentAtMs = this.#clock.now()
    this.#socket.send(frame)
  }

  /**
   * Every `limits.heartbeatMs`: a sign of life both ways. Half an interval without a message is enough for a beat, so
   * that no silence of a live connection is longer than one and a half.
   */
  beat(): void {
    if (!this.#answered) return this.#socket.terminate()
    this.#answered = false
    this.#socket.ping()
    const now = this.#clock.now()
    if (now - this.#sentAtMs > limits.heartbeatMs / 2) this.#say({ type: 'beat', now })
  }

  leave(): void {
    this.#membership.leave()
  }

  #answer(raw: RawData, isBinary: boolean): void {
    const parsed = question.safeParse(isBinary ? undefined : parseJson(String(raw)))
    if (!parsed.success)
      return this.#refuse({
        type: 'error',
        ...errorBody('bad-request', 'the feed takes {"type":"ping"} and {"type":"resync"}'),
      })
    if (!this.#budget.pings.take()) return this.#refuse({ type: 'error', ...errorBody('too-many-requests') })
    if (parsed.data.type === 'resync') this.#say(this.#membership.view())
    else this.#say({ type: 'pong', id: parsed.data.id ?? null, now: this.#clock.now() })
  }

  #refuse(message: FeedMessage): void {
    if (this.#budget.strikes.take()) this.#say(message)
    else this.#socket.close(POLICY_VIOLATION, 'too many mistakes')
  }

  #say(message: FeedMessage): void {
    this.send(JSON.stringify(message))
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
