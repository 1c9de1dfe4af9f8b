import { expect, test } from 'vitest'
import { readSchedule, scheduleFields } from './schedule-form.ts'

const schedule = { startsAt: Date.parse('2020-11-09T09:00:00Z'), timeZone: 'Europe/Zurich' }
const fields = scheduleFields(schedule)
const zones = ['Europe/Zurich', 'America/New_York']

test('a form is read as what it was written from', () => {
  expect(fields).toEqual({ date: '2020-11-09', time: '10:00', timeZone: 'Europe/Zurich' })
  expect(readSchedule(fields, zones)).toEqual({ status: 'ok', value: schedule })
})

test('another zone keeps the time on the clock', () => {
  const reading = readSchedule({ ...fields, timeZone: 'new york' }, zones)
  expect(reading).toMatchObject({
    value: { startsAt: Date.parse('2020-11-09T15:00:00Z'), timeZone: 'America/New_York' },
  })
})

test('each field says what is wrong with it', () => {
  expect(readSchedule({ date: '2020-02-30', time: '10:00', timeZone: 'Nowhere' }, zones)).toEqual({
    status: 'invalid',
    problems: { date: { code: 'no-date' }, timeZone: { code: 'no-time-zone' } },
  })
  expect(readSchedule({ ...fields, time: '' }, zones)).toMatchObject({
    problems: { time: { code: 'no-time' } },
  })
  expect(readSchedule({ ...fields, date: '2021-03-28', time: '02:30' }, zones)).toMatchObject({
    problems: { time: { code: 'skipped-hour' } },
  })
})
