import { parseCommand, type Command } from '@openfloor/shared/commands.ts'
import type { Actor } from '@openfloor/shared/meeting/state.ts'
import type { CommandResult, DownMessage } from '@openfloor/shared/protocol.ts'
import { audiencesOf } from '@openfloor/shared/views/view.ts'
import { Callers } from '../../access/callers.ts'
import { readToken } from '../../access/secrets.ts'
import { emptyMemoryStore, MemoryJournal } from '../../journal/memory.ts'
import { Meetings, type MeetingStanding } from '../../meetings/meetings.ts'
import type { Outcome } from '../../meetings/outcome.ts'
import { errorBody } from '../../transport/errors.ts'
import { Frames, type Membership } from '../../transport/frames.ts'
import type { Outlet } from '../../transport/meeting-stream.ts'
import { memberFor, resultOf } from '../../transport/sockets.ts'
import { SimulatedDisk } from './disk.ts'
import type { Random } from './random.ts'
import type { End, UpFrame, Wire } from './wire.ts'

export type Reception = 'accepted' | 'down' | 'signed-out'

const CLOCK_STEP_MS = 120_000

/** A server that can be killed: its journal's store and its disk stay, all else is lost. */
export class SimulatedServer {
  readonly store = emptyMemoryStore()
  readonly disk: SimulatedDisk
  /** What was reported as what should not happen. */
  readonly reported: unknown[] = []
  kills = 0
  readonly #random: Random
  #process: ServerProcess | null = null

  constructor(random: Random) {
    this.#random = random
    this.disk = new SimulatedDisk(random)
  }

  /** Opens the store again, with a clock that may be minutes off the last one. */
  async start(): Promise<void> {
    await this.#keepSomeOfWhatIsUnsure()
    if (this.disk.state === 'broken') this.disk.state = 'sound'
    const clockOffMs = this.#random.between(-CLOCK_STEP_MS, CLOCK_STEP_MS)
    this.#process = await ServerProcess.start(this, this.#random, clockOffMs)
  }

  /** As `kill -9` does it; somebody starts it again soon. */
  kill(): void {
    if (!this.#process) return
    this.kills++
    this.#process.kill()
    this.#process = null
    setTimeout(() => void this.start(), this.#random.between(100, 2_000))
  }

  get isUp(): boolean {
    return this.#process !== null
  }

  get connections(): readonly Connection[] {
    return [...(this.#process?.connections ?? [])]
  }

  /** The meeting as it stands; the server is up. */
  standing(meetingId: string): MeetingStanding {
    return this.#process!.meetings.get(meetingId)!
  }

  /** Somebody calls. */
  accept(wire: Wire, token: string): Reception {
    return this.#process?.accept(wire, token) ?? 'down'
  }

  /** What the server itself makes of an HTTP request; null when it is not there. It may never answer. */
  execute(meetingId: string, command: Command, commandId: string): Promise<Outcome | null> {
    if (!this.#process) return Promise.resolve(null)
    const { meetings } = this.#process
    const actor: Actor = { role: 'door', linkId: null, personId: null }
    if (command.type === 'create-meeting') return meetings.create(command, commandId)
    return meetings.execute(meetingId, { command, commandId, actor })
  }

  async #keepSomeOfWhatIsUnsure(): Promise<void> {
    const unsure = this.disk.takeUnsure()
    if (!this.#random.chance(0.5)) return
    const journal = new MemoryJournal({ store: this.store })
    for (const draft of unsure) await journal.append(draft)
  }
}

/** What one process of the server has in memory. */
class ServerProcess {
  readonly meetings: Meetings
  readonly connections = new Set<Connection>()
  readonly #frames: Frames
  readonly #callers: Callers
  readonly #life: { isOver: boolean }

  private constructor(meetings: Meetings, clock: { now(): number }, life: { isOver: boolean }) {
    this.meetings = meetings
    this.#life = life
    this.#callers = new Callers(meetings, false)
    this.#frames = new Frames(meetings, clock)
    this.#frames.addOutlet(this.#outlet())
  }

  static async start(server: SimulatedServer, random: Random, clockOffMs: number): Promise<ServerProcess> {
    const life = { isOver: false }
    const disk = server.disk.for(() => !life.isOver)
    const journal = new MemoryJournal({ store: server.store, disk })
    const clock = { now: () => Date.now() + clockOffMs }
    const report = (error: unknown) => void server.reported.push(error)
    const meetings = await Meetings.load({ journal, clock, newId: () => random.text(12), report })
    void journal.failed.then(() => setTimeout(() => life.isOver || server.kill(), random.below(50)))
    return new ServerProcess(meetings, clock, life)
  }

  accept(wire: Wire, token: string): Reception {
    const meetingId = readToken(token)!.meetingId
    const actor = this.#callers.withToken(meetingId, token)
    if (!actor) return 'signed-out'
    const connection = new Connection(wire, actor, meetingId, this)
    this.connections.add(connection)
    connection.begin(
      this.#frames.join(meetingId, {
        ...memberFor(actor),
        end: () => wire.cut({ page: 300, server: 0 }),
      }),
    )
    return 'accepted'
  }

  kill(): void {
    this.#life.isOver = true
    this.#frames.close()
    this.meetings.close()
    for (const { wire } of this.connections) wire.ended()
  }

  #outlet(): Outlet {
    const each = (isMeant: (actor: Actor) => boolean, act: (connection: Connection) => void) => {
      for (const connection of this.connections) if (isMeant(connection.actor)) act(connection)
    }
    return {
      toAudience: (_meetingId, audience, message) =>
        each(
          ({ role }) => audiencesOf[role].includes(audience),
          (connection) => connection.send(message),
        ),
      toPerson: (_meetingId, id, message) =>
        each(
          ({ personId }) => personId === id,
          (connection) => connection.send(message),
        ),
    }
  }
}

/** The server's end of a connection: `transport/sockets.ts` without Socket.IO and its budgets. */
export class Connection implements End<UpFrame> {
  readonly wire: Wire
  readonly actor: Actor
  readonly #meetingId: string
  readonly #process: ServerProcess
  #membership: Membership | null = null

  constructor(wire: Wire, actor: Actor, meetingId: string, process: ServerProcess) {
    this.wire = wire
    this.actor = actor
    this.#meetingId = meetingId
    this.#process = process
  }

  begin(membership: Membership): void {
    this.#membership = membership
    this.wire.accepted(this)
    this.wire.down({ type: 'connected' })
    this.#sendView()
  }

  send(message: DownMessage): void {
    this.wire.down({ type: 'down', message })
  }

  receive(frame: UpFrame): void {
    if (frame.type === 'resync') this.#sendView()
    else void this.#command(frame)
  }

  gone(): void {
    this.#process.connections.delete(this)
    this.#membership!.leave()
  }

  #sendView(): void {
    this.send(this.#membership!.view())
    if (audiencesOf[this.actor.role].includes('moderators')) this.send(this.#membership!.presence())
  }

  async #command({ ackId, command }: Extract<UpFrame, { type: 'command' }>): Promise<void> {
    this.wire.down({ type: 'ack', ackId, result: await this.#resultOf(command) })
  }

  async #resultOf(input: unknown): Promise<CommandResult> {
    const parsed = parseCommand(input)
    if (parsed.status === 'malformed') return errorBody('bad-request', parsed.detail)
    const { id: commandId, command } = parsed
    const request = { commandId, command, actor: this.actor }
    return resultOf(await this.#process.meetings.execute(this.#meetingId, request))
  }
}
