import { expect, test } from 'vitest'
import { routeOf } from './route.ts'

test.each([
  ['/', { page: 'home' }],
  ['/join', { page: 'join' }],
  ['/m/abc-1', { page: 'participant', meetingId: 'abc-1' }],
  ['/m/abc/', { page: 'participant', meetingId: 'abc' }],
  ['/m/abc/console', { page: 'console', meetingId: 'abc' }],
  ['/m/abc/screen', { page: 'screen', meetingId: 'abc' }],
  ['/m/abc/rapporteur', { page: 'rapporteur', meetingId: 'abc' }],
  ['/m/abc/other', { page: 'unknown' }],
  ['/m/', { page: 'unknown' }],
  ['/m/a%20b', { page: 'unknown' }],
  ['/elsewhere', { page: 'unknown' }],
])('%s', (path, route) => {
  expect(routeOf(path)).toEqual(route)
})
