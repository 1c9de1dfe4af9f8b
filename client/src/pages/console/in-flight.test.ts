import { expect, test } from 'vitest'
import { isInFlight } from './in-flight.ts'

const id = 'command-1'

test('the same command does not go out twice, whatever the order of its fields', () => {
  const sent = { id, type: 'move-request', requestId: 'a', after: null } as const
  expect(isInFlight({ after: null, requestId: 'a', type: 'move-request' }, [sent])).toBe(true)
  expect(isInFlight({ type: 'move-request', requestId: 'b', after: null }, [sent])).toBe(false)
})

test('the floor is given once at a time, to whomever', () => {
  const gift = (requestId: string) =>
    ({ type: 'give-floor', segmentId: 's', to: { requestId }, after: null }) as const
  expect(isInFlight(gift('b'), [{ id, ...gift('a') }])).toBe(true)
  expect(isInFlight({ type: 'close-list', segmentId: 's' }, [{ id, ...gift('a') }])).toBe(false)
})
