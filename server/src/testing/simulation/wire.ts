import type { SentCommand } from '@openfloor/shared/commands.ts'
import type { CommandResult, DownMessage } from '@openfloor/shared/protocol.ts'
import type { Random } from './random.ts'

/** What the network is like; it may change while messages are under way. */
export interface Weather {
  maxDelayMs: number
  /** Loses and swaps single messages within a connection, which TCP never does. */
  losesMessages: boolean
}

export type UpFrame =
  | { readonly type: 'command'; readonly ackId: number; readonly command: SentCommand }
  | { readonly type: 'resync' }

export type DownFrame =
  | { readonly type: 'connected' }
  | { readonly type: 'down'; readonly message: DownMessage }
  | { readonly type: 'ack'; readonly ackId: number; readonly result: CommandResult }

/** One end of a connection. */
export interface End<Frame> {
  receive(frame: Frame): void
  /** The connection is noticed to be gone; nothing comes any more. */
  gone(): void
}

const LOSS = 0.04

/** One direction: what is put in comes out later, in that order; or not at all, once the connection is cut. */
class Lane<Frame extends UpFrame | DownFrame> {
  readonly #random: Random
  readonly #weather: Weather
  readonly #deliver: (frame: Frame) => void
  #lastAtMs = 0
  #heldBack: Frame | null = null

  constructor(random: Random, weather: Weather, deliver: (frame: Frame) => void) {
    this.#random = random
    this.#weather = weather
    this.#deliver = deliver
  }

  put(frame: Frame): void {
    const mayMiss = isMissed(frame) && this.#weather.losesMessages
    if (mayMiss && this.#random.chance(LOSS)) return
    const held = this.#heldBack
    // A command is never held back: one that came after its own copy would belie what the copy was answered.
    if (mayMiss && frame.type !== 'command' && held === null && this.#random.chance(LOSS)) {
      this.#heldBack = frame
      return
    }
    this.#heldBack = null
    const inOrder = mayMiss ? [frame, held] : [held, frame]
    for (const each of inOrder) if (each !== null) this.#schedule(each)
  }

  #schedule(frame: Frame): void {
    const text = JSON.stringify(frame)
    const arrivesAtMs = Date.now() + this.#random.below(this.#weather.maxDelayMs)
    this.#lastAtMs = Math.max(this.#lastAtMs, arrivesAtMs)
    setTimeout(() => this.#deliver(JSON.parse(text) as Frame), this.#lastAtMs - Date.now())
  }
}

/** What is asked or sent again when it does not come: whole views and wishes for them are not. */
function isMissed(frame: UpFrame | DownFrame): boolean {
  if (frame.type === 'down') return frame.message.type === 'patch'
  return frame.type === 'command' || frame.type === 'ack'
}

/** One connection between a page and the server. */
export class Wire {
  readonly #up: Lane<UpFrame>
  readonly #down: Lane<DownFrame>
  readonly #random: Random
  #server: End<UpFrame> | null = null
  #page: End<DownFrame> | null
  #isCut = false

  constructor(random: Random, weather: Weather, page: End<DownFrame>) {
    this.#random = random
    this.#page = page
    this.#up = new Lane(random, weather, (frame) => this.#isCut || this.#server?.receive(frame))
    this.#down = new Lane(random, weather, (frame) => this.#isCut || this.#page?.receive(frame))
  }

  get isCut(): boolean {
    return this.#isCut
  }

  /** The server has taken the call. */
  accepted(server: End<UpFrame>): void {
    this.#server = server
  }

  up(frame: UpFrame): void {
    if (!this.#isCut) this.#up.put(frame)
  }

  down(frame: DownFrame): void {
    if (!this.#isCut) this.#down.put(frame)
  }

  /** All that is under way is lost; each end notices at some time within its patience. */
  cut(patienceMs: { readonly page: number; readonly server: number }): void {
    if (this.#isCut) return
    this.#isCut = true
    setTimeout(() => this.#page?.gone(), this.#random.below(patienceMs.page + 1))
    setTimeout(() => this.#server?.gone(), this.#random.below(patienceMs.server + 1))
  }

  /** The page leaves and wants to hear no more. */
  left(): void {
    this.#page = null
    this.cut({ page: 0, server: 300 })
  }

  /** The server ends and cannot hear any more. */
  ended(): void {
    this.#server = null
    this.cut({ page: 1_000, server: 0 })
  }
}
