import { fireEvent, render, screen } from '@testing-library/svelte'
import { beforeAll, expect, test, vi } from 'vitest'
import Dialog from './Dialog.svelte'
import { fillTopLayer } from './testing/top-layer.ts'

beforeAll(fillTopLayer)

const given = () => {
  const onclose = vi.fn()
  const props = {
    open: true,
    title: 'End the meeting?',
    description: 'For everybody.',
    closeLabel: 'Close',
    onclose,
  }
  return { onclose, ...render(Dialog, props) }
}

/** Until the browser has said that it closed. */
const said = () => new Promise((resolve) => setTimeout(resolve))

test('an open dialog is modal, named by its title and described by its sentence', () => {
  given()
  const dialog = screen.getByRole('dialog', { name: 'End the meeting?', description: 'For everybody.' })
  expect((dialog as HTMLDialogElement).open).toBe(true)
})

test('the corner button closes it and says so once', async () => {
  const { onclose } = given()
  await fireEvent.click(screen.getByRole('button', { name: 'Close' }))
  await said()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(onclose).toHaveBeenCalledTimes(1)
})

test('a press on the backdrop closes it, a press on its content does not', async () => {
  const { onclose } = given()
  await fireEvent.pointerDown(screen.getByRole('heading'))
  expect(onclose).not.toHaveBeenCalled()
  await fireEvent.pointerDown(screen.getByRole('dialog'))
  expect(onclose).toHaveBeenCalledTimes(1)
})

test('Esc closes it at once, before the browser says so, and it is told once', async () => {
  const { onclose } = given()
  const dialog = screen.getByRole<HTMLDialogElement>('dialog')
  await fireEvent(dialog, new Event('cancel', { cancelable: true }))
  expect(dialog.open).toBe(false)
  expect(onclose).toHaveBeenCalledTimes(1)
  await said()
  expect(onclose).toHaveBeenCalledTimes(1)
})

test('leaving a chooser of files inside does not close it', async () => {
  const { onclose } = given()
  await fireEvent(screen.getByRole('heading'), new Event('cancel', { bubbles: true }))
  expect(onclose).not.toHaveBeenCalled()
})

test('it opens and closes with its `open` property', async () => {
  const { rerender } = given()
  await rerender({ open: false })
  expect(screen.queryByRole('dialog')).toBeNull()
  await rerender({ open: true })
  expect(screen.getByRole('dialog')).toBeTruthy()
})
