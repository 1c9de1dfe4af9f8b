const RETRY_MS = 3_000

/**
 * A component that need not be in the first load: it is fetched at once, but beside it, and until it comes if the
 * connection is bad.
 */
export class Later<Part> {
  readonly #load: () => Promise<{ readonly default: Part }>
  #component = $state.raw<Part | null>(null)

  constructor(load: () => Promise<{ readonly default: Part }>) {
    this.#load = load
    this.#fetch()
  }

  /** Null until it is there. */
  get component(): Part | null {
    return this.#component
  }

  #fetch(): void {
    this.#load().then(
      (part) => (this.#component = part.default),
      () => setTimeout(() => this.#fetch(), RETRY_MS),
    )
  }
}
