import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { limits } from '@openfloor/shared/limits.ts'
import type { FeedMessage, FeedQuestion } from '@openfloor/shared/protocol.ts'
import { LiveView } from './live-view.svelte.ts'
import type { WatchingSession } from './meeting-session.ts'
import { heldSessions } from './sign-in.ts'

const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 4_000
const RETRY_GROWTH = 1.6

/** A screen's session: the public view over a plain WebSocket, read-only. It connects at once. */
export class FeedSession implements WatchingSession {
  readonly meetingId: string
  readonly #screenId: string | null
  readonly #live: LiveView
  #socket: WebSocket | null = null
  #retry: ReturnType<typeof setTimeout> | undefined
  #retries = 0
  #lastPing = 0
  #answer: ((now: Instant | null) => void) | null = null

  /** `screenId` is the screen of the meeting that this display shows, so that it is counted there; null: the main one. */
  constructor({ meetingId, screenId }: { readonly meetingId: string; readonly screenId: string | null }) {
    this.meetingId = meetingId
    this.#screenId = screenId
    this.#live = new LiveView({
      askNow: () => this.#ping(),
      askView: () => this.#say({ type: 'resync' }),
      reconnect: () => this.reconnect(),
      isConnected: () => this.#isOpen,
    })
    this.#connect()
  }

  get view() {
    return this.#live.view
  }

  get status() {
    return this.#live.status
  }

  get ticking() {
    return this.#live.ticking
  }

  now(): Instant {
    return this.#live.now()
  }

  reconnect(): void {
    this.#retries = 0
    this.#drop()
    this.#connect()
  }

  close(): void {
    this.#live.stop()
    this.#live.ticking.stop()
    this.#drop()
  }

  get #isOpen(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN
  }

  #connect(): void {
    const screen = this.#screenId === null ? '' : `&screen=${encodeURIComponent(this.#screenId)}`
    const path = `/api/meetings/${this.meetingId}/feed?role=screen${screen}`
    const socket = new WebSocket(`${location.origin.replace(/^http/, 'ws')}${path}`)
    this.#socket = socket
    let wasOpen = false
    socket.onopen = () => {
      wasOpen = true
      this.#retries = 0
      this.#live.connected()
    }
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(String(data)) as FeedMessage)
    socket.onclose = () => {
      this.#settle(null)
      void this.#comeBack(wasOpen)
    }
  }

  /** Leaves the present connection, whose end is then of no interest, and what was planned after it. */
  #drop(): void {
    clearTimeout(this.#retry)
    const socket = this.#socket
    this.#socket = null
    if (!socket) return
    socket.onopen = socket.onmessage = socket.onclose = null
    socket.close()
    this.#settle(null)
  }

  /** Browsers do not say why a WebSocket could not be opened: ask whether this one is still signed in. */
  async #comeBack(wasOpen: boolean): Promise<void> {
    const waitMs = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * RETRY_GROWTH ** this.#retries++)
    const spreadMs = waitMs * (0.5 + Math.random() / 2)
    const socket = this.#socket
    if (!wasOpen && (await this.#isSignedOut())) {
      this.#live.refused('signed-out')
      return
    }
    if (socket === this.#socket) this.#retry = setTimeout(() => this.#connect(), spreadMs)
  }

  async #isSignedOut(): Promise<boolean> {
    const held = await heldSessions(this.meetingId)
    return held.ok && !held.value.some(({ role }) => role === 'screen')
  }

  #receive(message: FeedMessage): void {
    switch (message.type) {
      case 'view':
      case 'patch':
        return this.#live.receive(message)
      case 'beat':
        return this.#live.heard(message.now)
      case 'pong':
        if (message.id === this.#lastPing) this.#settle(message.now)
        return
      case 'error':
        return this.#live.heard()
    }
  }

  #say(question: FeedQuestion): void {
    if (this.#isOpen) this.#socket?.send(JSON.stringify(question))
  }

  #ping(): Promise<Instant | null> {
    if (!this.#isOpen) return Promise.resolve(null)
    this.#settle(null)
    return new Promise((settle) => {
      const lateness = setTimeout(() => this.#settle(null), limits.ackTimeoutMs)
      this.#answer = (now) => {
        clearTimeout(lateness)
        settle(now)
      }
      this.#say({ type: 'ping', id: ++this.#lastPing })
    })
  }

  #settle(now: Instant | null): void {
    this.#answer?.(now)
    this.#answer = null
  }
}
