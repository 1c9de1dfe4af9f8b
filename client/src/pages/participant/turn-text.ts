import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { m } from '../../paraglide/messages.js'
import type { MyTurn } from './my-turn.ts'

/** How I stand with the floor while it is not mine. */
export type OtherTurn = Exclude<MyTurn, { kind: 'speaking' | 'interrupted' }>

/** A heading and a sentence about it. */
export interface TurnText {
  readonly title: string
  readonly text?: string
}

const MINUTE_MS = 60_000

/** Null when there is nothing to say; `time` writes a time of day. */
export function turnText(turn: OtherTurn, now: Instant, time: (at: Instant) => string): TurnText | null {
  switch (turn.kind) {
    case 'none':
      return null
    case 'waiting':
      return waitingText(turn, now, time)
    case 'panel':
      return {
        title: turn.isCurrent
          ? m.participant_on_panel_now()
          : m.participant_on_panel_coming({ title: turn.segment.title }),
        text: m.participant_on_panel_text(),
      }
    case 'removed':
      return { title: m.participant_was_removed_title(), text: m.participant_was_removed() }
    case 'not-reached':
      return { title: m.participant_not_reached_title(), text: m.participant_not_reached() }
    case 'absent':
      return { title: m.participant_absent_title() }
    case 'spoken':
      return { title: m.participant_has_spoken() }
  }
}

function waitingText(
  turn: Extract<MyTurn, { kind: 'waiting' }>,
  now: Instant,
  time: (at: Instant) => string,
): TurnText {
  const { place, turn: range, isCurrent, isNext, segment } = turn
  if (isNext) return { title: m.participant_you_next(), text: m.participant_you_next_text() }
  const title = m.participant_place({ place })
  if (!isCurrent)
    return {
      title: m.participant_on_list_of({ title: segment.title }),
      text: `${title}. ${m.participant_turn_at({ time: time(range.from) })}`,
    }
  return { title, text: rangeText(range.from - now, range.until - now, now, time) }
}

/** "in 5 to 12 min, at about 11:20–11:27"; a turn that may come at once comes "within 4 min". */
function rangeText(fromMs: number, untilMs: number, now: Instant, time: (at: Instant) => string): string {
  const from = Math.floor(fromMs / MINUTE_MS)
  const until = Math.max(1, Math.ceil(untilMs / MINUTE_MS))
  const late = time(now + untilMs)
  if (from < 1) return m.participant_turn_within({ until, late })
  return m.participant_turn_range({ from, until, early: time(now + fromMs), late })
}
