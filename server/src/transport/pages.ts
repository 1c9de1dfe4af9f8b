import fastifyStatic from '@fastify/static'
import type { FastifyRequest } from 'fastify'
import type { App } from './app-types.ts'
import { sendError } from './http-errors.ts'

const NO_PAGES =
  'The pages have not been built yet: run "npm run build", then start the server again. The interface under /api works.\n'

/** The addresses of people's pages and their documents; two that must be light have one of their own, which shows nothing else. */
const documents = {
  '/': 'index.html',
  '/join': 'index.html',
  '/m': 'index.html',
  '/m/*': 'index.html',
  '/m/:id(^[\\w-]{1,64}$)': 'participant.html',
  '/m/:id(^[\\w-]{1,64}$)/screen': 'screen.html',
  '/m/:id(^[\\w-]{1,64}$)/tv': 'tv.html',
} as const

/** Serves the built client from `folder`; without one, says how to build it. Answers where nothing is. */
export async function servePages(app: App, folder: string | null): Promise<void> {
  if (folder === null) {
    app.setNotFoundHandler((_request, reply) => sendError(reply, 'not-found'))
    for (const path of Object.keys(documents))
      app.get(path, { schema: { hide: true } }, async (_request, reply) =>
        reply.code(503).type('text/plain').send(NO_PAGES),
      )
    return
  }
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    setHeaders: (reply, path) => {
      // The names of assets change with their content; documents must always be asked for.
      const isHashed = path.startsWith(`${folder}/assets/`)
      reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  for (const [path, document] of Object.entries(documents))
    app.get(path, { schema: { hide: true } }, (_request, reply) => reply.sendFile(document))
  app.setNotFoundHandler((request, reply) =>
    isAskedByPerson(request) ? reply.code(404).sendFile('index.html') : sendError(reply, 'not-found'),
  )
}

/** Whether somebody opened an address that is none; the client has a page for that. Browsers ask for documents by this type. */
function isAskedByPerson({ method, url, headers }: FastifyRequest): boolean {
  return method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html')
}
