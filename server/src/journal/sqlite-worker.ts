import { parentPort, workerData } from 'node:worker_threads'
import { failureOf, type Reply, type Request } from './sqlite-protocol.ts'
import { SqliteStore } from './sqlite-store.ts'

/** The thread that owns the database of the folder in `workerData`; `SqliteJournal` starts it. */
if (parentPort === null) throw new Error('sqlite-worker.ts runs in a worker thread only.')
const port = parentPort

function reply(work: () => unknown): void {
  let message: Reply
  try {
    message = { status: 'done', answer: work() }
  } catch (error) {
    message = { status: 'failed', failure: failureOf(error) }
  }
  port.postMessage(message)
}

function answer(store: SqliteStore, request: Request): unknown {
  switch (request.ask) {
    case 'append':
      return store.append(request.drafts)
    case 'read':
      return store.read(request.meetingId, request.afterVersion)
    case 'meetings':
      return store.meetings()
    case 'forget':
      return store.forget(request.meetingId)
    case 'close':
      port.unref()
      store.close()
      return null
  }
}

reply(() => {
  const store = new SqliteStore(workerData as string)
  port.on('message', (request: Request) => {
    reply(() => answer(store, request))
    // Answered before the log is copied; a failure here ends the thread, and with it the trust in the store.
    if (request.ask === 'append') store.tidy()
  })
  return null
})
