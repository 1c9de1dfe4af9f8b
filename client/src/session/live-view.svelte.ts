import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { ServerTime, type Probe } from '@openfloor/shared/clock/server-time.ts'
import type { DownMessage, ErrorCode } from '@openfloor/shared/protocol.ts'
import { ViewStore } from '@openfloor/shared/session/view-store.ts'
import type { Presence } from '@openfloor/shared/views/presence.ts'
import type { View } from '@openfloor/shared/views/view.ts'
import { ClockProbes, type AskNow } from './clock-probes.ts'
import type { SessionStatus } from './meeting-session.ts'
import { Silence } from './silence.ts'
import { Ticking } from './ticking.svelte.ts'
import { onWake } from './wake.ts'

/** What a session can ask of its connection, whatever it is made of. */
export interface Link {
  readonly askNow: AskNow
  /** Asks for the whole view. */
  readonly askView: () => void
  /** Tries to connect at once; drops a connection that only looks alive. */
  readonly reconnect: () => void
  readonly isConnected: () => boolean
}

/** What a session shows, over any connection: the view, the server's time, and whether anything is heard of it. */
export class LiveView {
  readonly ticking = new Ticking(() => this.now())
  readonly #link: Link
  readonly #store = new ViewStore()
  readonly #time = new ServerTime({ monotonicNow: () => performance.now() })
  readonly #probes: ClockProbes
  readonly #silence = new Silence(() => this.#fallSilent())
  readonly #listening = new AbortController()
  #view = $state.raw<View | null>(null)
  #presence = $state.raw<Presence | null>(null)
  #isSilent = $state(false)
  #isInLobby = $state(false)
  #end = $state.raw<'signed-out' | 'outdated-page' | null>(null)

  constructor(link: Link) {
    this.#link = link
    this.#probes = new ClockProbes(link.askNow, (probe) => this.#takeProbe(probe))
    onWake(() => this.#wake(), this.#listening.signal)
  }

  get view(): View | null {
    return this.#view
  }

  get presence(): Presence | null {
    return this.#presence
  }

  get status(): SessionStatus {
    if (this.#end) return this.#end
    if (this.#isInLobby) return 'lobby'
    if (this.#isSilent) return 'silent'
    return this.#view ? 'live' : 'connecting'
  }

  /** The server's time; NaN before the first message. */
  now(): Instant {
    return this.#time.now()
  }

  /** A new connection is open. */
  connected(): void {
    this.#isInLobby = false
    this.#store.connected()
    this.heard()
    this.#probes.restart()
  }

  /** Anything came; `serverNow` if it said the server's time. */
  heard(serverNow?: Instant): void {
    this.#silence.heard()
    this.#isSilent = false
    if (serverNow === undefined) return
    const isBehind = this.#time.addHint(serverNow, performance.now())
    if (isBehind) this.#probes.restart()
  }

  receive(message: DownMessage): void {
    this.heard(message.type === 'presence' ? undefined : message.now)
    if (this.#store.receive(message) === 'ask') this.#link.askView()
    if (this.#view === null) this.ticking.repaint()
    this.#view = this.#store.view
    this.#presence = this.#store.presence
  }

  /** The server does not let this page in; true when trying again is of no use. */
  refused(error: ErrorCode): boolean {
    this.#isInLobby = error === 'not-admitted'
    if (error === 'reload-page') this.#end = 'outdated-page'
    else if (error === 'signed-out' || error === 'not-found') this.#end = 'signed-out'
    if (this.#end) this.stop()
    return this.#end !== null
  }

  /** Nothing is asked or watched any more; what was shown stays, and goes on counting. */
  stop(): void {
    this.#listening.abort()
    this.#probes.stop()
    this.#silence.stop()
  }

  #takeProbe(probe: Probe): void {
    this.heard()
    this.#time.addProbe(probe)
    this.ticking.repaint()
  }

  #wake(): void {
    this.#silence.wake()
    if (this.#link.isConnected()) this.#probes.restart()
    else this.#link.reconnect()
  }

  #fallSilent(): void {
    this.#isSilent = true
    this.#link.reconnect()
  }
}
