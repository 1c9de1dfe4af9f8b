import type { Alternation } from './policy.ts'
import type { BandedRow } from './band.ts'
import type { Reason } from './reason.ts'
import type { OrderRow, Tag, Tags } from './row.ts'

type Value = string | null

/** Who has had the floor so far, as far as alternation asks: the value before, and how long ago each had its turn. */
export class Turns {
  readonly #tag: Tag
  readonly #lastTurns = new Map<Value, number>()
  #previous: Value | undefined
  #count = 0

  /** `history` are the tags of those who spoke, the latest last. */
  constructor(tag: Tag, history: readonly Tags[]) {
    this.#tag = tag
    for (const tags of history) this.take(tags)
  }

  take(tags: Tags): void {
    this.#previous = tags[this.#tag]
    this.#lastTurns.set(this.#previous, ++this.#count)
  }

  /** Whether somebody spoke before, and was of this value. */
  isSame(value: Value): boolean {
    return this.#previous === value
  }

  get hasPrevious(): boolean {
    return this.#previous !== undefined
  }

  /** 0: never; the larger, the later. */
  lastTurn(value: Value): number {
    return this.#lastTurns.get(value) ?? 0
  }
}

/** Rows of one band value that wait for their turn: a queue for each value of the tag, by receipt. */
export class Waiting {
  readonly #tag: Tag
  readonly #queues = new Map<Value, { readonly rows: BandedRow[]; at: number }>()
  #left: number

  constructor(tag: Tag, rows: readonly BandedRow[]) {
    this.#tag = tag
    this.#left = rows.length
    for (const banded of rows) {
      const value = banded.row.tags[tag]
      const queue = this.#queues.get(value)
      if (queue) queue.rows.push(banded)
      else this.#queues.set(value, { rows: [banded], at: 0 })
    }
  }

  get isEmpty(): boolean {
    return this.#left === 0
  }

  /** Takes the next one by the rule, with the reason. */
  next({ rule }: Alternation, turns: Turns): { readonly row: OrderRow; readonly reasons: readonly Reason[] } {
    const value = rule === 'alternate' ? this.#another(turns) : this.#longestAgo(turns)
    const queue = this.#queues.get(value)!
    const { row, reason } = queue.rows[queue.at++]!
    if (queue.at === queue.rows.length) this.#queues.delete(value)
    this.#left -= 1
    return { row, reasons: [reason, this.#reason(rule, value, turns)] }
  }

  /** [O9] The earliest of those who differ from the one before; else the earliest. */
  #another(turns: Turns): Value {
    return this.#best((value, head) => [turns.isSame(value) ? 1 : 0, head.receipt])
  }

  /** [O10] The value that had its last turn longest ago, or none; of several that had none, the earliest. */
  #longestAgo(turns: Turns): Value {
    return this.#best((value, head) => [turns.lastTurn(value), head.receipt])
  }

  #best(rank: (value: Value, head: OrderRow) => readonly [number, number]): Value {
    let best: { readonly value: Value; readonly rank: readonly [number, number] } | undefined
    for (const [value, { rows, at }] of this.#queues) {
      const own = rank(value, rows[at]!.row)
      if (!best || own[0] < best.rank[0] || (own[0] === best.rank[0] && own[1] < best.rank[1]))
        best = { value, rank: own }
    }
    return best!.value
  }

  #reason(rule: Alternation['rule'], value: Value, turns: Turns): Reason {
    if (rule === 'round-robin') return { code: 'turn-of', tag: this.#tag }
    if (!turns.hasPrevious) return { code: 'receipt' }
    return { code: turns.isSame(value) ? 'nobody-else' : 'alternates', tag: this.#tag }
  }
}
