import { test, type Page } from '@playwright/test'
import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'

const repository = fileURLToPath(new URL('../../..', import.meta.url))
const START_MS = 20_000

type Process = ChildProcessByStdio<Writable, Readable, Readable>

/** The real server in fast time: its clock goes on as any other, and jumps ahead when a test lets time pass. */
export class SteeredServer {
  readonly #process: Process
  readonly #dataDir: string
  readonly #lines: AsyncIterator<string>
  #complaints = ''
  #address = ''
  #aheadMs = 0

  private constructor(child: Process, dataDir: string) {
    this.#process = child
    this.#dataDir = dataDir
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    child.stderr.on('data', (text: Buffer) => (this.#complaints += String(text)))
  }

  /** A server with a folder of its own, which listens when this resolves. */
  static async start(): Promise<SteeredServer> {
    const dataDir = mkdtempSync(join(tmpdir(), 'openfloor-e2e-'))
    const child = spawn(process.execPath, ['server/src/testing/steered-server.ts'], {
      cwd: repository,
      env: { PATH: process.env['PATH'], PORT: '0', DATA_DIR: dataDir },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const server = new SteeredServer(child, dataDir)
    const giveUp = setTimeout(() => child.kill('SIGKILL'), START_MS)
    server.#address = await server.#answer(/^Openfloor is at (http\S+)$/)
    clearTimeout(giveUp)
    return server
  }

  get address(): string {
    return this.#address
  }

  /** How far the server's clock is ahead of this machine's, in ms. */
  get aheadMs(): number {
    return this.#aheadMs
  }

  /** All that it has logged. */
  get log(): string {
    return this.#complaints
  }

  /**
   * Lets so much time pass on the server at once, and resolves when all that this time causes is done. These pages take
   * it as a sleep of their machine and ask for the time at once; any other page does so with the next thing it is sent.
   * A jump of less than a second is not followed at once (CL5), so let more pass. One call at a time.
   */
  async pass(durationMs: number, ...pages: readonly Page[]): Promise<void> {
    this.#process.stdin.write(`pass ${durationMs}\n`)
    this.#aheadMs = Number(await this.#answer(/^now (\d+)$/)) - Date.now()
    const wake = `document.dispatchEvent(new Event('visibilitychange'))`
    await Promise.all(pages.map((page) => page.evaluate(wake)))
  }

  /** Ends it and removes its data. */
  async end(): Promise<void> {
    const { exitCode, signalCode } = this.#process
    if (exitCode === null && signalCode === null) {
      this.#process.kill('SIGKILL')
      await once(this.#process, 'exit')
    }
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  /** The part in brackets of the next line that looks so; throws with what it logged when the server has ended. */
  async #answer(pattern: RegExp): Promise<string> {
    for (;;) {
      const line = await this.#lines.next()
      if (line.done) throw new Error(`the server ended:\n${this.#complaints}`)
      const answer = pattern.exec(line.value)?.[1]
      if (answer !== undefined) return answer
    }
  }
}

/** Gives the tests of a file a server in fast time of their own, and ends it after them. Call it once, at the top. */
export function ownSteeredServer(): () => SteeredServer {
  let server: SteeredServer | null = null
  test.beforeAll(async () => {
    server = await SteeredServer.start()
  })
  test.afterAll(async () => {
    await server?.end()
    server = null
  })
  return () => {
    if (!server) throw new Error('the server of this file is there only while its tests run')
    return server
  }
}
