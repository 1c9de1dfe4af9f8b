import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

type Environment = Readonly<Record<string, string>>

/** The server as `npm start` runs it, in a process of its own on a free port. */
export class ServerProcess {
  readonly url: string
  /** What it printed at the start. */
  readonly printed: string
  readonly #child: ChildProcess
  readonly #output: { readonly error: string }

  private constructor(child: ChildProcess, output: { readonly out: string; readonly error: string }) {
    this.#child = child
    this.#output = output
    this.printed = output.out
    this.url = /Openfloor is at (\S+)/.exec(this.printed)![1]!
  }

  /** All that it has logged so far. */
  get log(): string {
    return this.#output.error
  }

  /** Starts it and waits until it listens. Throws with what it wrote if it ends instead. */
  static async start(dataDir: string, environment: Environment = {}): Promise<ServerProcess> {
    const child = run({ PORT: '0', DATA_DIR: dataDir, ...environment })
    const output = collect(child)
    const listening = new Promise<void>((resolve) => {
      child.stdout!.on('data', () => {
        if (/Openfloor is at [^]*\n\n$/.test(output.out)) resolve()
      })
    })
    const ended = once(child, 'close').then(() => {
      throw new Error(`the server ended: ${output.error}`)
    })
    await Promise.race([listening, ended])
    ended.catch(() => {
      // It has started; from here on its end is asked for.
    })
    return new ServerProcess(child, output)
  }

  /** The link that was printed for that role. */
  link(who: 'Coordinator' | 'Moderator' | 'Rapporteur' | 'Screen' | 'Participants'): string {
    return new RegExp(`${who} +(\\S+)`).exec(this.printed)![1]!
  }

  /** Sends a signal and waits for the end; tells the exit code, null after a kill. */
  async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    const { exitCode, signalCode } = this.#child
    if (exitCode !== null || signalCode !== null) return exitCode
    const closed = once(this.#child, 'close')
    this.#child.kill(signal)
    const [code] = (await closed) as [number | null]
    return code
  }
}

/** How a start that cannot succeed ends; one that does succeed is ended, which is code null. */
export async function failedStart(environment: Environment): Promise<{ code: number | null; error: string }> {
  const child = run(environment)
  const output = collect(child)
  child.stdout!.on('data', () => child.kill('SIGKILL'))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, error: output.error }
}

function run(environment: Environment): ChildProcess {
  const { PATH = '', NODE_OPTIONS = '' } = process.env
  return spawn(process.execPath, [MAIN], {
    env: { PATH, NODE_OPTIONS, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function collect(child: ChildProcess): { readonly out: string; readonly error: string } {
  const output = { out: '', error: '' }
  child.stdout!.on('data', (chunk) => (output.out += String(chunk)))
  child.stderr!.on('data', (chunk) => (output.error += String(chunk)))
  return output
}
