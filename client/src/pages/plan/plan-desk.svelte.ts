import { createContext } from 'svelte'
import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import type { CommandResult } from '@openfloor/shared/protocol.ts'
import type { ModeratorsView } from '@openfloor/shared/views/moderators.ts'
import type { PublicView } from '@openfloor/shared/views/public.ts'
import type { MeetingSession } from '../../session/meeting-session.ts'
import { Draft } from './draft.svelte.ts'

type Texts = Readonly<Record<string, string>>

/** What the parts of the coordinator's page share: the meeting, what was typed and not saved, and what is said aloud. */
export class PlanDesk {
  readonly session: MeetingSession
  // Not reactive: a draft is made by whoever reads it, and is reactive itself.
  // eslint-disable-next-line svelte/prefer-svelte-reactivity
  readonly #drafts = new Map<string, Draft<Texts>>()
  #said = $state('')
  #takenAway: { readonly text: string; readonly undo: () => void } | null = $state.raw(null)

  constructor(session: MeetingSession) {
    this.session = session
  }

  /** The public part of the view; only for what is shown once there is a view. */
  get shown(): PublicView {
    return this.session.view!.public
  }

  /** The coordinator's part of the view. */
  get moderators(): ModeratorsView {
    return this.session.view!.moderators!
  }

  send(command: WrittenCommand): Promise<CommandResult> {
    return this.session.send(command)
  }

  /**
   * The draft under that name; made once, so that what was typed outlives the form, which may be closed and opened
   * again. `live` reads the fields as the meeting has them, or had them last.
   */
  draft<Fields extends Texts>(name: string, live: () => Fields): Draft<Fields> {
    const known = this.#drafts.get(name)
    if (known) return known as unknown as Draft<Fields>
    const made = new Draft(live)
    this.#drafts.set(name, made as unknown as Draft<Texts>)
    return made
  }

  /** Whether leaving the page would lose something. */
  get hasUnsaved(): boolean {
    return [...this.#drafts.values()].some((draft) => draft.isTouched)
  }

  /** Read aloud politely by software for those who do not see what moved. */
  get said(): string {
    return this.#said
  }

  say(text: string): void {
    this.#said = text
  }

  /** What was just taken away and can be had back. */
  get takenAway(): { readonly text: string; readonly undo: () => void } | null {
    return this.#takenAway
  }

  offerBack(text: string, undo: () => void): void {
    this.#takenAway = { text, undo }
  }

  dismiss(): void {
    this.#takenAway = null
  }
}

/** The desk of the page, for its components. */
export const [getDesk, setDesk] = createContext<PlanDesk>()
