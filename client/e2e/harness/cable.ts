import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { Transform } from 'node:stream'

/**
 * The way from a browser to the server, as something that can be cut (`pull`: everybody is hung up on, nobody gets
 * through) or that goes dead without a word (`freeze`: nothing passes, nothing is closed, as in a tunnel), and that
 * takes its time if it is given `delayMs`: so long for each message, asked anew, in order.
 */
export class Cable {
  readonly #server: Server
  readonly #ends = new Set<Socket>()
  readonly #toPort: number
  readonly #delayMs: (() => number) | null
  #state: 'whole' | 'frozen' | 'pulled' = 'whole'

  private constructor(toPort: number, delayMs: (() => number) | null) {
    this.#toPort = toPort
    this.#delayMs = delayMs
    this.#server = createServer((near) => this.#join(near))
  }

  static async to(port: number, delayMs: (() => number) | null = null): Promise<Cable> {
    const cable = new Cable(port, delayMs)
    cable.#server.listen(0, '127.0.0.1')
    await once(cable.#server, 'listening')
    return cable
  }

  /** The address to reach the server by. */
  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** The same link through this cable. */
  through(link: string): string {
    return link.replace(/^http:\/\/[^/]+/, this.address)
  }

  pull(): void {
    this.#state = 'pulled'
    for (const end of this.#ends) end.destroy()
  }

  freeze(): void {
    this.#state = 'frozen'
    for (const end of this.#ends) end.pause()
  }

  /** Whole again: new connections get through. What was frozen flows on. */
  mend(): void {
    this.#state = 'whole'
    for (const end of this.#ends) end.resume()
  }

  async end(): Promise<void> {
    this.pull()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #join(near: Socket): void {
    if (this.#state === 'pulled') {
      near.destroy()
      return
    }
    const far = connect(this.#toPort, '127.0.0.1')
    for (const end of [near, far]) end.setNoDelay(true)
    this.#lead(near, far)
    this.#lead(far, near)
    if (this.#state === 'frozen') for (const end of [near, far]) end.pause()
  }

  #lead(from: Socket, to: Socket): void {
    this.#ends.add(from)
    if (this.#delayMs) from.pipe(slowed(this.#delayMs)).pipe(to)
    else from.pipe(to)
    // A connection that breaks is what this is for: its other end breaks too.
    from.on('error', () => to.destroy())
    from.on('close', () => {
      this.#ends.delete(from)
      to.destroy()
    })
  }
}

/** Passes everything on in order, each piece as much later as `delayMs` says when it comes. */
function slowed(delayMs: () => number): Transform {
  const underWay: Buffer[] = []
  let lastAt = 0
  const waitMs = () => {
    lastAt = Math.max(lastAt, performance.now() + delayMs())
    return lastAt - performance.now()
  }
  const way = new Transform({
    transform(piece: Buffer, _encoding, taken) {
      underWay.push(piece)
      setTimeout(() => way.push(underWay.shift()), waitMs())
      taken()
    },
    flush(done) {
      // Timers of the same moment may ring in another order: the last piece goes first.
      const end = () => (underWay.length === 0 ? done() : setTimeout(end, 1))
      setTimeout(end, waitMs())
    },
  })
  return way
}
