import fastifySwagger from '@fastify/swagger'
import Fastify, { LogController, type FastifyBaseLogger } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import { limits } from '@openfloor/shared/limits.ts'
import { Callers } from './access/callers.ts'
import type { Blobs } from './blobs/blobs.ts'
import { Retention } from './meetings/retention.ts'
import { Scheduler } from './meetings/scheduler.ts'
import type { AlarmClock } from './server-clock.ts'
import type { Meetings } from './meetings/meetings.ts'
import { Statements } from './statements/statements.ts'
import { isSecure, type App, type TransportParts } from './transport/app-types.ts'
import { CodeGate } from './transport/code-gate.ts'
import { serveFeed } from './transport/feed.ts'
import { Frames } from './transport/frames.ts'
import { guard } from './transport/guards.ts'
import { accessRoutes } from './transport/http-access.ts'
import { commandRoutes } from './transport/http-commands.ts'
import { answerErrors } from './transport/http-errors.ts'
import { healthRoutes } from './transport/http-health.ts'
import { linkRoutes } from './transport/http-links.ts'
import { meetingRoutes } from './transport/http-meetings.ts'
import { orderRoutes } from './transport/http-order.ts'
import { participantRoutes } from './transport/http-participants.ts'
import { programmeRoutes } from './transport/http-programme.ts'
import { recordRoutes } from './transport/http-record.ts'
import { sessionRoutes } from './transport/http-sessions.ts'
import { statementRoutes } from './transport/http-statements.ts'
import { wallRoutes } from './transport/http-wall.ts'
import { servePages } from './transport/pages.ts'
import { serveSockets } from './transport/sockets.ts'
import { feedRelay, routeUpgrades } from './transport/upgrades.ts'

export interface AppParts extends Omit<TransportParts, 'callers'> {
  readonly logger: FastifyBaseLogger
  readonly clock: AlarmClock
  readonly blobs: Blobs
  /** The folder of the built client; null when there is none. */
  readonly clientFolder: string | null
}

/**
 * The whole server, which does not listen yet, but does from now on what time causes. Closing it ends that and all
 * connections; the journal is the caller's.
 */
export async function buildApp(given: AppParts): Promise<App> {
  const app: App = Fastify({
    loggerInstance: given.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.messageBytes,
    // People add and lose slashes when they copy an address.
    routerOptions: { ignoreTrailingSlash: true },
    trustProxy: given.config.trustedProxies.length > 0 ? [...given.config.trustedProxies] : false,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  const parts = { ...given, callers: new Callers(given.meetings, isSecure(given.config)) }
  answerErrors(app)
  await guard(app, parts)
  await document(app)
  const frames = await serveConnections(app, parts)
  const gate = new CodeGate(app, parts.meetings)
  healthRoutes(app, parts)
  meetingRoutes(app, parts)
  sessionRoutes(app, parts, gate)
  participantRoutes(app, parts, gate)
  linkRoutes(app, parts)
  accessRoutes(app, parts)
  commandRoutes(app, parts)
  orderRoutes(app, parts)
  recordRoutes(app, parts)
  programmeRoutes(app, parts, gate)
  wallRoutes(app, parts, frames)
  const report = (error: unknown) => app.log.error({ err: error }, 'a file could not be taken away')
  const statements = new Statements({ ...given, report })
  await statementRoutes(app, { ...given, ...parts, statements })
  sweepFiles(app, given.meetings, statements)
  await servePages(app, given.clientFolder)
  const scheduler = new Scheduler(given)
  const retention = new Retention({ ...given, retentionDays: given.config.retentionDays })
  app.addHook('onClose', () => {
    scheduler.close()
    retention.close()
  })
  return app
}

/** Files that nobody names any more are taken away at the start, and whenever somebody or something was erased. */
function sweepFiles(app: App, meetings: Meetings, statements: Statements): void {
  const sweep = () =>
    void statements.sweep().catch((error) => app.log.error({ err: error }, 'files could not be taken away'))
  const erasures = new Map<string, number>()
  const unfollow = [
    meetings.onForgotten(sweep),
    meetings.onCommit(({ meeting }) => {
      if (meeting.erasures > (erasures.get(meeting.id) ?? 0)) sweep()
      erasures.set(meeting.id, meeting.erasures)
    }),
  ]
  app.addHook('onClose', () => unfollow.forEach((end) => end()))
  sweep()
}

/** The two kinds of sockets, fed from the same frames. */
async function serveConnections(app: App, parts: TransportParts): Promise<Frames> {
  const frames = new Frames(parts.meetings, parts.clock)
  const relay = feedRelay()
  const io = serveSockets(app, parts, frames)
  await serveFeed(app, parts, frames, relay)
  routeUpgrades(app.server, relay, parts)
  app.addHook('preClose', async () => {
    frames.close()
    // Not `disconnect`: a client whose transport closes comes back by itself.
    io.engine.close()
  })
  return frames
}

async function document(app: App): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Openfloor',
        description: 'One clock, one programme and one list of speakers for a virtual meeting.',
        version: '1',
      },
    },
    transform: jsonSchemaTransform,
  })
}
