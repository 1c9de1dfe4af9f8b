import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test'
import { fileURLToPath } from 'node:url'
import { chromiumArguments, chromiumPath } from './chromium.ts'

const recorder = fileURLToPath(new URL('record-paints.js', import.meta.url))

/** Something that a frame of a page painted for the first time. Times are on this machine's monotonic clock, in ms. */
export interface Paint {
  /** `first`: digits that came with the page, in the middle of their second. */
  readonly kind: 'first' | 'digits' | 'sign' | 'no-sign'
  /** What the digits are the time of, and the digits; empty for the sign "reconnecting". */
  readonly label: string
  readonly digits: string
  /** When the document changed. */
  readonly turnedAt: number
  /** When the frame that shows it was painted, after all scripts and before it went to the display. */
  readonly paintedAt: number
}

/** The monotonic clock that all processes of this machine share: Chromium's ticks are the same (CLOCK_MONOTONIC). */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** A browser of its own, for pages that are to have nothing in common with others. */
export type OwnBrowser = Browser

export function ownBrowser(): Promise<OwnBrowser> {
  return chromium.launch({ executablePath: chromiumPath(), args: [...chromiumArguments] })
}

/** A page of which it is known what it painted and when. */
export class PaintedPage {
  readonly page: Page
  readonly #devtools: CDPSession
  #originMs = NaN

  private constructor(page: Page, devtools: CDPSession) {
    this.page = page
    this.#devtools = devtools
  }

  /** Watches a page that has not been anywhere yet. Its device's date is wrong by `dateOffMs`. */
  static async of(page: Page, dateOffMs = 0): Promise<PaintedPage> {
    await page.addInitScript({ content: wrongDate(dateOffMs) })
    await page.addInitScript({ path: recorder })
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Performance.enable')
    return new PaintedPage(page, devtools)
  }

  /** Goes there, and waits until it shows a time. */
  async comeBy(link: string): Promise<void> {
    await this.page.goto(link)
    await this.page.getByRole('timer').first().waitFor()
    const before = monotonicMs()
    const { metrics } = await this.#devtools.send('Performance.getMetrics')
    const pageNow = (await this.page.evaluate('performance.now()')) as number
    const after = monotonicMs()
    this.#originMs = metrics.find(({ name }) => name === 'NavigationStart')!.value * 1_000
    const now = this.#originMs + pageNow
    if (now < before - 1 || now > after + 1)
      throw new Error(`this page's clock is not the machine's: ${before} < ${now} < ${after} does not hold`)
  }

  /** What was painted since it was last asked, in order. */
  async take(): Promise<readonly Paint[]> {
    const paints = (await this.page.evaluate('takePaints()')) as Paint[]
    return paints.map((paint) => ({
      ...paint,
      turnedAt: this.#originMs + paint.turnedAt,
      paintedAt: this.#originMs + paint.paintedAt,
    }))
  }

  /** The page is put to sleep as browsers do with pages in the background: nothing of it runs. Only in a PlainBrowser. */
  async freeze(): Promise<void> {
    await this.#devtools.send('Page.setWebLifecycleState', { state: 'frozen' })
  }

  /** It wakes, and comes to the front again, where another page of its browser has to be. Resolves with when that was. */
  async wake(): Promise<number> {
    const at = monotonicMs()
    await this.#devtools.send('Page.setWebLifecycleState', { state: 'active' })
    await this.page.bringToFront()
    return at
  }
}

/** A script that makes a page's device believe in another date; its monotonic clock is as it was. */
function wrongDate(offMs: number): string {
  return `{
    const RightDate = Date
    const now = () => RightDate.now() + ${offMs}
    globalThis.Date = class Date extends RightDate {
      constructor(...given) {
        if (given.length === 0) super(now())
        else super(...given)
      }
      static now() {
        return now()
      }
    }
  }`
}
