const REST_MS = 3_000

/** Whether somebody is at the screen: what is for the operator shows only then, and the pointer too. */
export class PointerRest {
  #isMoving = $state(false)
  #timer: ReturnType<typeof setTimeout> | undefined

  get isMoving(): boolean {
    return this.#isMoving
  }

  /** The pointer moved, or a key was pressed. */
  moved(): void {
    this.#isMoving = true
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => (this.#isMoving = false), REST_MS)
  }

  stop(): void {
    clearTimeout(this.#timer)
  }
}
