import { fireEvent, screen, within } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aminaSpeaking, onTheFloor, twoWaiting } from '@openfloor/shared/testing/beginnings.ts'
import { inRole, moderator } from '@openfloor/shared/testing/consultation.ts'
import { by, given as planned, pass } from '@openfloor/shared/testing/story.ts'
import { closeList, enterRequest, giveFloor } from '@openfloor/shared/testing/wishes.ts'
import { fillTopLayer } from '../../components/testing/top-layer.ts'
import { answered, consoleAt, press, types } from './testing/console-at.ts'

beforeAll(fillTopLayer)
beforeEach(() => localStorage.clear())

const other = { ...inRole('moderator'), linkId: 'link-other' }

test('N gives the floor to the next, and the picture follows', async () => {
  const session = consoleAt(twoWaiting())
  await press('n')
  await answered()
  expect(session.sent).toEqual([giveFloor('raise-hand-1')])
  expect(screen.getByRole('button', { name: /^Give the floor to boris N?$/ })).toBeTruthy()
})

test('while the answer is awaited neither key nor button does it again', async () => {
  const session = consoleAt(twoWaiting())
  session.hold()
  await press('n')
  await press('n')
  const button = screen.getByRole('button', { name: /^Give the floor to amina N?$/ })
  expect(button.getAttribute('aria-busy')).toBe('true')
  await fireEvent.click(button)
  session.release()
  await answered()
  expect(types(session)).toEqual(['give-floor'])
})

test('keys held down and keys typed in a field do nothing', async () => {
  const session = consoleAt(twoWaiting())
  await press('n', { repeat: true })
  const search = screen.getByRole('searchbox', { name: 'Search people' })
  search.focus()
  for (const key of ['n', 'd', 'l', '?', '5']) await press(key)
  await press('z', { ctrlKey: true })
  expect(session.sent).toEqual([])
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('what another moderator did first is refused with its sentence, politely', async () => {
  const session = consoleAt(twoWaiting())
  session.meanwhile(other, giveFloor('raise-hand-2'))
  await press('n')
  await answered()
  const line = screen.getByText('The meeting has moved on since you looked. Look again before you decide.')
  expect(line.getAttribute('role')).toBe('status')
})

test('what was said goes away with the next thing that is done', async () => {
  const session = consoleAt(onTheFloor())
  session.meanwhile(other, closeList('floor'))
  await press('l')
  await answered()
  expect(screen.getByText(/The list of speakers is closed/)).toBeTruthy()
  await press('l')
  await answered()
  expect(screen.queryByText(/A moderator can open it again/)).toBeNull()
  expect(types(session)).toEqual(['close-list', 'open-list'])
})

test('starting is asked, says what will happen, and is sent once', async () => {
  const session = consoleAt(planned())
  await press('S', { shiftKey: true })
  const dialog = screen.getByRole('dialog', { name: 'Start the meeting?' })
  expect(within(dialog).getByText('The clock of “Title of opening” starts for everybody.')).toBeTruthy()
  expect(session.sent).toEqual([])
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Start the meeting' }))
  await answered()
  expect(types(session)).toEqual(['start-meeting'])
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a dialog takes the keys', async () => {
  const session = consoleAt(twoWaiting())
  await press('?')
  expect(screen.getByRole('dialog', { name: 'Keys' })).toBeTruthy()
  await press('n')
  expect(session.sent).toEqual([])
})

test('a key pressed right after Esc is the console’s again', async () => {
  const session = consoleAt(twoWaiting())
  await press('?')
  void fireEvent(screen.getByRole('dialog', { name: 'Keys' }), new Event('cancel', { cancelable: true }))
  await press('n')
  expect(types(session)).toEqual(['give-floor'])
})

test('single keys can be switched off; those with Ctrl stay', async () => {
  const session = consoleAt(aminaSpeaking())
  await press('?')
  await fireEvent.click(screen.getByRole('checkbox', { name: 'Single keys are on' }))
  await fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Close' }))
  await press('n')
  expect(session.sent).toEqual([])
  await press('z', { ctrlKey: true })
  expect(types(session)).toEqual(['undo'])
})

test('what can be undone is named, and Ctrl Z undoes it', async () => {
  const session = consoleAt(onTheFloor(by(moderator, closeList('floor'))))
  expect(screen.getByRole('button', { name: /^Undo: closed the list/ })).toBeTruthy()
  await press('z', { ctrlKey: true })
  await answered()
  expect(types(session)).toEqual(['undo'])
  expect(session.view?.public.list?.open).toBe(true)
})

test('rows are moved by keys, and the moved row keeps the focus', async () => {
  const session = consoleAt(twoWaiting(by(moderator, enterRequest('chen'))))
  await press('r')
  await tick()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('1. amina')
  await press('ArrowDown')
  expect(document.activeElement?.getAttribute('aria-label')).toBe('2. boris')
  await press('ArrowUp', { altKey: true })
  await answered()
  expect(session.sent).toEqual([{ type: 'move-request', requestId: 'raise-hand-2', after: null }])
  expect(document.activeElement?.getAttribute('aria-label')).toBe('1. boris')
})

test('a row taken off the list leaves the focus with the one in its place', async () => {
  consoleAt(twoWaiting(by(moderator, enterRequest('chen'))))
  await press('r')
  await tick()
  await press('ArrowDown')
  await press('Delete')
  await answered()
  expect(document.activeElement?.getAttribute('aria-label')).toBe('2. chen')
})

test('a segment of the programme says what going there does before it goes', async () => {
  const session = consoleAt(aminaSpeaking())
  await fireEvent.click(screen.getByRole('button', { name: /Title of afternoon/ }))
  const dialog = screen.getByRole('dialog', { name: 'Go to “Title of afternoon”?' })
  expect(within(dialog).getByText('amina is ended as delivered.')).toBeTruthy()
  expect(within(dialog).getByText('1 request is recorded as not reached.')).toBeTruthy()
  await fireEvent.click(within(dialog).getByRole('button', { name: 'Go there now' }))
  expect(session.sent).toEqual([{ type: 'advance-segment', from: 'floor', to: 'afternoon' }])
})

test('the palette finds people and what can be done for them', async () => {
  const session = consoleAt(onTheFloor())
  await press('k', { ctrlKey: true })
  const field = screen.getByRole('combobox', { name: 'Find an action, a segment or a person' })
  await fireEvent.input(field, { target: { value: 'dalia' } })
  const list = screen.getByRole('listbox', { name: 'Find' })
  expect(within(list).getAllByRole('option')).toHaveLength(3)
  await fireEvent.input(field, { target: { value: 'dalia list' } })
  await fireEvent.keyDown(field, { key: 'Enter' })
  await answered()
  expect(session.sent).toMatchObject([{ type: 'enter-request', speaker: { personId: 'dalia' } }])
})

test('somebody without a device is added by name, and known people are offered while typing', async () => {
  const session = consoleAt(onTheFloor())
  await press('a')
  const dialog = screen.getByRole('dialog', { name: 'Add a speaker' })
  const name = within(dialog).getByRole('textbox', { name: 'Name' })
  await fireEvent.input(name, { target: { value: 'Dal' } })
  expect(within(dialog).getByRole('button', { name: /dalia/ })).toBeTruthy()
  await fireEvent.input(name, { target: { value: 'Nobody Yet' } })
  await fireEvent.submit(name.closest('form')!)
  await answered()
  expect(session.sent).toMatchObject([{ type: 'enter-request', speaker: { person: { name: 'Nobody Yet' } } }])
  expect(screen.queryByRole('dialog')).toBeNull()
})

test('a silent connection is said in a banner, and the console stays', async () => {
  const session = consoleAt(aminaSpeaking())
  session.status = 'silent'
  await tick()
  expect(screen.getByText(/The clocks go on; the list may be out of date/)).toBeTruthy()
  expect(screen.getByRole('timer', { name: 'Time left to speak' })).toBeTruthy()
})

test('[P16] Shift A accepts the delay; the pace, the programme and the undo say so', async () => {
  const session = consoleAt(onTheFloor(pass(132 * 60_000)))
  expect(screen.getByText(/About 12 min behind, Title of afternoon still at 13:00/)).toBeTruthy()
  expect(screen.getByRole('button', { name: /^Accept the delay/ })).toBeTruthy()
  await press('A', { shiftKey: true })
  await answered()
  expect(types(session)).toEqual(['accept-delay'])
  expect(screen.getByText(/On time/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: /^Accept the delay/ })).toBeNull()
  await press('z', { ctrlKey: true })
  await answered()
  expect(screen.getByRole('button', { name: /^Accept the delay/ })).toBeTruthy()
})
