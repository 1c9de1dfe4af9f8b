import { m } from '../paraglide/messages.js'
import type { ClockFace } from './clock-face.ts'

const MINUTE_MS = 60_000
const SECOND_MS = 1_000

/** What a clock's tone means, in words; `running` is the word while nothing is the matter. */
export function clockWord(face: ClockFace, running: string): string {
  switch (face.tone) {
    case 'over':
      return m.clock_over()
    case 'paused':
      return face.isFresh ? m.clock_not_started() : m.clock_paused()
    case 'warning':
      return face.warningMs === null ? running : lessThan(face.warningMs)
    case 'calm':
      return running
  }
}

/** "Less than 30 seconds left". */
function lessThan(durationMs: number): string {
  if (durationMs % MINUTE_MS === 0) return m.clock_under_minutes({ minutes: durationMs / MINUTE_MS })
  return m.clock_under_seconds({ seconds: Math.round(durationMs / SECOND_MS) })
}
