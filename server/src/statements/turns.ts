/** Lets those who want the same thing have it one after another, in the order they came. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>()

  /** Does it when all who came before for this key are done, whatever became of them. */
  take<Result>(key: string, act: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key) ?? Promise.resolve()
    const turn = before.then(act, act)
    this.#last.set(key, turn)
    const leave = () => {
      if (this.#last.get(key) === turn) this.#last.delete(key)
    }
    turn.then(leave, leave)
    return turn
  }
}
