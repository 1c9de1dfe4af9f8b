import { createContext, tick } from 'svelte'
import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import { projectProgramme } from '@openfloor/shared/programme/projection.ts'
import { hasDelay } from '@openfloor/shared/programme/replan.ts'
import type { MeetingSession } from '../../session/meeting-session.ts'
import { Sounds } from '../../session/sounds.ts'
import { problemOf, problemText } from '../../session/refusal-texts.ts'
import type { ActionId, ConsoleAction, Opening, Question, Tab } from './action.ts'
import { shortcutOf } from './action.ts'
import { consoleActions } from './console-actions.ts'
import { ConsoleKeys } from './console-keys.svelte.ts'
import { isInFlight } from './in-flight.ts'
import type { PreviewOrder } from './order-preview.ts'
import { PeopleSearch } from './people-search.ts'
import { pictureOf, type Picture } from './picture.ts'
import { ScreenLink } from './screen-link.svelte.ts'
import type { Shortcut } from './shortcuts.ts'
import { NoticeDraft, ScreensPlace } from './steering.svelte.ts'

/** The one dialog that is open. */
export type OpenDialog =
  | {
      readonly kind:
        'palette' | 'keys' | 'share' | 'add-speaker' | 'speaking-limit' | 'paste-names' | 'order-policy'
    }
  | { readonly kind: 'ask'; readonly question: Question; readonly action: ConsoleAction }
  | { readonly kind: 'go-to'; readonly segmentId: string }
  | { readonly kind: 'statement'; readonly requestId: string }
  /** Of that screen; null: of none, or the main one. */
  | { readonly kind: 'screen-address'; readonly screenId: string | null }

/** Minutes behind are told often enough like this. */
const PACE_STEP_MS = 5_000

/** The fields that actions put the cursor into, by the name on the element around them. */
type Place = 'list' | 'people' | 'notices' | 'screens' | 'screen-name'

/**
 * What a moderator works at: the picture of the meeting, what can be done now, what is open, and the one line that says
 * why something was not done.
 */
export class ConsoleDesk {
  readonly session: MeetingSession
  /** What an order would make of a list; the server's answer. */
  readonly previewOrder: PreviewOrder
  readonly people = new PeopleSearch()
  readonly keys = new ConsoleKeys()
  readonly sounds: Sounds
  readonly notice = new NoticeDraft()
  readonly screens = new ScreensPlace()
  readonly screenLink: ScreenLink
  tab = $state<Tab>('people')
  #dialog = $state.raw<OpenDialog | null>(null)
  #said = $state('')
  #listedId = $state<string | null>(null)
  readonly #isLate = $derived.by(() => this.#readDelay())
  readonly #picture = $derived.by(() =>
    pictureOf(this.session.view, this.session.role, this.#listedId, this.#isLate),
  )
  readonly actions = $derived.by(() => (this.#picture ? consoleActions(this.#picture) : []))

  constructor(session: MeetingSession, previewOrder: PreviewOrder, sounds = new Sounds()) {
    this.session = session
    this.sounds = sounds
    this.previewOrder = previewOrder
    this.screenLink = new ScreenLink(session)
  }

  /** Whether there is something to show. */
  get isReady(): boolean {
    return this.#picture !== null
  }

  /** The meeting as it is; read it only where `isReady` is true. */
  get picture(): Picture {
    if (!this.#picture) throw new Error('the console was read before its first view')
    return this.#picture
  }

  get dialog(): OpenDialog | null {
    return this.#dialog
  }

  /** Why the last thing was not done, or what it came to where nothing else shows it; empty: nothing to say. */
  get said(): string {
    return this.#said
  }

  /** An action by its name; undefined where it cannot be done now. */
  find(id: ActionId): ConsoleAction | undefined {
    return this.actions.find((action) => action.id === id)
  }

  /** The action that a key stands for now. */
  forKey(shortcut: Shortcut): ConsoleAction | undefined {
    return this.actions.find(({ id }) => shortcutOf[id] === shortcut)
  }

  /** Whether what an action sends is on its way. */
  isPending({ intent }: ConsoleAction): boolean {
    return 'command' in intent && isInFlight(intent.command, this.session.pendingCommands)
  }

  run(action: ConsoleAction): void {
    const { intent } = action
    if (intent.kind === 'send') void this.send(intent.command)
    else if (intent.kind === 'ask') this.show({ kind: 'ask', question: intent.question, action })
    else if (intent.kind === 'open') this.#open(intent.opening, action.target)
    else this.show({ kind: 'statement', requestId: intent.requestId })
  }

  /** Sends a command unless the same is on its way; true when it was carried out. What stood in the way is said. */
  async send(command: WrittenCommand): Promise<boolean> {
    if (isInFlight(command, this.session.pendingCommands)) return false
    this.#said = ''
    const problem = problemOf(await this.session.send(command))
    if (problem !== null) this.say(problemText(problem))
    return problem === null
  }

  say(text: string): void {
    this.#said = text
  }

  show(dialog: OpenDialog): void {
    this.#said = ''
    this.#dialog = dialog
  }

  /** The platform gives the focus back where it was only if the dialog is closed before it is taken away. */
  closeDialog(): void {
    document.querySelector<HTMLDialogElement>('dialog[open]')?.close()
    this.#dialog = null
  }

  /** Arms this page for sounds, or lets it be silent; from a click or a key. */
  turnSounds(): void {
    if (this.sounds.state === 'off') this.sounds.arm()
    else this.sounds.disarm()
  }

  /** Shows the list of another segment; null follows the meeting. */
  showListOf(segmentId: string | null): void {
    this.#listedId = segmentId
  }

  #readDelay(): boolean {
    const everybody = this.session.view?.public
    if (everybody?.meeting.phase !== 'running') return false
    const now = this.session.ticking.nowBy(PACE_STEP_MS)
    return hasDelay(projectProgramme({ ...everybody.meeting, ...everybody.programme }, now))
  }

  /** Puts the cursor into a field, once it is there. */
  focus(place: Place): void {
    void focusOn(place)
  }

  #open(opening: Opening, target: string | null): void {
    switch (opening) {
      case 'plan':
        location.assign(`/m/${this.session.meetingId}/plan`)
        break
      case 'list':
        this.focus('list')
        break
      case 'people':
      case 'notices':
      case 'screens':
        this.tab = opening
        this.focus(opening)
        break
      case 'sounds':
        this.turnSounds()
        break
      case 'message-screens':
        this.notice.toScreen(target)
        this.tab = 'notices'
        this.focus('notices')
        break
      case 'add-screen':
        this.screens.isAdding = true
        this.tab = 'screens'
        this.focus('screen-name')
        break
      case 'rename-screen':
        this.screens.renaming = target
        this.tab = 'screens'
        this.focus('screen-name')
        break
      case 'screen-address':
        this.show({ kind: opening, screenId: target })
        break
      case 'recent':
        this.tab = 'recent'
        break
      default:
        this.show({ kind: opening })
    }
  }
}

/** The desk of the page, for its components. */
export const [getDesk, setDesk] = createContext<ConsoleDesk>()

async function focusOn(place: Place): Promise<void> {
  await tick()
  const around = document.querySelector(`[data-place="${place}"]`)
  const field = around?.querySelector<HTMLElement>('input, textarea, button.grip')
  ;(field ?? around?.querySelector<HTMLElement>('button'))?.focus()
}
