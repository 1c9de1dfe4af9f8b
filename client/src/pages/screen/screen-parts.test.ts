import { expect, test } from 'vitest'
import { beforeStart } from './before-start.ts'
import { dateInWords } from './date-words.ts'
import { cellEm, widthInEm } from './digits-width.ts'
import { joinAddress, spacedCode } from './join-code.ts'
import { panelRows } from './panel-rows.ts'
import { shownNotices } from './shown-notices.ts'
import { person, time } from './testing/views.ts'

const HOUR_MS = 3_600_000
const notice = (id: string, text: string, untilAt: number | null = null) =>
  ({ id, to: 'everyone', text, at: Number(id), untilAt }) as const
const seats = (...spoken: number[]) =>
  spoken.map((times, place) => ({ ...person(`p${place}`), limitMs: 1, spoken: times }))

test('the time to go is in digits within a day, in days before, and in a word when it has passed', () => {
  expect(beforeStart(42 * 60_000, 'en')).toEqual({ kind: 'digits', text: '42:00', longest: '00:00' })
  expect(beforeStart(3 * HOUR_MS, 'en')).toEqual({ kind: 'digits', text: '3:00:00', longest: '0:00:00' })
  expect(beforeStart(71 * HOUR_MS, 'en')).toEqual({ kind: 'days', words: 'in 3 days' })
  expect(beforeStart(71 * HOUR_MS, 'fr')).toEqual({ kind: 'days', words: 'dans 3 jours' })
  expect(beforeStart(0, 'en')).toEqual({ kind: 'shortly' })
})

test('a notice is gone at its end, the newest stands first, and two are the most', () => {
  const notices = [
    notice('1', 'old'),
    notice('4', 'over', 500),
    notice('2', 'newer'),
    notice('3', 'newest', 501),
  ]
  expect(shownNotices(notices, 500).map(({ text }) => text)).toEqual(['newest', 'newer'])
})

test('a long notice stands alone', () => {
  const notices = [notice('1', 'a'.repeat(280)), notice('2', 'b'.repeat(280))]
  expect(shownNotices(notices, 0).map(({ id }) => id)).toEqual(['2'])
})

test('panelists who have spoken make way first, in order', () => {
  const shown = panelRows(seats(1, 0, 1, 0, 0), 3)
  expect(shown.rows.map(({ name }) => name)).toEqual(['p1', 'p3', 'p4'])
  expect(shown.hidden).toBe(2)
  expect(panelRows(seats(0, 0), 3)).toMatchObject({ hidden: 0 })
  expect(panelRows(seats(0, 0, 0, 0), 3).rows.map(({ name }) => name)).toEqual(['p0', 'p1', 'p2'])
})

test('the width of digits is that of their cells, and the room of a plus sign on both sides', () => {
  const figures = 4 * cellEm('0') + cellEm(':')
  expect(widthInEm('00:00', false)).toBeCloseTo(figures)
  expect(widthInEm('00:00', true)).toBeGreaterThan(figures + 2 * 0.25)
})

test('the code is spaced for the eye and whole in the address', () => {
  expect(spacedCode('123456789')).toBe('123 456 789')
  expect(joinAddress('https://floor.example', '123456789')).toBe('https://floor.example/join#123456789')
})

test('a date begins with its day', () => {
  expect(dateInWords(time('10:00'), 'Europe/Zurich', 'en')).toBe('9 November 2020')
  expect(dateInWords(time('10:00'), 'Europe/Zurich', 'fr')).toBe('9 novembre 2020')
})
