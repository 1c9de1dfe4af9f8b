import { fireEvent, render, screen } from '@testing-library/svelte'
import { tick } from 'svelte'
import { beforeAll, expect, test, vi } from 'vitest'
import Menu from './Menu.svelte'
import { fillTopLayer } from './testing/top-layer.ts'

beforeAll(fillTopLayer)

const given = async () => {
  const onselect = vi.fn()
  const items = [
    { id: 'up', label: 'Move up', onselect: () => onselect('up') },
    { id: 'edit', label: 'Edit', disabled: true, onselect: () => onselect('edit') },
    { id: 'remove', label: 'Remove', onselect: () => onselect('remove') },
  ]
  render(Menu, { label: 'Actions for Amal', items })
  const menu = screen.getByRole('menu', { hidden: true })
  menu.showPopover()
  expect(screen.getByRole('menu', { name: 'Actions for Amal' })).toBe(menu)
  await tick()
  return { onselect, menu }
}

test('its button names the menu it opens and says whether it is open', async () => {
  const { menu } = await given()
  const button = screen.getByRole('button', { name: 'Actions for Amal' })
  expect(button.getAttribute('popovertarget')).toBe(menu.id)
  expect(button.getAttribute('aria-haspopup')).toBe('menu')
  expect(button.getAttribute('aria-expanded')).toBe('true')
})

test('opening puts the focus on the first item; arrows go round and pass over what is disabled', async () => {
  const { menu } = await given()
  expect(document.activeElement?.textContent).toContain('Move up')
  await fireEvent.keyDown(menu, { key: 'ArrowDown' })
  expect(document.activeElement?.textContent).toContain('Remove')
  await fireEvent.keyDown(menu, { key: 'ArrowDown' })
  expect(document.activeElement?.textContent).toContain('Move up')
  await fireEvent.keyDown(menu, { key: 'End' })
  expect(document.activeElement?.textContent).toContain('Remove')
})

test('choosing an item closes the menu and calls that item alone', async () => {
  const { onselect } = await given()
  await fireEvent.click(screen.getByRole('menuitem', { name: 'Remove' }))
  expect(onselect.mock.calls).toEqual([['remove']])
  expect(screen.getByRole('button', { name: 'Actions for Amal' }).getAttribute('aria-expanded')).toBe('false')
})
