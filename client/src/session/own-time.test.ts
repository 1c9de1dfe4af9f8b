import { expect, test } from 'vitest'
import { ownTime } from './own-time.ts'

const ZURICH = 'Europe/Zurich'

test.each([
  // The same on both clocks, whatever the zones are called, as long as it lasts.
  ['2026-06-01T08:00', ZURICH, ZURICH, null],
  ['2026-06-01T08:00', ZURICH, 'Africa/Johannesburg', null],
  ['2026-11-01T08:00', ZURICH, 'Africa/Johannesburg', '10:00'],
  ['2026-06-01T08:00', ZURICH, 'Asia/Kathmandu', '13:45'],
  ['2026-06-01T08:00', ZURICH, 'America/St_Johns', '05:30'],
  // Another day there.
  ['2026-06-01T20:00', ZURICH, 'Asia/Kathmandu', '01:45 +1 day'],
  ['2026-06-01T01:00', ZURICH, 'America/St_Johns', '22:30 −1 day'],
  // Summer time begins in one of the two: 29 March in Zurich, 8 March in St. John’s.
  ['2026-03-10T09:00', ZURICH, 'America/St_Johns', '06:30'],
  ['2026-03-30T08:00', ZURICH, 'America/St_Johns', '05:30'],
  ['2026-03-29T00:59', ZURICH, 'Europe/London', '00:59'],
  ['2026-04-04T14:59', 'Australia/Lord_Howe', 'Australia/Sydney', null],
  ['2026-04-04T16:00', 'Australia/Lord_Howe', 'Australia/Sydney', '02:00'],
])('[CL7] at %s UTC in %s, clocks in %s show %s', (utc, timeZone, ownZone, shown) => {
  expect(ownTime(Date.parse(`${utc}Z`), timeZone, 'en', ownZone)).toBe(shown)
})
