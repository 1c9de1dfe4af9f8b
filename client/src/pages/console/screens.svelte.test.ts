import { fireEvent, screen, within } from '@testing-library/svelte'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { aminaSpeaking, onTheFloor } from '@openfloor/shared/testing/beginnings.ts'
import { moderator } from '@openfloor/shared/testing/consultation.ts'
import { by } from '@openfloor/shared/testing/story.ts'
import { fillTopLayer } from '../../components/testing/top-layer.ts'
import { answered, consoleAt, press, types } from './testing/console-at.ts'

beforeAll(fillTopLayer)
beforeEach(() => localStorage.clear())

const withHall = () => onTheFloor(by(moderator, { type: 'add-screen', name: 'Hall', shows: 'clock' }))

function card(name: string): HTMLElement {
  return screen.getByRole('heading', { name }).closest('li')!
}

test('[S3] W shows the screens with what each shows', async () => {
  consoleAt(withHall())
  await press('w')
  expect(within(card('Main screen')).getByRole('button', { name: 'Follow the meeting' })).toBeTruthy()
  expect(within(card('Hall')).getByRole('button', { name: 'Time of day' })).toBeTruthy()
})

test('[S3] at a screen a digit chooses what it shows; in a field it is typed', async () => {
  const session = consoleAt(withHall())
  await press('w')
  within(card('Hall')).getByRole('button', { name: 'Time of day' }).focus()
  await press('2')
  await answered()
  expect(session.sent).toEqual([{ type: 'direct-screen', screenId: 'add-screen-1', shows: 'timer' }])
  await press('F2')
  within(card('Main screen'))
    .getByRole('button', { name: /^Flash the name/ })
    .focus()
  await press('i')
  await answered()
  expect(session.sent.at(-1)).toEqual({ type: 'identify-screen', screenId: 'main' })
})

test('[S8] B darkens all screens and brings them back', async () => {
  const session = consoleAt(withHall())
  await press('b')
  await answered()
  await press('b')
  await answered()
  expect(session.sent).toEqual([
    { type: 'blackout-screens', dark: true },
    { type: 'blackout-screens', dark: false },
  ])
  expect(session.view?.screens?.screens.map(({ shows }) => shows)).toEqual(['follow', 'clock'])
})

test('[S2] a name that is taken is told beside the field, and what was typed stays', async () => {
  const session = consoleAt(withHall())
  await press('w')
  await fireEvent.click(screen.getByRole('button', { name: 'Add a screen' }))
  const field = screen.getByRole('textbox', { name: 'Name of the screen' })
  await fireEvent.input(field, { target: { value: 'hall' } })
  await fireEvent.submit(field.closest('form')!)
  await answered()
  expect(field.getAttribute('aria-invalid')).toBe('true')
  expect(types(session)).toEqual(['add-screen'])
  await fireEvent.input(field, { target: { value: 'Stage' } })
  await fireEvent.submit(field.closest('form')!)
  await answered()
  expect(card('Stage')).toBeTruthy()
})

test('[S2] a screen is removed after a question, and the main one never', async () => {
  const session = consoleAt(withHall())
  await press('w')
  within(card('Main screen'))
    .getByRole('button', { name: /^Flash the name/ })
    .focus()
  await press('Delete')
  expect(screen.queryByRole('dialog')).toBeNull()
  within(card('Hall'))
    .getByRole('button', { name: /^Flash the name/ })
    .focus()
  await press('Delete')
  const question = screen.getByRole('dialog', { name: 'Remove the screen Hall?' })
  await fireEvent.click(within(question).getByRole('button', { name: 'Remove the screen' }))
  await answered()
  expect(session.sent).toEqual([{ type: 'remove-screen', screenId: 'add-screen-1' }])
})

test('[N1] a message to one screen is written where messages are', async () => {
  const session = consoleAt(withHall())
  await press('w')
  await fireEvent.click(within(card('Hall')).getByRole('button', { name: /^Write to Hall/ }))
  const field = screen.getByRole('textbox', { name: 'Message' })
  await fireEvent.input(field, { target: { value: 'Doors close' } })
  await fireEvent.submit(field.closest('form')!)
  await answered()
  expect(session.sent).toEqual([
    ...[
      {
        type: 'send-notice',
        to: 'screens',
        screenId: 'add-screen-1',
        text: 'Doors close',
        durationMs: 60_000,
      },
    ],
  ])
  expect(within(screen.getByText('Doors close').closest('li')!).getByText('Hall')).toBeTruthy()
})

test('[N1] a key sends a saved notice to the speaker, and nothing while there is none', async () => {
  const session = consoleAt(aminaSpeaking())
  await press('2')
  await answered()
  expect(session.sent).toEqual([
    ...[{ type: 'send-notice', to: 'speaker', screenId: null, text: 'Please conclude', durationMs: 60_000 }],
  ])
  const silent = consoleAt(onTheFloor())
  await press('2')
  expect(silent.sent).toEqual([])
})

test('[N1] a saved notice goes to others than it is meant for', async () => {
  const session = consoleAt(withHall())
  await fireEvent.click(screen.getAllByRole('tab', { name: 'Messages' })[0]!)
  const opener = screen.getByRole('button', { name: /^Send “1 minute left” to somebody/ })
  const menu = document.getElementById(opener.getAttribute('popovertarget')!)!
  await fireEvent.click(within(menu).getByText('Hall'))
  await answered()
  expect(session.sent).toMatchObject([{ to: 'screens', screenId: 'add-screen-1', text: '1 minute left' }])
})

test('the palette finds what a screen can show', async () => {
  const session = consoleAt(withHall())
  await press('k', { ctrlKey: true })
  const field = screen.getByRole('combobox', { name: /^Find an action/ })
  await fireEvent.input(field, { target: { value: 'hall lower' } })
  const list = within(screen.getByRole('listbox', { name: 'Find' }))
  const found = list.getAllByRole('option').map((option) => option.textContent!.trim())
  expect(found).toEqual(['Hall: Lower third'])
  await fireEvent.keyDown(field, { key: 'Enter' })
  await answered()
  expect(session.sent).toMatchObject([{ screenId: 'add-screen-1', shows: 'lower-third' }])
})
