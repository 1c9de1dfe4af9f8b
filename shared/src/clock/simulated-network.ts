import { ServerTime } from './server-time.ts'

const SERVER_EPOCH = 1_604_912_400_000

/** What one exchange met: how long the question and the answer were under way, in ms. */
export interface Exchange {
  readonly thereMs: number
  readonly backMs: number
}

/** For tests: a machine and a server with a network between them, and time that passes only when told to. */
export class SimulatedNetwork {
  readonly time: ServerTime
  readonly #driftRatio: number
  #monotonicMs = 5_000
  #asleepMs = 0

  constructor({ driftRatio = 0 }: { readonly driftRatio?: number } = {}) {
    this.#driftRatio = driftRatio
    this.time = new ServerTime({ monotonicNow: () => this.#monotonicMs })
  }

  /** What the server's clock shows at this moment. */
  get serverNow(): number {
    return SERVER_EPOCH + this.#asleepMs + this.#monotonicMs * (1 + this.#driftRatio)
  }

  get monotonicMs(): number {
    return this.#monotonicMs
  }

  /** Estimate less truth. */
  get errorMs(): number {
    return this.time.now() - this.serverNow
  }

  pass(durationMs: number): void {
    this.#monotonicMs += durationMs
  }

  /** The machine sleeps: the server's clock goes on, the monotonic one does not. */
  sleep(durationMs: number): void {
    this.#asleepMs += durationMs
  }

  probe({ thereMs, backMs }: Exchange): void {
    const sentAt = this.#monotonicMs
    this.pass(thereMs)
    const serverNow = Math.floor(this.serverNow)
    this.pass(backMs)
    this.time.addProbe({ sentAt, receivedAt: this.#monotonicMs, serverNow })
  }

  /** A message that the server sent `delayMs` ago comes in. */
  hint(delayMs: number): boolean {
    return this.time.addHint(Math.floor(this.serverNow - delayMs), this.#monotonicMs)
  }
}
