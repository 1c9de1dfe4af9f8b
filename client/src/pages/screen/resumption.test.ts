import { expect, test } from 'vitest'
import { resumesAt } from './resumption.ts'
import { running, time } from './testing/views.ts'

test('a break ends when the next segment is expected: at its fixed time, whatever the break lost', () => {
  expect(resumesAt(running('lunch', '12:20'), time('12:30'))).toBe(time('13:00'))
})

test('a break that outlives the fixed time is expected to end now', () => {
  expect(resumesAt(running('lunch', '12:00'), time('13:04'))).toBe(time('13:04'))
})

test('a break at the end of the programme resumes nothing', () => {
  const view = running('lunch', '12:00')
  const programme = { ...view.programme, segments: view.programme.segments.slice(0, 3) }
  expect(resumesAt({ ...view, programme }, time('12:30'))).toBeNull()
})
