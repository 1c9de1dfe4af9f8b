/** What somebody has typed into one field, and what stood there then. */
interface Typed {
  readonly text: string
  readonly over: string
  /** The server has taken it; what it shows from then on is the truth. */
  readonly isSaved: boolean
}

/**
 * A form over something that others may change at the same time. Fields that nobody touched follow the meeting; what
 * was typed stays until it is saved or given up; and where both changed, the field is a conflict to be shown.
 */
export class Draft<Fields extends Readonly<Record<string, string>>> {
  readonly #live: () => Fields
  #typed = $state.raw<Partial<Record<keyof Fields, Typed>>>({})

  /** `live` reads the fields as the meeting has them now. */
  constructor(live: () => Fields) {
    this.#live = live
  }

  /** The fields as the form shows them. */
  get fields(): Fields {
    return this.#merge()
  }

  /** Whether something was typed that the meeting does not have. */
  get isTouched(): boolean {
    const live = this.#live()
    const shown = this.#merge()
    return Object.keys(live).some((field) => shown[field] !== live[field])
  }

  /** What somebody else wrote over what was there when this field was typed into; undefined where nobody did. */
  theirs(field: keyof Fields): string | undefined {
    const typed = this.#typed[field]
    const live = this.#live()[field]!
    if (!typed || typed.isSaved || live === typed.over || live === typed.text) return undefined
    return live
  }

  get hasConflict(): boolean {
    return Object.keys(this.#typed).some((field) => this.theirs(field) !== undefined)
  }

  set(field: keyof Fields, text: string): void {
    const before = this.#typed[field]
    const over = before && !before.isSaved ? before.over : this.#live()[field]!
    this.#typed = { ...this.#typed, [field]: { text, over, isSaved: false } }
  }

  /** Gives up what was typed, in one field or in all. */
  discard(field?: keyof Fields): void {
    const rest = { ...this.#typed }
    if (field !== undefined) delete rest[field]
    this.#typed = field === undefined ? {} : rest
  }

  /** The server has taken `sent`, written as it will come back; what was typed since then stays typed. */
  saved(sent: Fields, taken: Fields): void {
    const live = this.#live()
    const entries = Object.entries(this.#typed).map(([field, typed]) =>
      typed!.text === sent[field]
        ? [field, { text: taken[field], over: live[field], isSaved: true }]
        : [field, { ...typed!, over: taken[field] }],
    )
    this.#typed = Object.fromEntries(entries) as Partial<Record<keyof Fields, Typed>>
  }

  #merge(): Fields {
    const live = this.#live()
    const shown = Object.keys(live).map((field) => {
      const typed = this.#typed[field]
      const isSettled = typed?.isSaved === true && live[field] !== typed.over
      return [field, typed && !isSettled ? typed.text : live[field]]
    })
    return Object.fromEntries(shown) as Fields
  }
}
