import { expect, test } from 'vitest'
import { rowKey } from './row-keys.ts'
import { shortcutOfPress, type KeyPress } from './shortcuts.ts'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  ...{ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...held,
})

test('a letter is the same with Caps Lock, and another with Shift', () => {
  expect(shortcutOfPress(press('n'))).toBe('N')
  expect(shortcutOfPress(press('N'))).toBe('N')
  expect(shortcutOfPress(press('N', { shiftKey: true }))).toBe('Shift N')
})

test('digits and signs are what they type, whatever the layout needs for them', () => {
  expect(shortcutOfPress(press('5', { shiftKey: true }))).toBe('5')
  expect(shortcutOfPress(press('5'))).toBe('5')
  expect(shortcutOfPress(press('?', { shiftKey: true }))).toBe('?')
})

test('Ctrl and the command key are one', () => {
  expect(shortcutOfPress(press('k', { ctrlKey: true }))).toBe('Ctrl K')
  expect(shortcutOfPress(press('z', { metaKey: true }))).toBe('Ctrl Z')
  expect(shortcutOfPress(press('z', { metaKey: true, shiftKey: true }))).toBeNull()
  expect(shortcutOfPress(press('5', { ctrlKey: true }))).toBeNull()
})

test('Space, Tab, arrows and what is typed with Alt belong to the page', () => {
  for (const key of [' ', 'Tab', 'ArrowDown', 'Enter', 'Escape'])
    expect(shortcutOfPress(press(key))).toBeNull()
  expect(shortcutOfPress(press('n', { altKey: true }))).toBeNull()
})

test('in a row arrows go, arrows with Alt move, and letters act', () => {
  expect(rowKey(press('ArrowDown'))).toEqual({ kind: 'go', step: 1 })
  expect(rowKey(press('ArrowUp', { altKey: true }))).toEqual({ kind: 'do', ids: ['move-up'] })
  expect(rowKey(press('Home', { altKey: true }))).toEqual({ kind: 'do', ids: ['move-to-top'] })
  expect(rowKey(press('G'))).toEqual({ kind: 'do', ids: ['give-floor'] })
  expect(rowKey(press('Delete'))).toEqual({ kind: 'do', ids: ['remove-request'] })
  expect(rowKey(press('h'))).toEqual({ kind: 'do', ids: ['hold-request', 'release-request'] })
  expect(rowKey(press('g', { ctrlKey: true }))).toBeNull()
  expect(rowKey(press('n'))).toBeNull()
})
