import { describe, expect, test } from 'vitest'
import type { PatchMessage, ViewMessage } from '../protocol.ts'
import { receive, type HeldView } from './held-view.ts'
import type { View } from './view.ts'

const EPOCH = 'epoch'

const view = { public: { floor: null, notices: [] }, personal: { request: null } } as unknown as View
const viewMessage: ViewMessage = { type: 'view', epoch: EPOCH, version: 5, now: 0, view }

function patch(since: number, version: number, change: Partial<PatchMessage> = {}): PatchMessage {
  const at = { epoch: EPOCH, since, version, now: 0 }
  return { type: 'patch', audience: 'public', ...at, patch: { floor: ['=', version] }, ...change }
}

function held(...messages: readonly (ViewMessage | PatchMessage)[]): HeldView {
  return messages.reduce<HeldView | null>((before, message) => {
    const received = receive(before, message)
    if (received.status === 'lost') throw new Error('lost')
    return received.held
  }, null)!
}

describe('what a client holds', () => {
  test('a view, then patches of each part from the version that part is at', () => {
    const after = held(
      viewMessage,
      patch(5, 6),
      patch(5, 7, { audience: 'personal', patch: { request: ['=', 1] } }),
    )
    expect(after.view).toMatchObject({ public: { floor: 6 }, personal: { request: 1 } })
    expect(after.versions).toEqual({ public: 6, screens: 5, moderators: 5, rapporteur: 5, personal: 7 })
  })

  test('a part that had not changed for a while when the view was taken: the patch fits', () => {
    expect(held(viewMessage, patch(2, 6)).view).toMatchObject({ public: { floor: 6 } })
  })

  test('what is known already changes nothing', () => {
    const before = held(viewMessage)
    expect(receive(before, patch(3, 5))).toEqual({ status: 'held', held: before })
  })

  test.each([
    ['a patch was lost', patch(6, 7)],
    ['another epoch', patch(5, 6, { epoch: 'other' })],
    ['a part that is not held', patch(5, 6, { audience: 'moderators' })],
    ['a patch that does not fit', patch(5, 6, { patch: { notices: ['+', 3, 1] } })],
  ])('%s: ask for the view', (_why, message) => {
    expect(receive(held(viewMessage), message)).toEqual({ status: 'lost' })
  })

  test('a patch before any view: ask for the view', () => {
    expect(receive(null, patch(0, 1))).toEqual({ status: 'lost' })
  })
})
