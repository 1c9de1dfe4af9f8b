import { fireEvent, render, screen } from '@testing-library/svelte'
import { expect, test, vi } from 'vitest'
import Segmented from './Segmented.svelte'

const options = [
  { value: 'first-come', label: 'First come' },
  { value: 'lots', label: 'Lots' },
  { value: 'round-robin', label: 'Round robin', disabled: true },
]

test('it is one named group of radio buttons with the chosen one checked', () => {
  render(Segmented, { label: 'Order', options, value: 'lots' })
  expect(screen.getByRole('group', { name: 'Order' })).toBeTruthy()
  const radios = screen.getAllByRole<HTMLInputElement>('radio')
  expect(new Set(radios.map((radio) => radio.name)).size).toBe(1)
  expect(radios.map((radio) => radio.checked)).toEqual([false, true, false])
  expect(radios.map((radio) => radio.disabled)).toEqual([false, false, true])
})

test('two of them on a page do not share their choice', () => {
  render(Segmented, { label: 'Order', options, value: 'lots' })
  render(Segmented, { label: 'Second order', options, value: 'first-come' })
  const names = screen.getAllByRole<HTMLInputElement>('radio').map((radio) => radio.name)
  expect(new Set(names).size).toBe(2)
})

test('a choice is told to the caller', async () => {
  const onchange = vi.fn()
  render(Segmented, { label: 'Order', options, value: 'lots', onchange })
  await fireEvent.click(screen.getByRole('radio', { name: 'First come' }))
  expect(onchange.mock.calls).toEqual([['first-come']])
})
