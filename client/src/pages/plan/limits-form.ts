import type { LimitTable } from '@openfloor/shared/meeting/state.ts'
import { limits } from '@openfloor/shared/limits.ts'
import { limitText, parseDuration } from './duration-text.ts'
import { limitProblem } from './segment-form.ts'
import { problemsIn, type FieldProblem, type Reading } from './typed-text.ts'

/** The fields for one limit each, in the order of the form; an empty one takes the segment's limit. */
export const optionalLimits = [
  'member-state',
  'observer',
  'intergovernmental',
  'non-state',
  'group',
  'joint',
  'constituency',
  'question',
  'panelReply',
] as const

export type LimitField = (typeof optionalLimits)[number] | 'pointOfOrder' | 'rightsOfReply'

/** A table of limits as the texts of its form. */
export type LimitFields = Readonly<Record<LimitField, string>>

/** The table that the form sends: as the command has it. */
export type SentLimits = {
  -readonly [Key in keyof LimitTable]: LimitTable[Key] extends readonly number[] ? number[] : LimitTable[Key]
}

export function limitFields(table: LimitTable): LimitFields {
  const text = (limitMs: number | null | undefined) => (limitMs ? limitText(limitMs) : '')
  const { byCategory, byCapacity } = table
  return {
    'member-state': text(byCategory['member-state']),
    observer: text(byCategory.observer),
    intergovernmental: text(byCategory.intergovernmental),
    'non-state': text(byCategory['non-state']),
    group: text(byCapacity.group),
    joint: text(byCapacity.joint),
    constituency: text(byCapacity.constituency),
    question: text(table.questionMs),
    panelReply: text(table.panelReplyMs),
    pointOfOrder: text(table.pointOfOrderMs),
    rightsOfReply: table.rightOfReplyMs.map(limitText).join(', '),
  }
}

/** Reads the form: a table to send, or what is wrong field by field. */
export function readLimits(fields: LimitFields): Reading<SentLimits, LimitField> {
  const replies = fields.rightsOfReply.split(/[,;\n]/).filter((part) => part.trim() !== '')
  const found: Record<string, FieldProblem | undefined> = {
    pointOfOrder: limitProblem(parseDuration(fields.pointOfOrder, 'speaking')),
    rightsOfReply: repliesProblem(replies),
  }
  for (const field of optionalLimits)
    found[field] =
      fields[field].trim() === '' ? undefined : limitProblem(parseDuration(fields[field], 'speaking'))
  const problems = problemsIn(found as Record<LimitField, FieldProblem | undefined>)
  return problems ? { status: 'invalid', problems } : { status: 'ok', value: tableOf(fields, replies) }
}

function repliesProblem(replies: readonly string[]): FieldProblem | undefined {
  if (replies.length > limits.rightsOfReplyMax) return { code: 'too-many', most: limits.rightsOfReplyMax }
  return replies.map((text) => limitProblem(parseDuration(text, 'speaking'))).find((problem) => problem)
}

function tableOf(fields: LimitFields, replies: readonly string[]): SentLimits {
  const ms = (field: LimitField) => parseDuration(fields[field], 'speaking')
  const given = <Field extends LimitField>(...of: readonly Field[]) =>
    Object.fromEntries(of.flatMap((field) => (ms(field) === null ? [] : [[field, ms(field)]]))) as Partial<
      Record<Field, number>
    >
  return {
    byCategory: given('member-state', 'observer', 'intergovernmental', 'non-state'),
    byCapacity: given('group', 'joint', 'constituency'),
    questionMs: ms('question'),
    pointOfOrderMs: ms('pointOfOrder') ?? limits.speakingLimitMinMs,
    rightOfReplyMs: replies.map((text) => parseDuration(text, 'speaking') ?? limits.speakingLimitMinMs),
    panelReplyMs: ms('panelReply'),
  }
}
