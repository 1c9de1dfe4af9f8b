import { afterEach, expect, test, vi } from 'vitest'
import { signIn } from './sign-in.ts'

afterEach(() => vi.unstubAllGlobals())

/** A server that answers every exchange of a link like this, and knows no session. */
function answering(status: number, body: object): void {
  const respond = (path: string) =>
    path.startsWith('/api/sessions?') ? Response.json({ sessions: [] }) : Response.json(body, { status })
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(respond(path)))
}

test('a link that opens is taken out of the address', async () => {
  location.hash = 'secret'
  const session = { meetingId: 'm', role: 'screen', personId: null }
  answering(200, session)
  expect(await signIn('m', ['screen'])).toEqual({ status: 'signed-in', session })
  expect(location.hash).toBe('')
})

test('so is one that opens nothing', async () => {
  location.hash = 'secret'
  answering(401, { error: 'signed-out', detail: '' })
  expect(await signIn('m', ['screen'])).toEqual({ status: 'signed-out' })
  expect(location.hash).toBe('')
})

test.each([
  [429, 'too-many-requests'],
  [503, 'unavailable'],
])('%i says nothing of the link: the address keeps it for the next try', async (status, error) => {
  location.hash = 'secret'
  answering(status, { error, detail: '' })
  expect(await signIn('m', ['screen'])).toEqual({ status: 'failed', problem: error })
  expect(location.hash).toBe('#secret')
})
