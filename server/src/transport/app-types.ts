import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Callers } from '../access/callers.ts'
import type { Config } from '../config.ts'
import type { Meetings } from '../meetings/meetings.ts'
import type { ServerClock } from '../server-clock.ts'

/** Fastify with zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What the transports work with. */
export interface TransportParts {
  readonly config: Pick<Config, 'publicUrl' | 'trustedProxies' | 'retentionDays'>
  readonly meetings: Meetings
  readonly clock: ServerClock
  readonly callers: Callers
  /** Whether new requests can be served: not while stopping, nor after the store has failed. */
  readonly isReady: () => boolean
}

/** Whether people come by HTTPS. */
export function isSecure({ publicUrl }: Pick<Config, 'publicUrl'>): boolean {
  return publicUrl?.protocol === 'https:'
}
