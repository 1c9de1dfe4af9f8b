import type { Clock, Instant } from '@openfloor/shared/clock/clock.ts'
import type { Paint } from './painted-page.ts'

const SECOND_MS = 1_000
const FRAME_MS = 1_000 / 60

/** When the digits of a running clock are due, by the server's time: `2:59`, `0:00`, `+0:01`. */
export function dueAt({ startedAt, accumulatedMs, limitMs }: Clock, digits: string): Instant {
  const count = digits
    .replace('+', '')
    .split(':')
    .reduce((total, part) => total * 60 + Number(part), 0)
  const seconds = digits.startsWith('+') ? -count : count
  return startedAt! + limitMs - accumulatedMs - (seconds + 1) * SECOND_MS
}

/** A second as two pages came to it. */
export type Pair = readonly [Paint, Paint]

/** Each second that both pages painted. */
export function pairsOf(first: readonly Paint[], second: readonly Paint[]): readonly Pair[] {
  const known = new Map(first.map((paint) => [paint.digits, paint]))
  return second.flatMap((paint): Pair[] => {
    const other = known.get(paint.digits)
    return other ? [[other, paint]] : []
  })
}

/** How far apart these moments of each pair are. */
export function apartMs(pairs: readonly Pair[], at: 'turnedAt' | 'paintedAt'): number[] {
  return pairs.map(([first, second]) => Math.abs(first[at] - second[at]))
}

/**
 * The same on two displays that begin their frames at moments of their own, 60 times a second: the documents' turns,
 * each shown with the next frame, at a hundred combinations of where the frames lie.
 */
export function apartOnDisplaysMs(pairs: readonly Pair[]): number[] {
  const phases = Array.from({ length: 10 }, (_, phase) => (phase + 0.5) / 10)
  const shownAt = (at: number, phase: number) =>
    Math.ceil(at / FRAME_MS - phase) * FRAME_MS + phase * FRAME_MS
  return pairs.flatMap(([first, second]) =>
    phases.flatMap((one) =>
      phases.map((other) => Math.abs(shownAt(first.turnedAt, one) - shownAt(second.turnedAt, other))),
    ),
  )
}

/** How much longer or shorter than a second each painted second stood. */
export function unevennessMs(paints: readonly Paint[]): number[] {
  return paints.slice(1).map(({ paintedAt }, at) => paintedAt - paints[at]!.paintedAt - SECOND_MS)
}
