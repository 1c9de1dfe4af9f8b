import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'

const repository = fileURLToPath(new URL('../../..', import.meta.url))
const START_MS = 20_000

/** The links that the start prints, by what stands before them. */
export interface PrintedLinks {
  readonly coordinator: string
  readonly moderator: string
  readonly rapporteur: string
  readonly screen: string
  readonly participants: string
}

/** The real server as a process of its own, on data and a port that outlive its death. */
export class OpenfloorServer {
  readonly port: number
  readonly #dataDir: string
  readonly #endWithUs = () => this.#process?.kill('SIGKILL')
  #process: ChildProcess | null = null
  #output = ''
  #complaints = ''

  private constructor(port: number, dataDir: string) {
    this.port = port
    this.#dataDir = dataDir
    process.on('exit', this.#endWithUs)
  }

  /** A server with a folder of its own, which listens when this resolves. */
  static async start(): Promise<OpenfloorServer> {
    const server = new OpenfloorServer(await freePort(), mkdtempSync(join(tmpdir(), 'openfloor-e2e-')))
    await server.restart()
    return server
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`
  }

  /** The consultation of the concept note, which the first start creates. */
  get links(): PrintedLinks {
    const link = (who: string) => {
      const found = new RegExp(`^ +${who} +(http\\S+)`, 'm').exec(this.#output)
      if (!found) throw new Error(`the start printed no link for ${who}:\n${this.#output}`)
      return found[1]!
    }
    return {
      coordinator: link('Coordinator'),
      moderator: link('Moderator'),
      rapporteur: link('Rapporteur'),
      screen: link('Screen'),
      participants: link('Participants'),
    }
  }

  /** All that it has logged. */
  get log(): string {
    return this.#complaints
  }

  /** Starts it on the same data and port; what a process printed before is forgotten. */
  async restart(): Promise<void> {
    this.#output = ''
    const child = spawn(process.execPath, ['server/src/main.ts'], {
      cwd: repository,
      env: { PATH: process.env['PATH'], PORT: String(this.port), DATA_DIR: this.#dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#process = child
    child.stdout.on('data', (text: Buffer) => (this.#output += String(text)))
    child.stderr.on('data', (text: Buffer) => (this.#complaints += String(text)))
    await this.#listens(child)
  }

  /** As if the plug were pulled: no word to anybody, nothing flushed. */
  async kill(): Promise<void> {
    const child = this.#process
    this.#process = null
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  /** Ends it and removes its data. */
  async end(): Promise<void> {
    await this.kill()
    process.off('exit', this.#endWithUs)
    rmSync(this.#dataDir, { recursive: true, force: true })
  }

  async #listens(child: ChildProcess): Promise<void> {
    const deadline = AbortSignal.timeout(START_MS)
    const ended = once(child, 'exit', { signal: deadline }).then(() => {
      throw new Error(`the server did not start:\n${this.#complaints}${this.#output}`)
    })
    ended.catch(() => undefined)
    while (!/^Openfloor is at http\S+\n/m.test(this.#output))
      await Promise.race([once(child.stdout!, 'data', { signal: deadline }), ended])
  }
}
