import { after } from './virtual-time.ts'
import { moderatorWish, nextWish, participantWish } from './wishes.ts'
import type { Page, World } from './page.ts'

/** Everything that people and the world do while it storms. */
export class Storm {
  readonly #world: World
  readonly #pages: readonly Page[]
  #isOver = false

  /** `pages` may still grow. */
  constructor(world: World, pages: readonly Page[]) {
    this.#world = world
    this.#pages = pages
    void this.#repeat(1_800, () => this.#bothPressNext())
    void this.#repeat(1_500, () => this.#breakSomething())
  }

  /** Somebody uses a page, each wish from what that page shows. */
  join(page: Page): void {
    const { role } = page.visitor
    if (role !== 'moderator' && role !== 'participant') return
    void this.#repeat(1_200, () => this.#wish(page))
  }

  /** Whatever was broken is whole again. */
  end(): void {
    this.#isOver = true
    this.#world.server.disk.state = 'sound'
    Object.assign(this.#world.weather, { losesMessages: false, maxDelayMs: 60 })
  }

  async #repeat(everyMs: number, act: () => void): Promise<void> {
    for (;;) {
      await after(this.#world.random.below(2 * everyMs))
      if (this.#isOver) return
      act()
    }
  }

  #wish(page: Page): void {
    const { random } = this.#world
    if (!page.view || page.isSignedOut || page.pendingCount > 4) return
    const make = page.visitor.role === 'moderator' ? moderatorWish : participantWish
    const command = make(page.view, random)
    if (command) page.send(command)
  }

  #bothPressNext(): void {
    const { book } = this.#world
    const ids = this.#pages.flatMap((page) => {
      if (page.visitor.role !== 'moderator' || !page.view) return []
      const command = nextWish(page.view)
      return command ? [page.send(command)] : []
    })
    if (ids[0] && ids[1]) book.races.push([ids[0], ids[1]])
  }

  #breakSomething(): void {
    const { random, server } = this.#world
    const page = random.pick(this.#pages)!
    const what = random.below(20)
    if (what < 10) page.cut()
    else if (what < 13) page.reload()
    else if (what < 16) server.kill()
    else if (what < 19) void this.#fillDisk()
    else if (server.disk.state === 'sound') server.disk.state = 'broken'
  }

  async #fillDisk(): Promise<void> {
    const { random, server } = this.#world
    if (server.disk.state !== 'sound') return
    server.disk.state = 'full'
    await after(random.between(100, 1_500))
    server.disk.state = 'sound'
  }
}
