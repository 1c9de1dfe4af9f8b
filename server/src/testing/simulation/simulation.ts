import { evolve } from '@openfloor/shared/meeting/meeting.ts'
import type { Meeting } from '@openfloor/shared/meeting/state.ts'
import { brokenInvariants } from '@openfloor/shared/testing/invariants.ts'
import { creationCommand, fromTemplate, type Keys } from '../../access/new-meeting.ts'
import { tokenOf } from '../../access/secrets.ts'
import { MemoryJournal } from '../../journal/memory.ts'
import { gcm2020 } from '../../templates/gcm-2020.ts'
import { Book } from './book.ts'
import { joinOverHttp } from './newcomer.ts'
import { Page, type Visitor, type World } from './page.ts'
import { Random } from './random.ts'
import { recordFaults, type History } from './record-faults.ts'
import { SimulatedServer } from './server.ts'
import { Sightings } from './sightings.ts'
import { Storm } from './storm.ts'
import { after, inVirtualTime, pass } from './virtual-time.ts'
import { pageFaults, sightingFaults } from './view-faults.ts'
import { editWish } from './wishes.ts'

const STORM_MS = 25_000
/** Longer than the longest chain of timeouts that a page can still be in when the storm ends. */
const QUIET_WITHIN_MS = 60_000
/** In which the server notices whoever is gone, and the last frames arrive. */
const AFTERMATH_MS = 10_000
const LAST_FRAMES_MS = 2_000

/** What came of one seed. No faults: every promise was kept. */
export interface Report {
  readonly faults: readonly string[]
  /** What happened, to see that something did. */
  readonly tally: Readonly<Record<string, number>>
}

/** One meeting in a storm, from one seed: the same seed, the same storm. */
export function simulate(seed: number): Promise<Report> {
  return inVirtualTime(gcm2020.draft.startsAt, () => new Simulation(seed).run())
}

const meetingId = 'simulation'
const LAST_WORD = 'Thank you.'
const LAST_NAME = ' of the end'

class Simulation {
  readonly #world: World
  readonly #pages: Page[] = []
  readonly #isLossy: boolean

  constructor(seed: number) {
    const random = new Random(seed)
    this.#isLossy = random.chance(0.5)
    this.#world = {
      random,
      weather: { maxDelayMs: random.between(2, 300), losesMessages: this.#isLossy },
      server: new SimulatedServer(random),
      book: new Book(),
      sightings: new Sightings(random),
    }
  }

  async run(): Promise<Report> {
    await this.#begin()
    const storm = new Storm(this.#world, this.#pages)
    for (const page of this.#pages) storm.join(page)
    for (const name of ['chen', 'dalia', 'emeka']) void this.#comeLate(name, storm)
    await pass(STORM_MS)
    storm.end()
    await this.#settle(AFTERMATH_MS)
    // Where no message was lost within a connection, all pages have come to the same without another one.
    const healed = this.#isLossy ? [] : this.#pageFaults()
    await this.#touchEverything()
    return this.#report(healed)
  }

  async #begin(): Promise<void> {
    const { server, random } = this.#world
    await server.start()
    const roles = ['coordinator', 'moderator', 'rapporteur', 'screen'] as const
    const secrets = Object.fromEntries(roles.map((role) => [role, random.text(43)])) as Keys['secrets']
    const keys = { meetingId, joinCode: '123456789', secrets }
    const created = server.execute(meetingId, creationCommand(fromTemplate('gcm-2020', {}), keys), 'creation')
    await this.#during(created)
    for (const name of ['moderator one', 'moderator two', 'screen', 'rapporteur']) {
      const role = roles.find((each) => name.startsWith(each))!
      this.#open({ name, role, personId: null, token: tokenOf(meetingId, secrets[role]) })
    }
    for (const name of ['amina', 'boris']) {
      const visitor = await this.#during(joinOverHttp(server, random, { meetingId, name }))
      this.#open(visitor)
      if (name === 'amina') this.#open({ ...visitor, name: 'amina’s phone' })
    }
  }

  #open(visitor: Visitor): Page {
    const page = new Page(this.#world, visitor)
    this.#pages.push(page)
    return page
  }

  async #comeLate(name: string, storm: Storm): Promise<void> {
    const { server, random } = this.#world
    await after(random.below(STORM_MS / 2))
    storm.join(this.#open(await joinOverHttp(server, random, { meetingId, name })))
  }

  /** Lets time pass until `work` is done. */
  async #during<Result>(work: Promise<Result>): Promise<Result> {
    let isDone = false
    void work.finally(() => (isDone = true))
    await pass(QUIET_WITHIN_MS, () => isDone)
    if (!isDone) throw new Error('what every storm begins with did not come to an end')
    return work
  }

  async #settle(aftermathMs: number): Promise<void> {
    await pass(QUIET_WITHIN_MS, () => this.#world.server.isUp && this.#pages.every(({ isQuiet }) => isQuiet))
    await pass(aftermathMs)
  }

  /** The meeting goes on; and a message that was the last of its part and got lost is noticed with the next. */
  async #touchEverything(): Promise<void> {
    const moderator = this.#pages[0]!
    moderator.send({ type: 'send-notice', to: 'screens', text: `${LAST_WORD} (screens)`, durationMs: null })
    moderator.send({ type: 'send-notice', to: 'everyone', text: LAST_WORD, durationMs: null })
    const { meeting } = this.#world.server.standing(meetingId)
    for (const { id, removedAt } of meeting.people.values())
      if (removedAt === null) moderator.send(editWish(id, `${id}${LAST_NAME}`))
    await this.#settle(LAST_FRAMES_MS)
  }

  #pageFaults(): string[] {
    const { server } = this.#world
    const restless = this.#pages.filter(({ isQuiet }) => !isQuiet).map(({ visitor }) => visitor.name)
    if (!server.isUp || restless.length > 0) return [`never quiet: ${restless.join(', ')}`]
    return [...pageFaults(this.#pages, server.standing(meetingId).meeting, server)]
  }

  #isTouched({ notices, people }: Meeting): boolean {
    const names = [...people.values()].filter(({ removedAt }) => removedAt === null).map(({ name }) => name)
    const said = notices.filter(({ text }) => text.startsWith(LAST_WORD))
    return said.length === 2 && names.every((name) => name.endsWith(LAST_NAME))
  }

  async #report(healed: readonly string[]): Promise<Report> {
    const { server, book, sightings } = this.#world
    const { meeting } = server.standing(meetingId)
    const history = await this.#history()
    const { views, patches, asks } = sightings
    const removed = this.#pages.filter(({ isSignedOut }) => isSignedOut).length
    const { length: races } = book.races
    const seen = { views, patches, asks, removed, races, kills: server.kills }
    return {
      faults: [
        ...server.reported.map(String),
        ...brokenInvariants(meeting),
        ...recordFaults(history, book),
        ...healed,
        ...this.#pageFaults(),
        ...(this.#isTouched(meeting) ? [] : ['the meeting does not go on']),
        ...sightingFaults(sightings, history),
      ],
      tally: { ...book.tally, ...seen, commits: history.commits.length },
    }
  }

  /** Opened once more, which checks the chain, and read from the first commit on. */
  async #history(): Promise<History> {
    const commits = await new MemoryJournal({ store: this.#world.server.store }).read(meetingId, 0)
    const meetings: (Meeting | null)[] = [null]
    for (const commit of commits) meetings.push(evolve(meetings.at(-1)!, commit))
    return { commits, meetings }
  }
}
