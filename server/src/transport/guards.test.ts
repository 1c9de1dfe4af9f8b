import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { limits } from '@openfloor/shared/limits.ts'
import { createMeeting, expectStatus } from '../testing/meeting-access.ts'
import { startTestServer, type TestServer, type TestServerOptions } from '../testing/test-server.ts'

const servers: TestServer[] = []

async function serve(options?: TestServerOptions): Promise<TestServer> {
  const server = await startTestServer(options)
  servers.push(server)
  return server
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

describe('the origin of unsafe requests', () => {
  test('a foreign page may not even try', async () => {
    const { http } = await serve()
    const foreign = [
      ['origin', 'https://evil.example'],
      ['origin', 'null'],
      ['sec-fetch-site', 'cross-site'],
    ] as const
    for (const [name, value] of foreign) {
      const headers = { [name]: value }
      const answer = await http.post('/api/sessions', { code: '1' }, { headers })
      expect(expectStatus(answer, 403).body['error']).toBe('forbidden')
    }
  })

  test('with cookies the own origin must be named', async () => {
    const { http, url } = await serve()
    const send = (headers: Record<string, string>) => http.post('/api/sessions', { code: '1' }, { headers })
    expect((await send({ cookie: 'a=b' })).status).toBe(403)
    expect((await send({ cookie: 'a=b', origin: url })).status).toBe(404)
    expect((await send({ cookie: 'a=b', 'sec-fetch-site': 'same-origin' })).status).toBe(404)
  })

  test('a program with a bearer token needs none', async () => {
    const { http, url } = await serve()
    const { meetingId, tokens } = await createMeeting(url)
    const body = { id: 'start-the-meeting', type: 'start-meeting' }
    const options = { token: tokens.moderator, headers: { cookie: 'a=b' } }
    expect((await http.post(`/api/meetings/${meetingId}/commands`, body, options)).status).toBe(200)
  })
})

describe('behind HTTPS', () => {
  test('cookies are bound to the host, and links carry the public address', async () => {
    const { http, url } = await serve({ publicUrl: 'https://meet.example.org' })
    const created = await http.post('/api/meetings', { template: 'gcm-2020' })
    const { meetingId, links } = expectStatus(created, 201).body
    expect(links!['moderator']).toMatch(/^https:\/\/meet\.example\.org\/m\//)
    const secret = new URL(links!['moderator']!).hash.slice(1)
    const headers = { origin: 'https://meet.example.org' }
    const session = await http.post('/api/sessions', { meetingId, secret }, { headers })
    expect(session.headers.get('set-cookie')).toMatch(
      /^__Host-openfloor-\w+-moderator=.*; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
    expect(session.headers.get('strict-transport-security')).toMatch(/max-age/)
    const own = await http.post('/api/sessions', { meetingId, secret }, { headers: { origin: url } })
    expect(own.status).toBe(403)
  })
})

describe('headers', () => {
  test('a strict content policy, no sniffing, no referrer, nothing of the interface kept', async () => {
    const { http } = await serve()
    const { headers } = await http.get('/api/openapi.json')
    const policy = headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'self'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('limits for each address', () => {
  test('meetings: so many a minute', async () => {
    const { http } = await serve()
    const create = () => http.post('/api/meetings', { template: 'gcm-2020' })
    for (let count = limits.meetingsCreatedPerAddressPerMinute; count > 0; count--)
      expect((await create()).status).toBe(201)
    const answer = expectStatus(await create(), 429)
    expect(answer.body).toEqual({ error: 'too-many-requests', detail: expect.any(String) })
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('wrong codes count; then not even the right one is told from them', async () => {
    const { http, url } = await serve()
    const { joinCode } = await createMeeting(url)
    const door = (code: string) => http.post('/api/sessions', { code })
    for (let count = limits.codeTriesPerAddressPerMinute + 5; count > 0; count--) await door(joinCode)
    expect((await door(joinCode)).status).toBe(200)
    for (let count = limits.codeTriesPerAddressPerMinute; count > 0; count--)
      expect((await door('111111111')).status).toBe(404)
    expect((await door('111111111')).status).toBe(429)
    expect((await door(joinCode)).status).toBe(429)
  })
})

describe('the pages', () => {
  test('each address has its document, never kept; assets are kept for good', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'openfloor-pages-'))
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<title>Openfloor</title>')
    writeFileSync(join(folder, 'participant.html'), '<title>Participant</title>')
    writeFileSync(join(folder, 'screen.html'), '<title>Screen</title>')
    writeFileSync(join(folder, 'assets', 'app-abc123.js'), 'export {}')
    const { http } = await serve({ clientFolder: folder })
    for (const [path, title] of [
      ['/', 'Openfloor'],
      ['/join', 'Openfloor'],
      ['/m/abc', 'Participant'],
      ['/m/abc/', 'Participant'],
      ['/m/abc/screen/', 'Screen'],
      ['/m/abc/console', 'Openfloor'],
      ['/m/abc/screen', 'Screen'],
      ['/m/', 'Openfloor'],
      ['/m/not%20an%20id', 'Openfloor'],
    ] as const) {
      const answer = expectStatus(await http.get(path), 200)
      expect(answer.body).toBe(`<title>${title}</title>`)
      expect(answer.headers.get('cache-control')).toBe('no-cache')
    }
    const asset = await http.get('/assets/app-abc123.js')
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect((await http.get('/assets/none.js')).status).toBe(404)
    expect((await http.get('/../package.json')).status).toBe(404)
    const lost = expectStatus(await http.get('/joyn', { headers: { accept: 'text/html,*/*' } }), 404)
    expect(lost.body).toBe('<title>Openfloor</title>')
    expect(expectStatus(await http.get('/joyn'), 404).body).toMatchObject({ error: 'not-found' })
    rmSync(folder, { recursive: true })
  })

  test('without them the server says how to build them', async () => {
    const { http } = await serve()
    const answer = expectStatus(await http.get('/m/abc'), 503)
    expect(answer.body).toContain('npm run build')
  })
})

describe('for machines', () => {
  test('health, readiness, and a description that has every route', async () => {
    const { http } = await serve()
    expect((await http.get('/healthz')).body).toEqual({ status: 'ok' })
    expect((await http.get('/readyz')).body).toEqual({ status: 'ok' })
    const { paths } = (await http.get('/api/openapi.json')).body
    expect(Object.keys(paths!).sort()).toEqual([
      '/api/meetings',
      '/api/meetings/{id}/commands',
      '/api/meetings/{id}/join-code',
      '/api/meetings/{id}/links',
      '/api/meetings/{id}/order-preview',
      '/api/meetings/{id}/participants',
      '/api/meetings/{id}/people/{personId}/link',
      '/api/meetings/{id}/programme.ics',
      '/api/meetings/{id}/record.{format}',
      '/api/meetings/{id}/requests/{requestId}/statement',
      '/api/meetings/{id}/screen-link',
      '/api/meetings/{id}/view',
      '/api/meetings/{id}/wall',
      '/api/sessions',
      '/healthz',
      '/readyz',
    ])
    expect(JSON.stringify(paths!['/api/meetings/{id}/commands'])).toContain('give-floor')
  })
})
