import type { CommandOf } from '@openfloor/shared/commands.ts'
import type { Commit } from '@openfloor/shared/commit.ts'
import { limits } from '@openfloor/shared/limits.ts'
import type { Actor, Meeting } from '@openfloor/shared/meeting/state.ts'
import type { CommandRequest, Outcome } from './outcome.ts'
import type { Forgotten } from '../journal/journal.ts'
import { Replica, type ReplicaParts, type Standing } from './replica.ts'

export interface MeetingsParts extends ReplicaParts {
  /** Hears of what should not happen and was survived. */
  readonly report: (error: unknown) => void
}

/** A meeting that is there, as it stands. */
export type MeetingStanding = Standing & { readonly meeting: Meeting }

export type CommitListener = (standing: MeetingStanding) => void

const system: Actor = { role: 'system', linkId: null, personId: null }

/** All meetings of this node. Everything that changes one goes through `execute`. */
export class Meetings {
  readonly #parts: MeetingsParts
  readonly #replicas = new Map<string, Replica>()
  readonly #byJoinCode = new Map<string, string>()
  readonly #listeners = new Set<CommitListener>()
  readonly #forgottenListeners = new Set<(meeting: Meeting) => void>()
  readonly #unfollow: () => void

  private constructor(parts: MeetingsParts) {
    this.#parts = parts
    this.#unfollow = parts.journal.follow((commit) => this.#receive(commit))
  }

  /** Reads every meeting of the journal. Rejects when a commit cannot be understood. */
  static async load(parts: MeetingsParts): Promise<Meetings> {
    const meetings = new Meetings(parts)
    for (const meetingId of await parts.journal.meetings()) await meetings.#replica(meetingId).catchUp()
    return meetings
  }

  /** The meeting as everybody may know it: durable. */
  get(meetingId: string): MeetingStanding | undefined {
    const standing = this.#replicas.get(meetingId)?.durable
    return standing && isThere(standing) ? standing : undefined
  }

  /** Every meeting that is there. */
  all(): readonly MeetingStanding[] {
    return [...this.#replicas.values()].map(({ durable }) => durable).filter(isThere)
  }

  /** The meeting whose door this code opens; one that has ended, is closed, or is for its roster alone has none. */
  behindCode(joinCode: string): MeetingStanding | undefined {
    const meetingId = this.#byJoinCode.get(joinCode)
    const standing = meetingId === undefined ? undefined : this.get(meetingId)
    if (!standing) return undefined
    const { phase, doorOpen, settings } = standing.meeting
    return phase === 'ended' || !doorOpen || settings.admission === 'roster' ? undefined : standing
  }

  isCodeTaken(joinCode: string): boolean {
    return this.#byJoinCode.has(joinCode)
  }

  get size(): number {
    return this.#replicas.size
  }

  /** Does a command once. Throws for a meeting that is not there: whoever has an actor for it knows that it is. */
  execute(meetingId: string, request: CommandRequest): Promise<Outcome> {
    const replica = this.#replicas.get(meetingId)
    if (!replica) throw new Error(`${request.command.type} was sent to ${meetingId}, which does not exist`)
    return replica.execute(request)
  }

  /** Begins a meeting; a repeated command id finds the one it began. */
  async create(command: CommandOf<'create-meeting'>, commandId: string): Promise<Outcome> {
    if (this.size >= limits.meetings) return { status: 'unavailable', reason: 'meetings-full' }
    const { meetingId } = command
    const outcome = await this.#replica(meetingId).execute({ command, commandId, actor: system })
    if (!this.get(meetingId)) this.#replicas.delete(meetingId)
    return outcome
  }

  /** Removes a meeting from memory and from the journal for good; whoever listens with `onForgotten` is told. */
  async forget(meetingId: string): Promise<Forgotten> {
    const standing = this.get(meetingId)
    if (!standing) return 'forgotten'
    this.#replicas.delete(meetingId)
    this.#byJoinCode.delete(standing.meeting.joinCode)
    const forgotten = await this.#forgetStored(meetingId)
    if (forgotten === 'forgotten') for (const listener of this.#forgottenListeners) listener(standing.meeting)
    return forgotten
  }

  /** Calls `listener` with each meeting that is gone, as it was; returns what ends it. */
  onForgotten(listener: (meeting: Meeting) => void): () => void {
    const entry: typeof listener = (meeting) => listener(meeting)
    this.#forgottenListeners.add(entry)
    return () => this.#forgottenListeners.delete(entry)
  }

  /** Calls `listener` after every durable commit; returns what ends it. */
  onCommit(listener: CommitListener): () => void {
    const entry: CommitListener = (standing) => listener(standing)
    this.#listeners.add(entry)
    return () => this.#listeners.delete(entry)
  }

  /** Hears no more of the journal. */
  close(): void {
    this.#unfollow()
    this.#listeners.clear()
    this.#forgottenListeners.clear()
  }

  /** A meeting that could not be removed is there again, as it was. */
  async #forgetStored(meetingId: string): Promise<Forgotten> {
    const forgotten = await this.#parts.journal.forget(meetingId)
    if (forgotten !== 'forgotten') await this.#replica(meetingId).catchUp()
    return forgotten
  }

  #receive(commit: Commit): void {
    this.#replica(commit.meetingId).receive(commit).catch(this.#parts.report)
  }

  #replica(meetingId: string): Replica {
    const known = this.#replicas.get(meetingId)
    if (known) return known
    const replica = new Replica(meetingId, this.#parts, (standing) => this.#changed(standing))
    this.#replicas.set(meetingId, replica)
    return replica
  }

  #changed(standing: Standing): void {
    if (!isThere(standing)) return
    this.#noteCode(standing)
    for (const listener of this.#listeners) this.#tell(listener, standing)
  }

  /** A code that was renewed opens nothing any more. */
  #noteCode({ meeting: { id, joinCode } }: MeetingStanding): void {
    if (this.#byJoinCode.get(joinCode) === id) return
    for (const [code, meetingId] of this.#byJoinCode) if (meetingId === id) this.#byJoinCode.delete(code)
    this.#byJoinCode.set(joinCode, id)
  }

  /** What goes wrong in telling others must not touch the meeting. */
  #tell(listener: CommitListener, standing: MeetingStanding): void {
    try {
      listener(standing)
    } catch (error) {
      this.#parts.report(error)
    }
  }
}

function isThere(standing: Standing): standing is MeetingStanding {
  return standing.meeting !== null
}
