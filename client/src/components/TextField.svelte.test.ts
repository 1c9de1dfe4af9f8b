import { fireEvent, render, screen } from '@testing-library/svelte'
import { expect, test } from 'vitest'
import TextField from './TextField.svelte'

test('the label names the input and the hint describes it', () => {
  render(TextField, { label: 'Name', hint: 'As on the screen', value: 'Amal' })
  const input = screen.getByRole<HTMLInputElement>('textbox', {
    name: 'Name',
    description: 'As on the screen',
  })
  expect(input.value).toBe('Amal')
  expect(input.hasAttribute('aria-invalid')).toBe(false)
})

test('an error marks the input as invalid, describes it beside the hint and is announced', async () => {
  const { rerender } = render(TextField, { label: 'Code', hint: 'Nine digits' })
  await rerender({ error: 'Too short' })
  const input = screen.getByRole('textbox', { name: 'Code', description: 'Nine digits Too short' })
  expect(input.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByRole('alert').textContent).toBe('Too short')
  await rerender({ error: undefined })
  expect(input.hasAttribute('aria-invalid')).toBe(false)
})

test('the counter follows what is typed', async () => {
  render(TextField, { label: 'Topic', maxlength: 80, counted: true })
  await fireEvent.input(screen.getByRole('textbox'), { target: { value: 'Rights' } })
  expect(screen.getByText('6 / 80')).toBeTruthy()
})
