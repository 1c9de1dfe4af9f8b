import { expect, test } from 'vitest'
import { dayHeadings } from './programme-days.ts'

const rows = (...utc: readonly string[]) => utc.map((at) => ({ expectedStartAt: Date.parse(`${at}Z`) }))

test('[CL7] a programme of one day has no headings, also where it is two days in UTC', () => {
  const day = rows('2026-06-01T22:30', '2026-06-02T08:00')
  expect(dayHeadings(day, 'Europe/Zurich', 'en')).toEqual([null, null])
})

test('[CL7] of several days each begins with its date', () => {
  const days = rows('2026-06-01T08:00', '2026-06-01T21:59', '2026-06-01T22:00', '2026-06-02T08:00')
  expect(dayHeadings(days, 'Europe/Zurich', 'en-GB')).toEqual(['1 June 2026', null, '2 June 2026', null])
})
