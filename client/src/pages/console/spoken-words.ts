import { countUp } from '@openfloor/shared/clock/digits.ts'
import type { SpokenTotal } from '@openfloor/shared/meeting/waiting-rows.ts'
import { m } from '../../paraglide/messages.js'

/** "2× · 5:30": how often and how long in all. */
export function spokenText({ interventions, spokenMs }: SpokenTotal): string {
  if (interventions === 0) return m.console_spoken_none()
  return m.console_spoken({ count: interventions, time: countUp(spokenMs) })
}

/** The same as a sentence. */
export function spokenSentence({ interventions, spokenMs }: SpokenTotal): string {
  if (interventions === 0) return m.console_spoken_none_in_words()
  return m.console_spoken_in_words({ count: interventions, time: countUp(spokenMs) })
}
