import { limits } from '@openfloor/shared/limits.ts'
import type { NoticeAudience, SavedNotice } from '@openfloor/shared/meeting/state.ts'
import { limitText, parseDuration } from './duration-text.ts'
import { cleanLine, lineProblem, problemsIn, type FieldProblem, type Reading } from './typed-text.ts'

const SECOND_MS = 1_000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** A saved notice as its form has it. */
export type SavedNoticeFields = Readonly<Record<'to' | 'text' | 'duration', string>>

export const audiences = ['everyone', 'speaker', 'screens'] as const satisfies readonly NoticeAudience[]

/** A form that is not filled: to the speaker, as most of them are, for a minute. */
export const emptyFields: SavedNoticeFields = { to: 'speaker', text: '', duration: limitText(MINUTE_MS) }

/** The fields of a notice that is there already. */
export function savedNoticeFields({ to, text, durationMs }: SavedNotice): SavedNoticeFields {
  return { to, text, duration: durationMs === null ? '' : durationText(durationMs) }
}

/** Reads the form. No duration at all means that the notice is shown until it is withdrawn. */
export function readSavedNotice(fields: SavedNoticeFields): Reading<SavedNotice, 'text' | 'duration'> {
  const text = cleanLine(fields.text)
  const durationMs = fields.duration.trim() === '' ? null : parseDuration(fields.duration, 'warning')
  const problems = problemsIn({
    text: lineProblem(text, limits.noticeChars),
    duration: fields.duration.trim() === '' ? undefined : durationProblem(durationMs),
  })
  if (problems) return { status: 'invalid', problems }
  const to = audiences.find((each) => each === fields.to) ?? 'everyone'
  return { status: 'ok', value: { to, text, durationMs } }
}

/** Whether another one says the same to the same people: then one of them is enough. */
export function isSavedAlready(notice: SavedNotice, others: readonly SavedNotice[]): boolean {
  return others.some(({ to, text }) => to === notice.to && text === notice.text)
}

/** As `parseDuration` reads it: seconds that are no whole minutes with their unit, minutes as `2:00`. */
function durationText(durationMs: number): string {
  return durationMs < MINUTE_MS ? `${durationMs / SECOND_MS} s` : limitText(durationMs)
}

function durationProblem(durationMs: number | null): FieldProblem | undefined {
  if (durationMs === null) return { code: 'no-duration' }
  if (durationMs >= SECOND_MS && durationMs <= limits.noticeMaxMs) return undefined
  return { code: 'out-of-range', least: '1 s', most: `${limits.noticeMaxMs / HOUR_MS} h` }
}
