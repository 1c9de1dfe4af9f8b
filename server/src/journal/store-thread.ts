import { Worker } from 'node:worker_threads'
import { textOf } from './sqlite-errors.ts'
import { errorOf, type Answers, type Reply, type Request } from './sqlite-protocol.ts'

interface Asked {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

/** Questions to the worker and its answers, which come in the order of the questions. */
export class StoreThread {
  /** Settles with the first answer: the store is open, or why it is not. */
  readonly opened: Promise<unknown>
  /** Settles when the thread has ended, with what later questions are answered with. */
  readonly ended: Promise<Error>
  readonly #worker: Worker
  readonly #asked: Asked[] = []
  #gone: Error | null = null

  constructor(folder: string) {
    this.opened = this.#expect()
    this.#worker = new Worker(new URL('./sqlite-worker.ts', import.meta.url), { workerData: folder })
    this.#worker.on('message', (reply: Reply) => this.#take(reply))
    this.ended = new Promise((resolve) => {
      this.#worker.on('error', (error) => resolve(this.#leave(error)))
      this.#worker.on('exit', () => resolve(this.#leave(new Error('the thread ended'))))
    })
  }

  async ask<Ask extends Request['ask']>(request: Extract<Request, { ask: Ask }>): Promise<Answers[Ask]> {
    if (this.#gone !== null) throw this.#gone
    this.#worker.postMessage(request)
    return (await this.#expect()) as Answers[Ask]
  }

  /** Ends the thread once it has answered; SQLite lets go of its files. */
  async close(): Promise<void> {
    if (this.#gone === null) {
      const closed = this.ask({ ask: 'close' })
      this.#gone = new Error('The journal is closed.')
      await closed
    }
    await this.ended
  }

  #expect(): Promise<unknown> {
    return new Promise((resolve, reject) => this.#asked.push({ resolve, reject }))
  }

  #take(reply: Reply): void {
    const asked = this.#asked.shift()
    if (reply.status === 'done') asked?.resolve(reply.answer)
    else asked?.reject(errorOf(reply.failure))
  }

  #leave(error: Error): Error {
    this.#gone ??= errorOf({ kind: 'broken', message: textOf(error) })
    for (const { reject } of this.#asked.splice(0)) reject(this.#gone)
    return this.#gone
  }
}
