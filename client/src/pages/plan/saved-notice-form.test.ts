import { expect, test } from 'vitest'
import { limits } from '@openfloor/shared/limits.ts'
import {
  emptyFields,
  isSavedAlready,
  readSavedNotice,
  savedNoticeFields,
  type SavedNoticeFields,
} from './saved-notice-form.ts'

const fields = (changed: Partial<SavedNoticeFields>): SavedNoticeFields => ({
  ...{ to: 'speaker', text: 'Please conclude', duration: '1:00' },
  ...changed,
})

test.each([
  ['', null],
  ['45', 45_000],
  ['45 s', 45_000],
  ['2:00', 120_000],
  ['2 min', 120_000],
  ['12 h', 12 * 3_600_000],
])('a duration of "%s" is read', (duration, durationMs) => {
  expect(readSavedNotice(fields({ duration }))).toEqual({
    status: 'ok',
    value: { to: 'speaker', text: 'Please conclude', durationMs },
  })
})

test.each([
  [{ text: ' ' }, { text: { code: 'empty' } }],
  [{ text: 'a'.repeat(limits.noticeChars + 1) }, { text: { code: 'too-long', most: limits.noticeChars } }],
  [{ duration: 'soon' }, { duration: { code: 'no-duration' } }],
  [{ duration: '0' }, { duration: { code: 'out-of-range', least: '1 s', most: '12 h' } }],
  [{ duration: '13 h' }, { duration: { code: 'out-of-range', least: '1 s', most: '12 h' } }],
])('%j is refused beside its field', (changed, problems) => {
  expect(readSavedNotice(fields(changed))).toEqual({ status: 'invalid', problems })
})

test('an empty form asks for the text alone', () => {
  expect(readSavedNotice(emptyFields)).toEqual({ status: 'invalid', problems: { text: { code: 'empty' } } })
})

test.each([null, 1_000, 45_000, 60_000, 90_000, 5_400_000, 12 * 3_600_000])(
  'what is there reads as it was: %s ms',
  (durationMs) => {
    const notice = { to: 'screens', text: 'Soon', durationMs } as const
    expect(readSavedNotice(savedNoticeFields(notice))).toEqual({ status: 'ok', value: notice })
  },
)

test('the same words to others are another notice', () => {
  const notice = { to: 'speaker', text: 'Soon', durationMs: null } as const
  expect(isSavedAlready(notice, [{ ...notice, durationMs: 1_000 }])).toBe(true)
  expect(isSavedAlready(notice, [{ ...notice, to: 'screens' }])).toBe(false)
})
