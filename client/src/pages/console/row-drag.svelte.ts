import type { ListRow } from '@openfloor/shared/views/public.ts'
import { afterForDrop, type Side } from './list-moves.ts'

/**
 * A row that is being dragged, and the row beside which it would land. Both are ids, so rows that come, go and move
 * meanwhile do not matter; where it lands is worked out when it is let go.
 */
export class RowDrag {
  #dragged = $state<string | null>(null)
  #target = $state.raw<{ readonly id: string; readonly side: Side } | null>(null)

  /** The row in the hand. */
  get dragged(): string | null {
    return this.#dragged
  }

  /** On which side of a row it would land; null: not beside that row. */
  sideOf(requestId: string): Side | null {
    return this.#dragged !== null && this.#target?.id === requestId ? this.#target.side : null
  }

  take(requestId: string): void {
    this.#dragged = requestId
  }

  /** The pointer is over a row, in its upper or lower half. */
  over(requestId: string, row: Element, clientY: number): void {
    const { top, height } = row.getBoundingClientRect()
    this.#target = { id: requestId, side: clientY < top + height / 2 ? 'before' : 'behind' }
  }

  /** The row under a finger, which the platform does not tell about. */
  overPoint(clientX: number, clientY: number): void {
    const row = document.elementFromPoint(clientX, clientY)?.closest('[data-request]')
    const requestId = row?.getAttribute('data-request')
    if (row && requestId) this.over(requestId, row, clientY)
  }

  /** Lets go: which row goes behind which; null where nothing moves. */
  drop(rows: readonly ListRow[]): { readonly requestId: string; readonly after: string | null } | null {
    const [requestId, target] = [this.#dragged, this.#target]
    this.letGo()
    if (requestId === null || target === null) return null
    const after = afterForDrop(rows, requestId, target.id, target.side)
    return after === undefined ? null : { requestId, after }
  }

  letGo(): void {
    this.#dragged = null
    this.#target = null
  }
}
