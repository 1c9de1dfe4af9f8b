import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  dateOf,
  instantOfLocal,
  localOf,
  sameZoneOffset,
  timeOfDay,
  timeOfDayWithSeconds,
} from './time-of-day.ts'

const ZURICH = 'Europe/Zurich'
const NEW_YORK = 'America/New_York'
const KOLKATA = 'Asia/Kolkata'

function utc(text: string): number {
  return Date.parse(`${text}Z`)
}

const OPENING = utc('2020-11-09T09:00')

test.each([
  [OPENING, ZURICH, 'en', '10:00'],
  [OPENING, ZURICH, 'en-US', '10:00'],
  [OPENING, ZURICH, 'fr', '10:00'],
  [OPENING, KOLKATA, 'en', '14:30'],
  [OPENING, NEW_YORK, 'en', '04:00'],
  [utc('2020-11-08T23:00'), ZURICH, 'en', '00:00'],
  [utc('2020-11-08T22:59:59.999'), ZURICH, 'en', '23:59'],
])('%d in %s is, in %s, %s', (at, timeZone, locale, text) => {
  expect(timeOfDay(at, timeZone, locale)).toBe(text)
})

test('the time of day with its seconds', () => {
  expect(timeOfDayWithSeconds(OPENING + 59_999, ZURICH, 'en')).toBe('10:00:59')
  expect(timeOfDayWithSeconds(utc('2020-11-08T23:00'), ZURICH, 'de')).toBe('00:00:00')
})

test('the date is that of the place, in the calendar of the invitations', () => {
  expect(dateOf(OPENING, ZURICH, 'en')).toBe('9 November 2020')
  expect(dateOf(OPENING, ZURICH, 'en-GB')).toBe('9 November 2020')
  expect(dateOf(utc('2020-11-08T23:00'), ZURICH, 'en-GB')).toBe('9 November 2020')
  expect(dateOf(utc('2020-11-08T23:00'), NEW_YORK, 'en-GB')).toBe('8 November 2020')
  expect(dateOf(OPENING, ZURICH, 'fr')).toBe('9 novembre 2020')
  expect(dateOf(OPENING, ZURICH, 'ar-SA-u-nu-latn')).toContain('2020')
})

test('zones that show the same at that moment, and those that do not', () => {
  expect(sameZoneOffset(OPENING, ZURICH, 'Europe/Paris')).toBe(true)
  expect(sameZoneOffset(OPENING, ZURICH, 'Europe/London')).toBe(false)
  expect(sameZoneOffset(OPENING, 'UTC', 'Europe/London')).toBe(true)
  expect(sameZoneOffset(utc('2020-07-01T09:00'), 'UTC', 'Europe/London')).toBe(false)
})

test.each([
  ['2020-11-09', '10:00', ZURICH, '2020-11-09T09:00'],
  ['2020-11-09', '00:00', ZURICH, '2020-11-08T23:00'],
  ['2020-11-09', '14:30', KOLKATA, '2020-11-09T09:00'],
  ['2024-02-29', '12:00', NEW_YORK, '2024-02-29T17:00'],
  // Summer time begins …
  ['2021-03-28', '01:59', ZURICH, '2021-03-28T00:59'],
  ['2021-03-28', '03:00', ZURICH, '2021-03-28T01:00'],
  ['2021-03-14', '03:00', NEW_YORK, '2021-03-14T07:00'],
  // … and ends: the first of the two.
  ['2020-10-25', '01:59', ZURICH, '2020-10-24T23:59'],
  ['2020-10-25', '02:00', ZURICH, '2020-10-25T00:00'],
  ['2020-10-25', '02:59', ZURICH, '2020-10-25T00:59'],
  ['2020-10-25', '03:00', ZURICH, '2020-10-25T02:00'],
  ['2020-11-01', '01:30', NEW_YORK, '2020-11-01T05:30'],
])('[CL7] %s %s in %s is %s', (date, time, timeZone, expected) => {
  expect(instantOfLocal({ date, time }, timeZone)).toEqual({ status: 'ok', at: utc(expected) })
})

test.each([
  ['2021-03-28', '02:00', ZURICH],
  ['2021-03-28', '02:59', ZURICH],
  ['2021-03-14', '02:30', NEW_YORK],
  // Samoa left out a whole day.
  ['2011-12-30', '12:00', 'Pacific/Apia'],
])('[CL7] %s %s in %s never was', (date, time, timeZone) => {
  expect(instantOfLocal({ date, time }, timeZone)).toEqual({ status: 'skipped' })
})

test.each([
  ['2021-02-29', '10:00'],
  ['2021-02-30', '10:00'],
  ['2021-13-01', '10:00'],
  ['2021-01-01', '24:00'],
  ['2021-01-01', '10:60'],
  ['2021-01-01', '9:00'],
  ['2021-01-01', '10:00:00'],
  ['21-01-01', '10:00'],
  ['', ''],
])('%s %s is no date and time', (date, time) => {
  expect(instantOfLocal({ date, time }, ZURICH)).toEqual({ status: 'invalid' })
})

test.each([
  ['2020-11-09T09:00:59.999', ZURICH, '2020-11-09', '10:00'],
  ['2020-11-08T23:00', ZURICH, '2020-11-09', '00:00'],
  ['2020-10-25T01:30', ZURICH, '2020-10-25', '02:30'],
  ['2020-12-31T18:30', KOLKATA, '2021-01-01', '00:00'],
  ['2021-01-01T04:59', NEW_YORK, '2020-12-31', '23:59'],
])('clocks show %s in %s as %s %s', (at, timeZone, date, time) => {
  expect(localOf(utc(at), timeZone)).toEqual({ date, time })
})

test('what clocks show leads back to the minute, or to the one an hour before where they were put back', () => {
  const minute = fc
    .integer({ min: utc('2000-01-01T00:00') / 60_000, max: utc('2040-01-01T00:00') / 60_000 })
    .map((count) => count * 60_000)
  fc.assert(
    fc.property(minute, fc.constantFrom(ZURICH, NEW_YORK, KOLKATA), (at, timeZone) => {
      const local = localOf(at, timeZone)
      const back = instantOfLocal(local, timeZone)
      expect(back.status).toBe('ok')
      if (back.status !== 'ok') return
      expect([at, at - 3_600_000]).toContain(back.at)
      expect(localOf(back.at, timeZone)).toEqual(local)
    }),
  )
})
