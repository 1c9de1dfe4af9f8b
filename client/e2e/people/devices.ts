import {
  test as base,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from '@playwright/test'

const sizes = {
  phone: { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true },
  laptop: { viewport: { width: 1280, height: 720 } },
  wall: { viewport: { width: 1920, height: 1080 } },
} as const satisfies Record<string, BrowserContextOptions>

export type Device = keyof typeof sizes

/** Devices that people bring along, each with a browser that knows nothing of the others. */
export class Devices {
  /** What went wrong on any of the pages without anybody seeing it: errors, and breaches of the content policy. */
  readonly complaints: string[] = []
  readonly #browser: Browser
  readonly #contexts: BrowserContext[] = []

  constructor(browser: Browser) {
    this.#browser = browser
  }

  /** A device with an empty page. */
  async bring(device: Device, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await this.#browser.newContext({ ...sizes[device], ...options })
    this.#contexts.push(context)
    context.on('page', (page) => this.#watch(page))
    return context.newPage()
  }

  async end(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()))
  }

  #watch(page: Page): void {
    page.on('pageerror', (error) => this.complaints.push(`error: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        this.complaints.push(`${message.type()}: ${message.text()} (${message.location().url})`)
    })
  }
}

/** Tests with devices, which are put away after each. */
export const test = base.extend<{ devices: Devices }>({
  devices: async ({ browser }, use) => {
    const devices = new Devices(browser)
    await use(devices)
    await devices.end()
  },
})
