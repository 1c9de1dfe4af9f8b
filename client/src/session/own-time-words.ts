import { m } from '../paraglide/messages.js'
import type { ClockFace } from './clock-face.ts'
import { clockWord } from './clock-words.ts'

/** How my own time stands, said to me while I speak: from the last warning on, to conclude. */
export function ownTimeWord(face: ClockFace, warningsMs: readonly number[]): string {
  if (face.tone === 'over') return m.own_over()
  if (face.tone === 'paused') return face.isFresh ? m.clock_not_started() : m.own_stands_still()
  if (face.warningMs !== null && face.warningMs === Math.min(...warningsMs)) return m.own_conclude()
  return clockWord(face, m.participant_time_runs())
}
