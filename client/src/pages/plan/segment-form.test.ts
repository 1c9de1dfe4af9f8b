import { expect, test } from 'vitest'
import { newSegmentPlan, readSegment, segmentFields, type SegmentFields } from './segment-form.ts'

const ZURICH = 'Europe/Zurich'
const PLANNED_AT = Date.parse('2020-11-09T12:00:00Z')
const plan = { ...newSegmentPlan, title: 'Open floor', guidingPoints: ['Examples', 'Challenges'] }
const fields = segmentFields(plan, PLANNED_AT, ZURICH)
const problemsOf = (changed: Partial<SegmentFields>, timeZone = ZURICH) => {
  const reading = readSegment({ ...fields, ...changed }, timeZone)
  return reading.status === 'invalid' ? reading.problems : {}
}

test('a form is read as the plan it was written from', () => {
  const { limits: _limits, warningsMs: _warnings, atZero: _atZero, ...typed } = plan
  expect(readSegment(fields, ZURICH)).toEqual({ status: 'ok', value: typed })
})

test('where no start is fixed, the planned date and time stand ready', () => {
  expect(fields).toMatchObject({ start: 'after', fixedDate: '2020-11-09', fixedTime: '13:00' })
})

test('a fixed start is the time of day in the zone of the meeting', () => {
  const reading = readSegment({ ...fields, start: 'fixed', fixedTime: '13:30' }, ZURICH)
  expect(reading).toMatchObject({ value: { fixedStartAt: Date.parse('2020-11-09T12:30:00Z') } })
})

test('a time that the clocks skip is named as such', () => {
  const spring = { start: 'fixed', fixedDate: '2021-03-28', fixedTime: '02:30' }
  expect(problemsOf(spring)).toEqual({ fixedTime: { code: 'skipped-hour' } })
  expect(problemsOf(spring, 'UTC')).toEqual({})
})

test('a missing time and a missing date are told apart', () => {
  expect(problemsOf({ start: 'fixed', fixedTime: '' })).toEqual({ fixedTime: { code: 'no-time' } })
  expect(problemsOf({ start: 'fixed', fixedDate: '' })).toEqual({ fixedDate: { code: 'no-date' } })
  expect(problemsOf({ start: 'after', fixedDate: '', fixedTime: '' })).toEqual({})
})

test('every field says what is wrong with it, all at once', () => {
  expect(problemsOf({ title: ' \u202e ', duration: '0', limit: '2 h' })).toEqual({
    title: { code: 'empty' },
    duration: { code: 'out-of-range', least: '1 min', most: '24 h' },
    limit: { code: 'out-of-range', least: '0:10', most: '60:00' },
  })
  expect(problemsOf({ title: 'x'.repeat(201), duration: 'long' })).toEqual({
    title: { code: 'too-long', most: 200 },
    duration: { code: 'no-duration' },
  })
})

test('guiding points are the lines that say something; a line that is too long is named by its number', () => {
  expect(readSegment({ ...fields, guidingPoints: ' One\r\n\n\tTwo\t' }, ZURICH)).toMatchObject({
    value: { guidingPoints: ['One', 'Two'] },
  })
  expect(problemsOf({ guidingPoints: `One\n${'x'.repeat(301)}` })).toEqual({
    guidingPoints: { code: 'line-too-long', lineNumber: 2, most: 300 },
  })
  expect(problemsOf({ guidingPoints: 'x\n'.repeat(21) })).toEqual({
    guidingPoints: { code: 'too-many', most: 20 },
  })
})
