import { isIP } from 'node:net'

/** How this server is set up. */
export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  /** The address under which people reach it, without path; null: whatever address they used. */
  readonly publicUrl: URL | null
  /** The proxies whose word on the client's address counts; none when empty. */
  readonly trustedProxies: readonly string[]
  /** How long a browser stays signed in to a meeting. */
  readonly retentionDays: number
}

type Environment = Readonly<Record<string, string | undefined>>

export type ReadConfig =
  | { readonly status: 'ok'; readonly config: Config }
  /** One line that names the variable and what it expects. */
  | { readonly status: 'wrong'; readonly line: string }

/** A value of the environment that cannot be used; never leaves this file. */
class WrongValue extends Error {}

const proxyRanges = ['loopback', 'linklocal', 'uniquelocal']

/** The environment as a configuration. What is unset or empty has its default; what is wrong stops the start. */
export function readConfig(environment: Environment): ReadConfig {
  const value = (name: string) => environment[name]?.trim() || undefined
  try {
    refuseRedis(value('REDIS_URL'))
    const config = {
      port: wholeNumber('PORT', value('PORT') ?? '8080', { from: 0, to: 65_535 }),
      host: host(value('HOST') ?? '127.0.0.1'),
      dataDir: value('DATA_DIR') ?? './data',
      publicUrl: publicUrl(value('PUBLIC_URL')),
      trustedProxies: trustedProxies(value('TRUST_PROXY')),
      retentionDays: wholeNumber('RETENTION_DAYS', value('RETENTION_DAYS') ?? '30', { from: 1, to: 3_650 }),
    }
    return { status: 'ok', config }
  } catch (error) {
    if (error instanceof WrongValue) return { status: 'wrong', line: error.message }
    throw error
  }
}

function wholeNumber(name: string, text: string, { from, to }: { from: number; to: number }): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (value >= from && value <= to) return value
  throw new WrongValue(`${name} is ${quote(text)}, expected a whole number from ${from} to ${to}`)
}

function host(text: string): string {
  // One address: under the name Node would listen on two, with a server for each.
  if (text === 'localhost') return '127.0.0.1'
  if (isIP(text) !== 0) return text
  throw new WrongValue(
    `HOST is ${quote(text)}, expected an IP address to listen on, such as 127.0.0.1 or 0.0.0.0`,
  )
}

function publicUrl(text: string | undefined): URL | null {
  if (text === undefined) return null
  const url = URL.canParse(text) ? new URL(text) : null
  const isPlain =
    url && (url.protocol === 'https:' || url.protocol === 'http:') && url.href === `${url.origin}/`
  if (isPlain) return url
  throw new WrongValue(
    `PUBLIC_URL is ${quote(text)}, expected the http(s) address of this server without a path, such as https://meet.example.org`,
  )
}

function trustedProxies(text: string | undefined): readonly string[] {
  if (text === undefined) return []
  const proxies = text.split(',').map((part) => part.trim())
  if (proxies.every(isProxy)) return proxies
  throw new WrongValue(
    `TRUST_PROXY is ${quote(text)}, expected the addresses or networks of your proxies, such as "loopback" or "10.0.0.1, 10.1.0.0/16"`,
  )
}

function isProxy(text: string): boolean {
  if (proxyRanges.includes(text)) return true
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

function refuseRedis(text: string | undefined): void {
  if (text === undefined) return
  throw new WrongValue(
    'REDIS_URL is set, but the journal shared by several servers is not in this version yet: unset it to use the embedded one',
  )
}

/** Shortened, and never with a password in it. */
function quote(text: string): string {
  const shown = text.replace(/\/\/[^/@]*@/, '//…@')
  return JSON.stringify(shown.length > 60 ? `${shown.slice(0, 60)}…` : shown)
}
