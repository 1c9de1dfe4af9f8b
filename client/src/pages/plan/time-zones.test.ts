import { expect, test } from 'vitest'
import { findTimeZone, timeZoneNames, utcOffset } from './time-zones.ts'

const names = timeZoneNames()

test.each([
  ['Europe/Zurich', 'Europe/Zurich'],
  [' europe/zurich ', 'Europe/Zurich'],
  ['new york', 'America/New_York'],
  ['utc', 'UTC'],
  ['Mars/Olympus', null],
  ['+01:00', null],
  ['', null],
])('%j is %j', (text, zone) => {
  expect(findTimeZone(text, names)).toBe(zone)
})

test('the offset is the one in force then', () => {
  expect(utcOffset('Europe/Zurich', Date.parse('2020-11-09T09:00:00Z'))).toBe('UTC+1')
  expect(utcOffset('Europe/Zurich', Date.parse('2020-07-09T09:00:00Z'))).toBe('UTC+2')
  expect(utcOffset('UTC', 0)).toBe('UTC')
})
