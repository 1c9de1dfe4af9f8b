import { chromium, type Browser, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromiumArguments, chromiumPath } from './chromium.ts'

const START_MS = 20_000

/**
 * A browser as people have it. Playwright tells all of its own pages that they have the focus, so that none of them is
 * ever in the background; this one's pages can be, and can be frozen there.
 */
export class PlainBrowser {
  readonly #process: ChildProcess
  readonly #profile: string
  readonly #browser: Browser

  private constructor(child: ChildProcess, profile: string, browser: Browser) {
    this.#process = child
    this.#profile = profile
    this.#browser = browser
  }

  static async start(): Promise<PlainBrowser> {
    const profile = mkdtempSync(join(tmpdir(), 'openfloor-browser-'))
    const child = spawn(
      chromiumPath(),
      [...chromiumArguments, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    )
    const giveUp = setTimeout(() => child.kill('SIGKILL'), START_MS)
    const browser = await chromium.connectOverCDP(await addressOf(child), { noDefaults: true })
    clearTimeout(giveUp)
    return new PlainBrowser(child, profile, browser)
  }

  newPage(): Promise<Page> {
    return this.#browser.contexts()[0]!.newPage()
  }

  async end(): Promise<void> {
    const ended = once(this.#process, 'close')
    this.#process.kill('SIGKILL')
    await ended
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Where it says that it listens; throws with what it said when it ended instead. */
async function addressOf(child: ChildProcess): Promise<string> {
  const said: string[] = []
  for await (const line of createInterface({ input: child.stderr! })) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1]
    if (address !== undefined) return address
    said.push(line)
  }
  throw new Error(`the browser did not start:\n${said.join('\n')}`)
}
