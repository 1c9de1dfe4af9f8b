import type { Clock, Instant } from '@openfloor/shared/clock/clock.ts'
import { Api, type Caller } from '../../client/e2e/harness/api.ts'
import { Cable } from '../../client/e2e/harness/cable.ts'
import { giveFloorToNext, openFloor, raiseHands, type Stage } from '../../client/e2e/harness/meetings.ts'
import {
  monotonicMs,
  ownBrowser,
  PaintedPage,
  type OwnBrowser,
  type Paint,
} from '../../client/e2e/harness/painted-page.ts'
import { SteeredServer } from '../../client/e2e/harness/steered-server.ts'

/** How long a message is under way, in ms; asked anew for each. */
export type Weather = () => number

/** A page at the far end of its own cable. */
export interface FarPage {
  readonly cable: Cable
  /** What it painted of the speaker's clock, and its signs, since it was last asked. */
  take(): Promise<readonly Paint[]>
  leave(): Promise<void>
}

const HOUR_MS = 3_600_000
const SERVER_AHEAD_MS = 600_000
const TRUTH_PROBES = 40

interface StageParts {
  readonly server: SteeredServer
  readonly stage: Stage
  readonly participant: Caller
  readonly screens: OwnBrowser
  readonly phones: OwnBrowser
  readonly clock: Clock
}

/**
 * A meeting with somebody who speaks, on a server whose clock is ten minutes ahead, and two browsers whose dates are
 * hours wrong: one for screens over the feed, one for participants over Socket.IO.
 */
export class ClockStage {
  readonly #parts: StageParts

  private constructor(parts: StageParts) {
    this.#parts = parts
  }

  static async set(): Promise<ClockStage> {
    const server = await SteeredServer.start()
    await server.pass(SERVER_AHEAD_MS)
    const api = new Api(server.address)
    const stage = await openFloor(api)
    const [, participant] = await raiseHands(api, stage, 2)
    await giveFloorToNext(stage)
    const { floor } = (await stage.moderator.view()).view.public
    const [screens, phones] = [await ownBrowser(), await ownBrowser()]
    return new ClockStage({ server, stage, participant: participant!, screens, phones, clock: floor!.clock })
  }

  /** The clock of whoever speaks; it runs for as long as the stage is there. */
  get clock(): Clock {
    return this.#parts.clock
  }

  /** A screen on the wall, by the feed. */
  screen(weather: Weather): Promise<FarPage> {
    return this.#come(this.#parts.screens, this.#parts.stage.links.screen, weather, 5 * HOUR_MS)
  }

  /** A participant's page, by Socket.IO. */
  async participant(weather: Weather): Promise<FarPage> {
    const link = await this.#parts.stage.moderator.personalLink(this.#parts.participant.personId!)
    return this.#come(this.#parts.phones, link, weather, -3 * HOUR_MS)
  }

  /** The server's time at a moment of this machine's monotonic clock, asked for without any cable. */
  async truth(): Promise<(at: number) => Instant> {
    let best = { tripMs: Infinity, offsetMs: 0 }
    for (let probe = 0; probe < TRUTH_PROBES; probe++) {
      const sentAt = monotonicMs()
      const { now } = await this.#parts.stage.moderator.view()
      const tripMs = monotonicMs() - sentAt
      // The server says whole milliseconds that have begun.
      if (tripMs < best.tripMs) best = { tripMs, offsetMs: now + 0.5 - (sentAt + tripMs / 2) }
    }
    return (at) => at + best.offsetMs
  }

  async end(): Promise<void> {
    await Promise.all([this.#parts.screens.close(), this.#parts.phones.close()])
    await this.#parts.server.end()
  }

  async #come(browser: OwnBrowser, link: string, weather: Weather, dateOffMs: number): Promise<FarPage> {
    const cable = await Cable.to(Number(new URL(this.#parts.server.address).port), weather)
    const context = await browser.newContext({ locale: 'en-GB', viewport: { width: 960, height: 540 } })
    const painted = await PaintedPage.of(await context.newPage(), dateOffMs)
    await painted.comeBy(cable.through(link))
    const take = async () => (await painted.take()).filter(({ label }) => label === '' || isSpeakers(label))
    const leave = async () => {
      await context.close()
      await cable.end()
    }
    return { cable, take, leave }
  }
}

/** Both pages call the speaker's time so; everything else that counts there is the segment's. */
function isSpeakers(label: string): boolean {
  return /speak/i.test(label)
}
