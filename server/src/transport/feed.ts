import fastifyWebsocket from '@fastify/websocket'
import type { Server } from 'node:http'
import type { FastifyRequest } from 'fastify'
import type { WebSocket } from 'ws'
import type { z } from 'zod'
import { limits } from '@openfloor/shared/limits.ts'
import type { Actor } from '@openfloor/shared/meeting/state.ts'
import { audiencesOf, type Audience } from '@openfloor/shared/views/view.ts'
import type { App, TransportParts } from './app-types.ts'
import { FeedConnection } from './feed-connection.ts'
import type { Frames } from './frames.ts'
import type { Member } from './meeting-stream.ts'
import { feedQuery, identify, meetingParams } from './http-callers.ts'
import { sendError } from './http-errors.ts'

const SERVICE_RESTART = 1012
const POLICY_VIOLATION = 1008

const options = {
  websocket: true,
  schema: { params: meetingParams, querystring: feedQuery },
} as const

/**
 * The feed: the public view, and to screens and moderators also that of the screens, as plain JSON over a plain WebSocket, for screens and tools. Any role of the meeting opens
 * it. A shared frame is encoded once for all feeds of a meeting.
 */
export async function serveFeed(
  app: App,
  parts: TransportParts,
  frames: Frames,
  relay: Server,
): Promise<void> {
  const rooms = new Map<string, Set<FeedConnection>>()
  frames.addOutlet({
    toAudience: (meetingId, audience, message) => {
      const connections = rooms.get(meetingId)
      if (!isOnFeed(audience) || !connections) return
      const frame = JSON.stringify(message)
      for (const connection of connections) if (connection.sees(audience)) connection.send(frame)
    },
    toPerson: () => {},
  })
  await app.register(fastifyWebsocket, {
    options: { server: relay, maxPayload: limits.feedMessageBytes, perMessageDeflate: false },
    errorHandler(error: Error, socket: WebSocket, request: FastifyRequest) {
      // With a code it is what a client did on the wire: its connection ends, and the log is not theirs to fill.
      if (!('code' in error)) request.log.error({ err: error }, 'a feed failed')
      socket.terminate()
    },
    preClose(this: { websocketServer: { clients: Set<WebSocket> } }, done: () => void) {
      for (const socket of this.websocketServer.clients) socket.close(SERVICE_RESTART, 'restarting')
      done()
    },
  })
  const heartbeat = setInterval(() => {
    for (const connections of rooms.values()) for (const connection of connections) connection.beat()
  }, limits.heartbeatMs)
  app.addHook('onClose', () => clearInterval(heartbeat))
  const route = {
    ...options,
    preValidation: async (request: FastifyRequest, reply: Parameters<typeof sendError>[0]) => {
      const actor = actorOf(request, parts)
      if (!actor) return sendError(reply, 'signed-out')
      if (actor.role === 'lobby') return sendError(reply, 'not-admitted')
    },
  }
  app.get('/api/meetings/:id/feed', route, (socket: WebSocket, request: FastifyRequest) => {
    const actor = actorOf(request, parts)
    if (!actor) return socket.close(POLICY_VIOLATION, 'signed-out')
    const { id: meetingId } = request.params as { id: string }
    const { screen = null } = request.query as z.infer<typeof feedQuery>
    const member = { ...memberOnFeed(actor, screen), end: () => socket.close(POLICY_VIOLATION, 'signed-out') }
    const connection = new FeedConnection(
      socket,
      frames.join(meetingId, member),
      member.audiences,
      parts.clock,
    )
    const room = rooms.get(meetingId) ?? new Set()
    rooms.set(meetingId, room.add(connection))
    socket.on('close', () => {
      room.delete(connection)
      connection.leave()
      if (room.size === 0 && rooms.get(meetingId) === room) rooms.delete(meetingId)
    })
  })
}

/** Those who watch see what is on the wall, and no more, whoever they are. */
export function memberOnFeed({ role, linkId }: Actor, screenId: string | null): Omit<Member, 'end'> {
  const audiences = audiencesOf[role].filter(isOnFeed)
  return { audiences, personId: null, countsAs: role === 'screen' ? 'screens' : null, screenId, linkId }
}

function isOnFeed(audience: Audience): boolean {
  return audience === 'public' || audience === 'screens'
}

function actorOf(request: FastifyRequest, { callers }: TransportParts) {
  return identify(callers, request, (request.params as { id: string }).id)
}
