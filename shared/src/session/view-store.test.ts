import { expect, test } from 'vitest'
import type { PatchMessage, ViewMessage } from '../protocol.ts'
import { diff } from '../views/patch.ts'
import { viewOf, type View } from '../views/view.ts'
import { amina, boris } from '../testing/consultation.ts'
import { aminaSpeaking, onTheFloor, twoWaiting } from '../testing/beginnings.ts'
import { ViewStore } from './view-store.ts'

const empty = viewOf(onTheFloor().meeting, 'participant', boris.personId)
const waiting = viewOf(twoWaiting().meeting, 'participant', boris.personId)
const speaking = viewOf(aminaSpeaking().meeting, 'participant', boris.personId)

function whole(view: View, version: number, epoch = 'first'): ViewMessage {
  return { type: 'view', epoch, version, now: 0, view }
}

function change(before: View, after: View, since: number, version: number, epoch = 'first'): PatchMessage {
  const patch = diff(before.public, after.public)!
  return { type: 'patch', audience: 'public', epoch, since, version, now: 0, patch }
}

test('nothing is shown before the first view, and a patch before it asks for one', () => {
  const store = new ViewStore()
  expect(store.receive(change(empty, waiting, 1, 2))).toBe('ask')
  expect(store.view).toBeNull()
})

test('a patch that fits changes its part and leaves the others as they are', () => {
  const store = new ViewStore()
  store.receive(whole(empty, 1))
  expect(store.receive(change(empty, waiting, 1, 2))).toBe('taken')
  expect(store.view?.public).toEqual(waiting.public)
  expect(store.view?.personal).toBe(empty.personal)
})

test('a patch may count from before the view that the connection began with', () => {
  const store = new ViewStore()
  store.receive(whole(empty, 5))
  expect(store.receive(change(empty, waiting, 3, 6))).toBe('taken')
  expect(store.view?.public).toEqual(waiting.public)
})

test('a gap asks for the view once, and what is shown stays until it comes', () => {
  const store = new ViewStore()
  store.receive(whole(empty, 1))
  expect(store.receive(change(waiting, speaking, 2, 3))).toBe('ask')
  expect(store.receive(change(waiting, speaking, 3, 4))).toBe('lost')
  expect(store.view?.public).toBe(empty.public)
  expect(store.receive(whole(speaking, 4))).toBe('taken')
  expect(store.view).toBe(speaking)
})

test('what was asked of a connection that broke is asked again of the next', () => {
  const store = new ViewStore()
  store.receive(whole(empty, 1))
  store.receive(change(waiting, speaking, 2, 3))
  store.connected()
  expect(store.receive(change(waiting, speaking, 2, 3))).toBe('ask')
})

test('a patch that comes twice changes nothing the second time', () => {
  const store = new ViewStore()
  store.receive(whole(empty, 1))
  store.receive(change(empty, waiting, 1, 2))
  const shown = store.view
  expect(store.receive(change(empty, waiting, 1, 2))).toBe('taken')
  expect(store.view?.public).toBe(shown?.public)
})

test('a patch of another epoch asks for the view', () => {
  const store = new ViewStore()
  store.receive(whole(empty, 1))
  expect(store.receive(change(empty, waiting, 1, 2, 'second'))).toBe('ask')
})

test('a node that is behind is not shown until it has caught up', () => {
  const store = new ViewStore()
  store.receive(whole(speaking, 9))
  store.receive(whole(empty, 7))
  expect(store.view).toBe(speaking)
  store.receive(change(empty, waiting, 7, 8))
  expect(store.view).toBe(speaking)
  store.receive(change(waiting, speaking, 8, 10))
  expect(store.view).not.toBe(speaking)
  expect(store.view?.public).toEqual(speaking.public)
})

test('a new epoch is shown even where it is at a lower version', () => {
  const store = new ViewStore()
  store.receive(whole(speaking, 9))
  store.receive(whole(empty, 2, 'second'))
  expect(store.view).toBe(empty)
})

test('a part that a view no longer has is gone', () => {
  const store = new ViewStore()
  const { personal: _personal, ...rest } = viewOf(twoWaiting().meeting, 'participant', amina.personId)
  store.receive(whole(waiting, 1))
  store.receive(whole(rest, 2))
  expect(store.view?.personal).toBeUndefined()
})
