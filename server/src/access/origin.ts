import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a request comes from this server's own pages or from no page at all. Browsers name the page's origin on
 * every unsafe request and every WebSocket handshake, and cannot be made to lie about it; what names none is no browser.
 * `null`, sub-domains and other ports are foreign.
 */
export function isOwnOrigin(headers: IncomingHttpHeaders, publicUrl: URL | null): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin } = headers
  if (origin === undefined) return true
  if (site === 'same-origin') return true
  return publicUrl ? origin === publicUrl.origin : isHost(origin, headers.host)
}

/** Whether the request says by itself that it comes from a page of this server; what an unsafe one with cookies must. */
export function namesOwnOrigin(headers: IncomingHttpHeaders, publicUrl: URL | null): boolean {
  const named = headers.origin !== undefined || headers['sec-fetch-site'] === 'same-origin'
  return named && isOwnOrigin(headers, publicUrl)
}

function isHost(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host
}
