import type { Attachment } from 'svelte/attachments'
import type { ListRow } from '@openfloor/shared/views/public.ts'

/**
 * Keeps the keyboard in the list of speakers: a row that moves keeps the focus, and where the focused row is gone the
 * one in its place gets it. The rows are one stop for Tab; arrows go between them.
 */
export class ListFocus {
  #list: HTMLElement | null = null
  #requestId = $state<string | null>(null)
  /** Where that row was when the list last changed. */
  #index = 0

  /** The row that Tab leads to: the last one that had the focus, or the one that has come to its place. */
  tabStop(rows: readonly ListRow[]): string | undefined {
    return rows[this.#lastIndex(rows)]?.requestId
  }

  /** On the list itself, anew with every change of its rows. */
  keep(rows: readonly ListRow[]): Attachment<HTMLElement> {
    return (list) => {
      this.#list = list
      // Moving or removing the focused row leaves the focus on the page as a whole.
      this.#index = this.#lastIndex(rows)
      if (this.#requestId !== null && document.activeElement === document.body) this.go(this.#index)
    }
  }

  /** A row got the focus. */
  entered(requestId: string, index: number): void {
    this.#requestId = requestId
    this.#index = index
  }

  /** The pointer was used: where the keyboard was does not matter any more. */
  forget(): void {
    this.#requestId = null
  }

  /** Puts the focus on a row, as far as there is one. */
  go(index: number): void {
    this.#list?.querySelectorAll<HTMLElement>('button.grip')[index]?.focus()
  }

  #lastIndex(rows: readonly ListRow[]): number {
    const at = rows.findIndex(({ requestId }) => requestId === this.#requestId)
    return at >= 0 ? at : Math.min(this.#index, rows.length - 1)
  }
}
