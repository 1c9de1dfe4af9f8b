import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { instantOfLocal, localOf, type LocalInstant } from '@openfloor/shared/clock/time-of-day.ts'
import type { CommandOf } from '@openfloor/shared/commands.ts'
import { limits } from '@openfloor/shared/limits.ts'
import type { SegmentKind, SegmentPlan } from '@openfloor/shared/meeting/state.ts'
import { limitText, minutesText, parseDuration } from './duration-text.ts'
import {
  cleanLine,
  cleanLines,
  lineProblem,
  problemsIn,
  type FieldProblem,
  type Reading,
} from './typed-text.ts'

/** The plan of a segment, as the form comes to it. */
export type SegmentDraft = Mutable<TypedPlan>

type Mutable<Value> = {
  -readonly [Key in keyof Value]: Value[Key] extends readonly string[] ? string[] : Value[Key]
}

/** A segment's plan as the texts of its form. A type, since an interface has no index signature. */
export type SegmentFields = {
  readonly title: string
  readonly kind: string
  readonly duration: string
  /** `after`: when the one before ends; `fixed`: at `fixedTime` of `fixedDate`. */
  readonly start: string
  readonly fixedDate: string
  readonly fixedTime: string
  readonly limit: string
  /** One a line. */
  readonly guidingPoints: string
  /** Minutes kept for panelists' replies. */
  readonly replies: string
}

type PlainPlan = Omit<SegmentPlan, 'panel'>

/** What the form says of a segment; its own limits and warnings stay as they are. */
type TypedPlan = Omit<PlainPlan, 'limits' | 'warningsMs' | 'atZero'>

/** The kinds, in the order in which they are offered. */
export const segmentKinds: readonly SegmentKind[] = ['plenary', 'panel', 'open-floor', 'break']

const DAY_MS = 86_400_000

/** What a new segment begins with. */
export const newSegmentPlan: PlainPlan = {
  title: '',
  kind: 'open-floor',
  durationMs: 30 * 60_000,
  fixedStartAt: null,
  guidingPoints: [],
  speakingLimitMs: 3 * 60_000,
  limits: null,
  warningsMs: null,
  atZero: null,
  repliesMs: 0,
}

/** The texts of a form; where no start is fixed, date and time stand ready as they are planned. */
export function segmentFields(plan: TypedPlan, plannedStartAt: Instant, timeZone: string): SegmentFields {
  const { date, time } = localOf(plan.fixedStartAt ?? plannedStartAt, timeZone)
  return {
    title: plan.title,
    kind: plan.kind,
    duration: minutesText(plan.durationMs),
    start: plan.fixedStartAt === null ? 'after' : 'fixed',
    fixedDate: date,
    fixedTime: time,
    limit: limitText(plan.speakingLimitMs),
    guidingPoints: plan.guidingPoints.join('\n'),
    replies: minutesText(plan.repliesMs),
  }
}

/** Reads a form: a plan to send, or what is wrong with it. */
export function readSegment(
  fields: SegmentFields,
  timeZone: string,
): Reading<SegmentDraft, keyof SegmentFields> {
  const title = cleanLine(fields.title)
  const durationMs = parseDuration(fields.duration, 'segment')
  const speakingLimitMs = parseDuration(fields.limit, 'speaking')
  const guidingPoints = cleanLines(fields.guidingPoints)
  const repliesMs = parseDuration(fields.replies, 'segment')
  const fixed = fixedStart(fields, timeZone)
  const problems = problemsIn<keyof SegmentFields>({
    title: lineProblem(title, limits.titleChars),
    kind: undefined,
    duration: durationProblem(durationMs),
    start: undefined,
    ...startProblems(fixed, fields),
    limit: limitProblem(speakingLimitMs),
    guidingPoints: guidingPointsProblem(guidingPoints),
    replies: repliesMs === null ? { code: 'no-duration' } : undefined,
  })
  if (problems || durationMs === null || speakingLimitMs === null || repliesMs === null)
    return { status: 'invalid', problems: problems ?? {} }
  const kind = fields.kind as SegmentKind
  const fixedStartAt = fixed?.status === 'ok' ? fixed.at : null
  return {
    status: 'ok',
    value: { title, kind, durationMs, fixedStartAt, guidingPoints, speakingLimitMs, repliesMs },
  }
}

/** What of a plan differs from the segment as it is; only that is sent, so that nobody's other changes are undone. */
export function changesTo(segment: PlainPlan, value: SegmentDraft): CommandOf<'edit-segment'>['segment'] {
  const changed = Object.entries(value).filter(
    ([field, text]) => JSON.stringify(text) !== JSON.stringify(segment[field as keyof PlainPlan]),
  )
  return Object.fromEntries(changed)
}

/** What is wrong with a speaking limit; undefined when nothing is. */
export function limitProblem(limitMs: number | null): FieldProblem | undefined {
  const least = limits.speakingLimitMinMs
  const most = limits.speakingLimitMaxMs
  if (limitMs === null) return { code: 'no-duration' }
  if (limitMs >= least && limitMs <= most) return undefined
  return { code: 'out-of-range', least: limitText(least), most: limitText(most) }
}

function durationProblem(durationMs: number | null): FieldProblem | undefined {
  if (durationMs === null) return { code: 'no-duration' }
  if (durationMs >= limits.segmentMinMs && durationMs <= limits.segmentMaxMs) return undefined
  return { code: 'out-of-range', least: '1 min', most: '24 h' }
}

function fixedStart({ start, fixedDate, fixedTime }: SegmentFields, timeZone: string): LocalInstant | null {
  return start === 'fixed' ? instantOfLocal({ date: fixedDate, time: fixedTime }, timeZone) : null
}

function startProblems(fixed: LocalInstant | null, { fixedDate }: SegmentFields) {
  const problem = fixed === null ? undefined : dateProblem(fixedDate)
  return { fixedDate: problem, fixedTime: problem ? undefined : timeProblem(fixed) }
}

/** What is wrong with a time of day on a date that there is. */
export function timeProblem(local: LocalInstant | null): FieldProblem | undefined {
  if (local?.status === 'skipped') return { code: 'skipped-hour' }
  return local?.status === 'invalid' ? { code: 'no-time' } : undefined
}

/** What is wrong with a date, wherever it is; a day is left at both ends for the zones. */
export function dateProblem(text: string): FieldProblem | undefined {
  const noon = instantOfLocal({ date: text, time: '12:00' }, 'UTC')
  if (noon.status !== 'ok') return { code: 'no-date' }
  const isNear = noon.at > DAY_MS && noon.at < limits.instantMax - DAY_MS
  return isNear ? undefined : { code: 'date-too-far' }
}

function guidingPointsProblem(points: readonly string[]): FieldProblem | undefined {
  const most = limits.guidingPointsPerSegment
  if (points.length > most) return { code: 'too-many', most }
  const tooLong = points.findIndex((point) => point.length > limits.guidingPointChars)
  if (tooLong === -1) return undefined
  return { code: 'line-too-long', lineNumber: tooLong + 1, most: limits.guidingPointChars }
}
