import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const script = fileURLToPath(new URL('./append-until-killed.ts', import.meta.url))

/** What a process that appended said until it ended. */
export interface Ended {
  readonly lines: readonly string[]
  readonly code: number | null
}

export interface AppenderOptions {
  readonly folder: string
  readonly commitsPerMeeting: number
  /** Killed (SIGKILL) as soon as this holds for what it has said; it is asked once before the first line. */
  readonly killWhen: (lines: readonly string[]) => boolean
  /** The longest file it may write, in KiB: beyond that the kernel answers EFBIG. */
  readonly fileLimitKib?: number
}

/** Runs `append-until-killed.ts` in a process of its own until it is killed or ends by itself. */
export async function runAppender(options: AppenderOptions): Promise<Ended> {
  const { folder, commitsPerMeeting, killWhen, fileLimitKib } = options
  const command = [process.execPath, script, folder, String(commitsPerMeeting)]
  // POSIX counts `ulimit -f` in blocks of 512 bytes.
  const limit = fileLimitKib === undefined ? '' : `ulimit -f ${fileLimitKib * 2}; `
  const child = spawn('sh', ['-c', `${limit}exec "$@"`, 'sh', ...command], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  )
  const lines: string[] = []
  const killIfTime = () => void (killWhen(lines) && child.kill('SIGKILL'))
  killIfTime()
  for await (const line of createInterface(child.stdout)) {
    lines.push(line)
    killIfTime()
  }
  return { lines, code: await ended }
}
