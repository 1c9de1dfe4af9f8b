import { tick } from 'svelte'
import { limits } from '@openfloor/shared/limits.ts'
import { m } from '../../../paraglide/messages.js'
import type { PlanDesk } from '../plan-desk.svelte.ts'
import type { SegmentMove } from '../programme-layout.ts'
import { Submission } from '../submission.svelte.ts'
import { until } from '../until.svelte.ts'

/** Where a segment that is being dragged would be dropped: at that place among the session's segments. */
export interface DropPlace {
  readonly sessionId: string
  readonly index: number
}

/** What happens to the order of the programme: one move at a time, by buttons, keys or dragging. */
export class ProgrammeBoard {
  readonly submission = new Submission()
  readonly #desk: PlanDesk
  #movedId = $state<string | null>(null)
  #draggedId = $state<string | null>(null)
  #dropPlace = $state.raw<DropPlace | null>(null)

  constructor(desk: PlanDesk) {
    this.#desk = desk
  }

  /** What was moved last, a segment or a session; a refusal stands beside it. */
  get movedId(): string | null {
    return this.#movedId
  }

  get draggedId(): string | null {
    return this.#draggedId
  }

  get dropPlace(): DropPlace | null {
    return this.#dropPlace
  }

  drag(segmentId: string | null): void {
    this.#draggedId = segmentId
    this.#dropPlace = null
  }

  hover(place: DropPlace): void {
    const { sessionId, index } = this.#dropPlace ?? {}
    if (sessionId !== place.sessionId || index !== place.index) this.#dropPlace = place
  }

  /** `subjectId` is what the person moved: the segment, or the session whose neighbour makes room for it. */
  async move(move: SegmentMove, subjectId: string, title: string): Promise<void> {
    const before = this.#orderOf(subjectId)
    const focused = document.activeElement?.id
    this.#movedId = subjectId
    const isDone = await this.submission.run(() => this.#desk.send({ type: 'move-segment', ...move }))
    if (!isDone) return
    await until(() => this.#orderOf(subjectId) !== before || undefined, limits.ackTimeoutMs)
    await tick()
    // Moving an element in the page takes the focus from it.
    if (focused) document.getElementById(focused)?.focus()
    this.#desk.say(m.plan_moved({ title, place: this.#placeOf(subjectId) }))
  }

  #orderOf(subjectId: string): string {
    const { segments } = this.#desk.shown.programme
    const at = segments.findIndex(({ id, sessionId }) => id === subjectId || sessionId === subjectId)
    return `${at} ${segments[at]?.sessionId}`
  }

  #placeOf(subjectId: string): number {
    return 1 + Number(this.#orderOf(subjectId).split(' ')[0])
  }
}
