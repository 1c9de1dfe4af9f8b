import { z } from 'zod'
import type { App, TransportParts } from './app-types.ts'

const state = z.object({ status: z.enum(['ok', 'not-ready']) })
const options = (summary: string) => ({
  config: { rateLimit: false as const },
  schema: { summary, response: { 200: state, 503: state } },
})

/** For load balancers and supervisors, and the description of the interface. */
export function healthRoutes(app: App, { isReady }: TransportParts): void {
  app.get('/healthz', options('Whether the process lives'), async () => ({ status: 'ok' as const }))
  app.get('/readyz', options('Whether it takes requests'), async (_request, reply) =>
    isReady() ? { status: 'ok' as const } : reply.code(503).send({ status: 'not-ready' as const }),
  )
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}
