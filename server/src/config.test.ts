import { describe, expect, test } from 'vitest'
import { readConfig } from './config.ts'

describe('the environment', () => {
  test('has a default for everything', () => {
    expect(readConfig({})).toEqual({
      status: 'ok',
      config: {
        port: 8080,
        host: '127.0.0.1',
        dataDir: './data',
        publicUrl: null,
        trustedProxies: [],
        retentionDays: 30,
      },
    })
  })

  test('is read as it is meant', () => {
    const environment = {
      PORT: '80',
      HOST: '::',
      DATA_DIR: '/var/lib/openfloor',
      PUBLIC_URL: 'https://meet.example.org/',
      TRUST_PROXY: 'loopback, 10.0.0.0/8',
      RETENTION_DAYS: '7',
    }
    expect(readConfig(environment)).toMatchObject({
      status: 'ok',
      config: { port: 80, host: '::', retentionDays: 7, trustedProxies: ['loopback', '10.0.0.0/8'] },
    })
  })

  test.each([
    ['PORT', 'http', 'a whole number from 0 to 65535'],
    ['PORT', '65536', 'a whole number from 0 to 65535'],
    ['PORT', '-1', 'a whole number from 0 to 65535'],
    ['HOST', 'example.org', 'an IP address'],
    ['PUBLIC_URL', 'meet.example.org', 'the http(s) address'],
    ['PUBLIC_URL', 'ftp://meet.example.org', 'the http(s) address'],
    ['PUBLIC_URL', 'https://meet.example.org/path', 'without a path'],
    ['PUBLIC_URL', 'https://user:secret@meet.example.org', 'the http(s) address'],
    ['TRUST_PROXY', 'true', 'the addresses or networks of your proxies'],
    ['TRUST_PROXY', '10.0.0.0/33', 'the addresses or networks of your proxies'],
    ['RETENTION_DAYS', '0', 'a whole number from 1 to 3650'],
    ['REDIS_URL', 'redis://127.0.0.1', 'not in this version yet'],
  ])('%s=%s stops the start with a line that says what is expected', (name, value, expected) => {
    const read = readConfig({ [name]: value })
    const line = read.status === 'wrong' ? read.line : ''
    expect(line).toMatch(new RegExp(`^${name} is `))
    expect(line).toContain(expected)
    expect(line).not.toContain('\n')
    expect(line).not.toContain('secret@')
  })
})
