import type { WrittenCommand, SentCommand } from '@openfloor/shared/commands.ts'
import { isRefusal } from '@openfloor/shared/meeting/refusals.ts'
import type { Actor } from '@openfloor/shared/meeting/state.ts'
import type { CommandResult } from '@openfloor/shared/protocol.ts'
import { Outbox } from '@openfloor/shared/session/outbox.ts'
import { send, type Chronicle } from '@openfloor/shared/testing/chronicle.ts'
import { readCommand } from '@openfloor/shared/testing/read-command.ts'
import type { Story } from '@openfloor/shared/testing/story.ts'
import type { Presence } from '@openfloor/shared/views/presence.ts'
import { viewOf, type View } from '@openfloor/shared/views/view.ts'
import type { MeetingSession, SessionStatus } from '../../../session/meeting-session.ts'
import { segmentById } from '@openfloor/shared/meeting/queries.ts'
import { orderedBy } from '@openfloor/shared/meeting/waiting-rows.ts'
import type { PreviewOrder } from '../order-preview.ts'
import { Ticking } from '../../../session/ticking.svelte.ts'

/** For tests: a session with a meeting that is decided here, without a network; it starts where a story has come to. */
export class LocalSession implements MeetingSession {
  readonly meetingId = 'consultation'
  readonly role: Actor['role']
  readonly ticking = new Ticking(() => this.now())
  /** Everything that was sent, in order. */
  readonly sent: WrittenCommand[] = []
  /** What the transport would tell of who is connected. */
  presence = $state.raw<Presence | null>(null)
  status = $state<SessionStatus>('live')
  readonly #actor: Actor
  readonly #outbox = new Outbox({
    transmit: (command) => this.#answer(command),
    newId: () => `command-${this.sent.length}`,
    changed: (commands) => (this.#pending = commands),
  })
  #pending = $state.raw<readonly SentCommand[]>([])
  #chronicle: Chronicle
  #view = $state.raw<View | null>(null)
  #held: (() => void)[] | null = null

  constructor(story: Story, actor: Actor) {
    this.#chronicle = story.chronicle
    this.#actor = actor
    this.role = actor.role
    this.#show()
    this.#outbox.open()
  }

  get view(): View | null {
    return this.#view
  }

  get pendingCommands() {
    return this.#pending
  }

  get pendingCount() {
    return this.#pending.length
  }

  now(): number {
    return this.#chronicle.now
  }

  pending(type: WrittenCommand['type']): boolean {
    return this.#pending.some((command) => command.type === type)
  }

  send(command: WrittenCommand): Promise<CommandResult> {
    this.sent.push(command)
    return this.#outbox.send(command)
  }

  /** Somebody else does something, and this page does not hear of it before `catchUp`. */
  meanwhile(actor: Actor, command: WrittenCommand): void {
    this.#chronicle = send(this.#chronicle, actor, readCommand(command)).chronicle
  }

  catchUp(): void {
    this.#show()
  }

  /** What the server would say an order makes of a list. */
  readonly previewOrder: PreviewOrder = (segmentId, policy) => {
    const meeting = this.#chronicle.meeting!
    const segment = segmentById(meeting, segmentId)!
    const { cap = 1, ...chosen } = policy
    const rows = orderedBy(meeting, segment, { ...chosen, cap, lots: null }).map(
      ({ id, reasons }, place) => ({
        ...{ requestId: id, place, was: segment.list.indexOf(id), reasons },
      }),
    )
    return Promise.resolve({ ok: true, value: { rows } })
  }

  /** From now on the server takes its time: nothing is answered before `release`. */
  hold(): void {
    this.#held = []
  }

  release(): void {
    for (const answer of this.#held ?? []) answer()
    this.#held = null
  }

  reconnect(): void {}

  close(): void {
    this.ticking.stop()
  }

  async #answer({ id: _id, ...written }: SentCommand): Promise<CommandResult> {
    if (this.#held) await new Promise<void>((resolve) => this.#held?.push(resolve))
    const { decision, chronicle } = send(this.#chronicle, this.#actor, readCommand(written as WrittenCommand))
    this.#chronicle = chronicle
    this.#show()
    const version = chronicle.commits.length
    return isRefusal(decision) ? { refusal: decision.refused, version } : { version }
  }

  #show(): void {
    const { meeting } = this.#chronicle
    this.#view = meeting && viewOf(meeting, this.#actor.role, this.#actor.personId)
  }
}
