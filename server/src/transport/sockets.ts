import { Server, type Socket } from 'socket.io'
import { parseCommand } from '@openfloor/shared/commands.ts'
import { limits } from '@openfloor/shared/limits.ts'
import type { Actor } from '@openfloor/shared/meeting/state.ts'
import type { CommandResult, DownMessage, ErrorCode } from '@openfloor/shared/protocol.ts'
import type { CountedAs } from '@openfloor/shared/views/presence.ts'
import { audiencesOf } from '@openfloor/shared/views/view.ts'
import { isOwnOrigin } from '../access/origin.ts'
import type { Outcome } from '../meetings/outcome.ts'
import type { App, TransportParts } from './app-types.ts'
import { errorBody, unavailableBody } from './errors.ts'
import type { Frames, Membership } from './frames.ts'
import { handshakeOf } from './handshake.ts'
import type { Member, Outlet } from './meeting-stream.ts'
import { socketBudget, type SocketBudget } from './socket-budget.ts'

interface Down {
  down: (message: DownMessage) => void
}

/** Whatever a client sends, until it has been looked at. */
interface Up {
  command: (input: unknown, ack: unknown) => void
  clock: (ack: unknown) => void
  resync: () => void
}

/** Who a socket is; known before it is connected. */
interface SocketCaller {
  meetingId: string
  actor: Actor
}

type People = Server<Up, Down, Record<string, never>, SocketCaller>
type PersonSocket = Socket<Up, Down, Record<string, never>, SocketCaller>

const countsAs: Readonly<Partial<Record<Actor['role'], CountedAs>>> = {
  participant: 'participants',
  moderator: 'moderators',
  coordinator: 'moderators',
  screen: 'screens',
}

const knownEvents = ['command', 'clock', 'resync']

/**
 * People's sockets (Socket.IO). Who it is and which meeting comes with the handshake, so that no command can overtake
 * it. Down go `down` messages, the view first; up come `command` and `clock`, both acknowledged, and `resync`.
 */
export function serveSockets(app: App, parts: TransportParts, frames: Frames): People {
  const io: People = new Server(app.server, {
    serveClient: false,
    maxHttpBufferSize: limits.messageBytes,
    perMessageDeflate: false,
    httpCompression: false,
    pingInterval: limits.heartbeatMs,
    pingTimeout: limits.silenceMs,
    destroyUpgrade: false,
    allowRequest: (request, callback) => {
      callback(null, parts.isReady() && isOwnOrigin(request.headers, parts.config.publicUrl))
    },
  })
  frames.addOutlet(outletOf(io))
  io.use((socket, next) => {
    const { auth, headers } = socket.handshake
    const cookies = app.parseCookie(headers.cookie ?? '')
    const caller = handshakeOf(auth, cookies, parts.callers)
    if (caller.status === 'refused') return next(handshakeError(caller.error, caller.detail))
    socket.data = { meetingId: caller.meetingId, actor: caller.actor }
    next()
  })
  io.on('connection', (socket) => new Connection(socket, app, parts, frames))
  return io
}

/** One person's socket. */
class Connection {
  readonly #socket: PersonSocket
  readonly #app: App
  readonly #parts: TransportParts
  readonly #membership: Membership
  readonly #budget: SocketBudget

  constructor(socket: PersonSocket, app: App, parts: TransportParts, frames: Frames) {
    this.#socket = socket
    this.#app = app
    this.#parts = parts
    this.#budget = socketBudget(parts.clock)
    const { meetingId, actor } = socket.data
    this.#membership = frames.join(meetingId, {
      ...memberFor(actor),
      end: () => socket.disconnect(true),
    })
    void socket.join(roomsOf(meetingId, actor))
    this.#sendView()
    socket.on('disconnect', () => this.#membership.leave())
    socket.on('command', (input, ack) => void this.#command(input, ack))
    socket.on('clock', (...args: unknown[]) => this.#clock(args.at(-1)))
    socket.on('resync', () => this.#resync())
    socket.onAny((event: string) => {
      if (!knownEvents.includes(event)) this.#strike()
    })
  }

  async #command(input: unknown, ack: unknown): Promise<void> {
    const result = await this.#resultOf(input)
    if (isAcknowledgement(ack)) ack(result)
  }

  async #resultOf(input: unknown): Promise<CommandResult> {
    if (!this.#budget.commands.take()) {
      this.#strike()
      return errorBody('too-many-requests')
    }
    const parsed = parseCommand(input)
    if (parsed.status === 'malformed') {
      this.#strike()
      return errorBody('bad-request', parsed.detail)
    }
    const { meetingId, actor } = this.#socket.data
    const { id: commandId, command } = parsed
    try {
      return resultOf(await this.#parts.meetings.execute(meetingId, { commandId, command, actor }))
    } catch (error) {
      this.#app.log.error({ err: error }, 'a command failed')
      return errorBody('unavailable', 'something went wrong here, and has been noted')
    }
  }

  #clock(ack: unknown): void {
    if (!this.#budget.pings.take()) this.#strike()
    else if (isAcknowledgement(ack)) ack(this.#parts.clock.now())
  }

  #resync(): void {
    if (this.#budget.pings.take()) this.#sendView()
    else this.#strike()
  }

  #sendView(): void {
    this.#socket.emit('down', this.#membership.view())
    const { role } = this.#socket.data.actor
    if (audiencesOf[role].includes('moderators')) this.#socket.emit('down', this.#membership.presence())
  }

  #strike(): void {
    if (!this.#budget.strikes.take()) this.#socket.disconnect(true)
  }
}

function outletOf(io: People): Outlet {
  return {
    toAudience: (meetingId, audience, message) => io.to(`${meetingId}:${audience}`).emit('down', message),
    toPerson: (meetingId, personId, message) => io.to(personRoom(meetingId, personId)).emit('down', message),
  }
}

/** How a person takes part: by their role. */
export function memberFor({ role, linkId, personId }: Actor): Omit<Member, 'end'> {
  return { audiences: audiencesOf[role], personId, countsAs: countsAs[role] ?? null, screenId: null, linkId }
}

function roomsOf(meetingId: string, { role, personId }: Actor): string[] {
  const shared = audiencesOf[role].filter((audience) => audience !== 'personal')
  const rooms = shared.map((audience) => `${meetingId}:${audience}`)
  return personId === null ? rooms : [...rooms, personRoom(meetingId, personId)]
}

function personRoom(meetingId: string, personId: string): string {
  return `${meetingId}:person:${personId}`
}

/** What the sender of a command is told. */
export function resultOf(outcome: Outcome): CommandResult {
  switch (outcome.status) {
    case 'done':
      return { version: outcome.version }
    case 'refused':
      return { refusal: outcome.refusal, version: outcome.version }
    case 'unavailable':
      return unavailableBody(outcome)
  }
}

/** The client reads `error` and `detail` in the `data` of its `connect_error`. */
function handshakeError(error: ErrorCode, detail?: string): Error {
  const body = errorBody(error, detail)
  return Object.assign(new Error(body.error), { data: body })
}

function isAcknowledgement(ack: unknown): ack is (answer: unknown) => void {
  return typeof ack === 'function'
}
