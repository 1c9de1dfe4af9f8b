import { createServer, STATUS_CODES, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { isOwnOrigin } from '../access/origin.ts'
import type { TransportParts } from './app-types.ts'

const FEED_PATH = /^\/api\/meetings\/[\w-]{1,64}\/feed(\?|$)/
const SOCKET_IO_PATH = '/socket.io/'

/**
 * Sends every WebSocket handshake to where it belongs. @fastify/websocket answers whatever upgrade it hears of, so it
 * listens to `relay`, a server that never listens itself, and hears only of the feed's. Socket.IO knows its own.
 */
export function feedRelay(): Server {
  return createServer()
}

export function routeUpgrades(server: Server, relay: Server, parts: TransportParts): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const url = request.url ?? ''
    if (url.startsWith(SOCKET_IO_PATH)) return
    if (!FEED_PATH.test(url)) return end(socket, 404)
    if (!isOwnOrigin(request.headers, parts.config.publicUrl)) return end(socket, 403)
    if (!parts.isReady()) return end(socket, 503)
    relay.emit('upgrade', request, socket, head)
  })
}

function end(socket: Duplex, status: number): void {
  socket.on('error', () => socket.destroy())
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
