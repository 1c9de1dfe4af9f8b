import { fireEvent, screen, within } from '@testing-library/svelte'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { twoWaiting } from '@openfloor/shared/testing/beginnings.ts'
import { moderator } from '@openfloor/shared/testing/consultation.ts'
import { by } from '@openfloor/shared/testing/story.ts'
import { advance } from '@openfloor/shared/testing/wishes.ts'
import { fillTopLayer } from '../../components/testing/top-layer.ts'
import { answered, consoleAt } from './testing/console-at.ts'

beforeAll(fillTopLayer)
afterEach(() => vi.unstubAllGlobals())

/** The network as a page without a server sees it: what was sent, and the answer to everything. */
function network(status: number, answer: object) {
  const sent: { url: URL; init: RequestInit }[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    sent.push({ url: new URL(path, 'http://here'), init })
    return Promise.resolve(new Response(JSON.stringify(answer), { status }))
  })
  return sent
}

/** Nobody was reached; the form for Amina is open. */
async function formForAmina() {
  consoleAt(twoWaiting(by(moderator, advance('floor', 'lunch'))))
  await fireEvent.click(screen.getByRole('tab', { name: 'Spoken' }))
  expect(screen.getByText('2 not heard in their turn, 2 without a statement')).toBeTruthy()
  await fireEvent.click(screen.getByRole('button', { name: 'Hand in a statement for amina' }))
  return within(screen.getByRole('dialog', { name: 'Hand in a statement for amina' }))
}

test('[W1] [L18] the secretariat hands in a statement for somebody, and is told that it was received', async () => {
  const sent = network(200, { version: 9 })
  const form = await formForAmina()
  await fireEvent.input(form.getByRole('textbox', { name: 'The statement' }), {
    target: { value: 'We thank the chair.' },
  })
  await fireEvent.click(form.getByRole('button', { name: 'Send' }))
  await answered()
  expect(sent).toHaveLength(1)
  expect(sent[0]!.url.pathname).toBe('/api/meetings/consultation/requests/raise-hand-1/statement')
  expect(sent[0]!.url.searchParams.get('role')).toBe('moderator')
  expect(sent[0]!.init.body).toBe('We thank the chair.')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.getByText('The statement of amina was received.')).toBeTruthy()
})

test('[W2] a file that is refused says why beside the field, and nothing typed is lost', async () => {
  const sent = network(400, { error: 'bad-request', fault: 'macros', detail: 'a DOCX with macros' })
  const form = await formForAmina()
  await fireEvent.click(form.getByRole('button', { name: 'Send' }))
  expect(form.getByText('Write something, or choose a file.')).toBeTruthy()
  expect(sent).toEqual([])
  const field = form.getByRole('textbox', { name: 'The statement' })
  await fireEvent.input(field, { target: { value: 'We thank' } })
  await fireEvent.click(form.getByRole('button', { name: 'Send' }))
  await answered()
  expect(form.getByText('a DOCX with macros')).toBeTruthy()
  expect((field as HTMLTextAreaElement).value).toBe('We thank')
})
