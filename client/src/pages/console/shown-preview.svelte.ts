import type { Problem } from '../../session/http.ts'
import { orderChange, type OrderChange, type PreviewOrder, type WrittenPolicy } from './order-preview.ts'

/** The preview of an order while it is chosen: the latest question counts, however long the answers take. */
export class ShownPreview {
  readonly #preview: PreviewOrder
  #change = $state.raw<OrderChange | null>(null)
  #problem = $state.raw<Problem | null>(null)
  #asked = 0

  constructor(preview: PreviewOrder) {
    this.#preview = preview
  }

  /** The latest answer; null before the first one. */
  get change(): OrderChange | null {
    return this.#change
  }

  /** What stood in its way. */
  get problem(): Problem | null {
    return this.#problem
  }

  /** Asks what an order would make of a list now. */
  async ask(segmentId: string, policy: WrittenPolicy): Promise<void> {
    const turn = ++this.#asked
    const answer = await this.#preview(segmentId, policy)
    if (turn !== this.#asked) return
    this.#problem = answer.ok ? null : answer.problem
    if (answer.ok) this.#change = orderChange(answer.value.rows)
  }
}
