import type { OrderPolicy } from './policy.ts'
import type { OrderRow } from './row.ts'

/**
 * [O7] The place of everybody who was in the draw, from 1. Anybody who has the seed and the ids can draw again and
 * finds the same.
 */
export function drawnPlaces(
  rows: readonly OrderRow[],
  lots: OrderPolicy['lots'],
): ReadonlyMap<string, number> {
  if (!lots) return new Map()
  const tickets = rows
    .filter(({ receipt }) => receipt <= lots.through)
    .map(({ id }) => ({ id, number: hash(`${lots.seed}/${id}`) }))
    .sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
  return new Map(tickets.map(({ id }, at) => [id, at + 1]))
}

/** A hash of 53 bits in two halves that are mixed at the end (the scheme of MurmurHash3's finalizer). */
function hash(text: string): number {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    high = Math.imul(high ^ char, 2_654_435_761)
    low = Math.imul(low ^ char, 1_597_334_677)
  }
  high = mixed(high, low)
  low = mixed(low, high)
  return 4_294_967_296 * (0x1f_ffff & high) + (low >>> 0)
}

function mixed(one: number, other: number): number {
  const first = Math.imul(one ^ (one >>> 16), 0x85ebca6b)
  return Math.imul(first ^ (other >>> 13), 0xc2b2ae35) ^ (other >>> 16)
}
