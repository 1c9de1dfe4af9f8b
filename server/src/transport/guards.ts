import fastifyCookie from '@fastify/cookie'
import fastifyHelmet from '@fastify/helmet'
import fastifyRateLimit from '@fastify/rate-limit'
import { limits } from '@openfloor/shared/limits.ts'
import { bearerToken } from '../access/callers.ts'
import { isOwnOrigin, namesOwnOrigin } from '../access/origin.ts'
import { isSecure, type App, type TransportParts } from './app-types.ts'
import { sendError } from './http-errors.ts'

const safeMethods = ['GET', 'HEAD', 'OPTIONS']

/** What stands before every route: JSON only, own origin, limits a client's address, and the headers of each answer. */
export async function guard(app: App, parts: TransportParts): Promise<void> {
  app.removeContentTypeParser('text/plain')
  await app.register(fastifyCookie)
  await app.register(fastifyHelmet, headers(isSecure(parts.config)))
  await app.register(fastifyRateLimit, {
    max: limits.requestsPerAddressPerMinute,
    timeWindow: '1 minute',
  })
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store')
    if (safeMethods.includes(request.method) || bearerToken(request.headers.authorization) !== null) return
    const check = request.headers.cookie === undefined ? isOwnOrigin : namesOwnOrigin
    if (!check(request.headers, parts.config.publicUrl)) return sendError(reply, 'forbidden')
  })
}

function headers(secure: boolean) {
  const self = ["'self'"]
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: self,
        scriptSrc: self,
        styleSrc: self,
        connectSrc: self,
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: self,
        frameAncestors: self,
      },
    },
    referrerPolicy: { policy: 'no-referrer' as const },
    strictTransportSecurity: secure,
    // Browsers ignore both on plain HTTP, and say so on every page.
    crossOriginOpenerPolicy: secure,
    originAgentCluster: secure,
  }
}
