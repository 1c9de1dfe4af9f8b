import type { Config } from './config.ts'
import type { App } from './transport/app-types.ts'

/** The server cannot listen where it should; the message says in one line what to do. */
export class PortUnavailable extends Error {}

const reasons: Readonly<Record<string, (config: Config) => string>> = {
  EADDRINUSE: ({ host, port }) =>
    `Port ${port} on ${host} is in use: stop what uses it, or set PORT to another.`,
  EACCES: ({ port }) => `This user may not listen on port ${port}: set PORT to one from 1024 on.`,
  EADDRNOTAVAIL: ({ host }) => `This machine has no address ${host}: set HOST to one it has, or to 0.0.0.0.`,
}

/** Listens, and tells the address as it is reached from this machine. Rejects with PortUnavailable. */
export async function listen(app: App, config: Config): Promise<string> {
  try {
    await app.listen({ host: config.host, port: config.port })
    return addressOf(app)
  } catch (error) {
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? '']
    throw reason ? new PortUnavailable(reason(config)) : error
  }
}

/** Where the server is reached from this machine. */
export function addressOf(app: App): string {
  const address = app.server.address()
  if (address === null || typeof address === 'string') throw new Error('the server does not listen')
  const isAny = address.address === '0.0.0.0' || address.address === '::'
  const host = isAny ? 'localhost' : address.address
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`
}
