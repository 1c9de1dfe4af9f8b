import { keptItems, type Kept } from './kept-items.ts'

/**
 * How one JSON value becomes another. `undefined` never occurs in views; a key that is gone is deleted.
 *
 * - `['=', value]` put the value
 * - `['-']` the key is gone
 * - `['~', { key: change, … }]` change some keys of an object, or some places of an array (keys are indices)
 * - `['+', at, removed, value, …]` in an array, replace `removed` items from index `at` on by the values
 * - `['*', change, …]` the changes one after another
 */
export type Change =
  readonly ['=', unknown] | readonly ['-'] | readonly ['~', Patch] | Splice | readonly ['*', ...Change[]]

type Splice = readonly ['+', at: number, removed: number, ...added: unknown[]]

/** Changes by key. An empty patch changes nothing. */
export interface Patch {
  readonly [key: string]: Change
}

type Json = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The patch that turns `before` into `after`, or null when they are equal. Identical parts are not looked into. */
export function diff<View extends object>(before: View, after: View): Patch | null {
  return diffRecords(before as Json, after as Json)
}

function diffRecords(before: Json, after: Json): Patch | null {
  if (before === after) return null
  const patch: Record<string, Change> = {}
  for (const key of Object.keys(after)) {
    const change = Object.hasOwn(before, key)
      ? diffValues(before[key], after[key])
      : (['=', after[key]] as const)
    if (change) patch[key] = change
  }
  for (const key of Object.keys(before)) if (!Object.hasOwn(after, key)) patch[key] = ['-']
  return Object.keys(patch).length === 0 ? null : patch
}

function diffValues(before: unknown, after: unknown): Change | null {
  if (before === after) return null
  if (Array.isArray(before) && Array.isArray(after)) return diffArrays(before, after)
  if (!isRecord(before) || !isRecord(after)) return ['=', after]
  const patch = diffRecords(before, after)
  return patch && ['~', patch]
}

function diffArrays(before: readonly unknown[], after: readonly unknown[]): Change | null {
  if (before.length !== after.length) return spliced(before, after)
  const patch = diffRecords(before as unknown as Json, after as unknown as Json)
  if (!patch || Object.keys(patch).length <= FEW_ITEMS) return patch && ['~', patch]
  return shorter(['~', patch], spliced(before, after))
}

/** Fewer changed items than this are written in their places without looking for moved ones. */
const FEW_ITEMS = 2

function shorter(one: Change, other: Change): Change {
  return JSON.stringify(one).length <= JSON.stringify(other).length ? one : other
}

/** Splices from the end to the beginning, so that none moves the places of the next. */
function spliced(before: readonly unknown[], after: readonly unknown[]): Change {
  const head = equalItems(before, after)
  const tail = equalItems(before.slice(head).reverse(), after.slice(head).reverse())
  const [beforeEnd, afterEnd] = [before.length - tail, after.length - tail]
  const between = keptItems(before.slice(head, beforeEnd), after.slice(head, afterEnd))
  const changes: Splice[] = []
  let next: Kept = [beforeEnd, afterEnd]
  for (const [from, to] of [[-1, -1] as Kept, ...between].reverse()) {
    const [at, start] = [head + from + 1, head + to + 1]
    if (at < next[0] || start < next[1]) changes.push(['+', at, next[0] - at, ...after.slice(start, next[1])])
    next = [head + from, head + to]
  }
  return changes.length === 1 ? changes[0]! : ['*', ...changes]
}

/** How many items are equal from the beginning on. */
function equalItems(before: readonly unknown[], after: readonly unknown[]): number {
  const shorter = Math.min(before.length, after.length)
  let count = 0
  while (count < shorter && diffValues(before[count], after[count]) === null) count++
  return count
}

/**
 * `before` with the patch applied; parts that the patch does not touch keep their identity.
 * Throws a RangeError when the patch does not fit, which means that a message was lost: ask for the whole view.
 */
export function applyPatch<View extends object>(before: View, patch: Patch): View {
  const after: Record<string, unknown> = { ...(before as Json) }
  for (const key of Object.keys(patch)) {
    if (key === '__proto__') throw new RangeError('a patch may not name __proto__')
    const change = patch[key]!
    if (change[0] !== '-') after[key] = applyChange(after[key], change)
    else if (Object.hasOwn(after, key)) delete after[key]
    else throw new RangeError('a patch takes out what is not there')
  }
  return after as View
}

function applyChange(before: unknown, change: Exclude<Change, readonly ['-']>): unknown {
  if (change[0] === '=') return change[1]
  if (change[0] === '+') return splice(before, change)
  if (change[0] === '*') return change.slice(1).reduce<unknown>(inTurn, before)
  if (Array.isArray(before)) return changeItems(before, change[1])
  if (!isRecord(before)) throw new RangeError('a patch changes keys of something that is no object')
  return applyPatch(before, change[1])
}

function changeItems(before: readonly unknown[], patch: Patch): unknown[] {
  const after = [...before]
  for (const [key, change] of Object.entries(patch)) {
    if (change[0] === '-' || key === 'length' || !Object.hasOwn(before, key))
      throw new RangeError('a patch changes items that are not there')
    const at = Number(key)
    after[at] = applyChange(before[at], change)
  }
  return after
}

function inTurn(before: unknown, change: unknown): unknown {
  const next = change as Change
  if (next[0] === '-') throw new RangeError('a patch takes out what it changes')
  return applyChange(before, next)
}

function splice(before: unknown, [, at, removed, ...added]: Splice): unknown[] {
  if (!Array.isArray(before) || !isCount(at) || !isCount(removed) || at + removed > before.length)
    throw new RangeError('a patch replaces items that are not there')
  return [...before.slice(0, at), ...added, ...before.slice(at + removed)]
}

function isCount(value: unknown): boolean {
  return Number.isInteger(value) && (value as number) >= 0
}
