import type { WrittenCommand, SentCommand } from '@openfloor/shared/commands.ts'
import type { CommandResult } from '@openfloor/shared/protocol.ts'
import { limits } from '@openfloor/shared/limits.ts'
import type { Role } from '@openfloor/shared/meeting/state.ts'
import { Outbox } from '@openfloor/shared/session/outbox.ts'
import { ViewStore } from '@openfloor/shared/session/view-store.ts'
import type { Presence } from '@openfloor/shared/views/presence.ts'
import type { View } from '@openfloor/shared/views/view.ts'
import type { Book } from './book.ts'
import type { Random } from './random.ts'
import type { SimulatedServer } from './server.ts'
import type { Sightings } from './sightings.ts'
import { Wire, type DownFrame, type End, type Weather } from './wire.ts'

/** What all pages share. */
export interface World {
  readonly random: Random
  readonly weather: Weather
  readonly server: SimulatedServer
  readonly book: Book
  readonly sightings: Sightings
}

/** Whose page it is. */
export interface Visitor {
  /** One for each page, also for two of one person. */
  readonly name: string
  readonly role: Role
  readonly personId: string | null
  readonly token: string
}

const DOUBLED = 0.08
/** A page that nothing comes to gives its connection up after so long. */
const PATIENCE_MS = { page: limits.silenceMs, server: limits.silenceMs }

/** A page in a browser: the client's own view store and outbox, on a connection that breaks. */
export class Page implements End<DownFrame> {
  readonly visitor: Visitor
  isSignedOut = false
  readonly #world: World
  #store = new ViewStore()
  #outbox: Outbox
  #pending: readonly SentCommand[] = []
  #asked = new Map<number, (result: CommandResult | null) => void>()
  #acks = 0
  #lastId = ''
  #wire: Wire | null = null
  #isOpen = false

  constructor(world: World, visitor: Visitor) {
    this.#world = world
    this.visitor = visitor
    this.#outbox = this.#newOutbox()
    this.#connect()
  }

  get view(): View | null {
    return this.#store.view
  }

  get presence(): Presence | null {
    return this.#store.presence
  }

  /** Connected, and everything answered. */
  get isQuiet(): boolean {
    return this.isSignedOut || (this.#isOpen && !this.#wire!.isCut && this.#pending.length === 0)
  }

  get pendingCount(): number {
    return this.#pending.length
  }

  /** Sends a command; tells its id. */
  send(command: WrittenCommand): string {
    void this.#outbox.send(command)
    return this.#lastId
  }

  /** The network breaks; neither end is told. */
  cut(): void {
    this.#wire?.cut(PATIENCE_MS)
  }

  /** The reader reloads: what the page held is gone, and nobody waits for what it had sent. */
  reload(): void {
    if (this.isSignedOut) return
    this.#drop()
    this.#outbox.close()
    this.#outbox = this.#newOutbox()
    this.#store = new ViewStore()
    this.#world.sightings.forget(this.visitor.name)
    this.#connect()
  }

  receive(frame: DownFrame): void {
    switch (frame.type) {
      case 'connected':
        this.#isOpen = true
        this.#store.connected()
        return this.#outbox.open()
      case 'ack':
        return this.#asked.get(frame.ackId)?.(frame.result)
      case 'down': {
        const reception = this.#store.receive(frame.message)
        if (reception === 'ask') this.#ask()
        if (reception === 'taken') this.#world.sightings.saw(this.visitor, frame.message, this.view)
      }
    }
  }

  gone(): void {
    this.#drop()
    this.#connectLater()
  }

  #ask(): void {
    this.#world.sightings.asks++
    this.#wire!.up({ type: 'resync' })
  }

  #newOutbox(): Outbox {
    return new Outbox({
      transmit: (command) => this.#transmit(command),
      newId: () => (this.#lastId = this.#world.random.text(16)),
      changed: (commands) => (this.#pending = commands),
    })
  }

  #transmit(command: SentCommand): Promise<CommandResult | null> {
    const { random, book } = this.#world
    const isDoubled = random.chance(DOUBLED)
    book.sent(this.visitor.name, command, isDoubled)
    const ackId = ++this.#acks
    const answer = new Promise<CommandResult | null>((resolve) => {
      const late = setTimeout(() => this.#asked.get(ackId)?.(null), limits.ackTimeoutMs)
      this.#asked.set(ackId, (result) => {
        clearTimeout(late)
        this.#asked.delete(ackId)
        if (result) book.answered(command.id, result)
        resolve(result)
      })
    })
    this.#wire!.up({ type: 'command', ackId, command })
    if (isDoubled) this.#wire!.up({ type: 'command', ackId: 0, command })
    return answer
  }

  #connect(): void {
    const { random, weather, server } = this.#world
    const wire = new Wire(random, weather, this)
    this.#wire = wire
    setTimeout(() => {
      if (wire.isCut) return
      const reception = server.accept(wire, this.visitor.token)
      if (reception === 'signed-out') this.#signOut()
      if (reception === 'down') this.#connectLater()
    }, random.below(weather.maxDelayMs))
  }

  #connectLater(): void {
    const wire = this.#wire
    setTimeout(() => wire === this.#wire && this.#connect(), this.#world.random.between(100, 1_500))
  }

  #signOut(): void {
    this.isSignedOut = true
    this.#drop()
    this.#outbox.close()
  }

  /** As Socket.IO does it: first the end of the connection, then that its questions have no answer. */
  #drop(): void {
    this.#isOpen = false
    this.#outbox.pause()
    this.#wire?.left()
    for (const settle of [...this.#asked.values()]) settle(null)
  }
}
