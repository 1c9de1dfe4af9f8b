import { countdown } from '@openfloor/shared/clock/digits.ts'
import { m } from '../../paraglide/messages.js'
import type { GoingTo, Leaving } from './consequences.ts'

/** What leaving the current segment does, a sentence each; nothing where only its clock stops. */
export function consequenceLines({ speaker, notReached, closesList }: Leaving): string[] {
  return [
    ...(speaker === null ? [] : [m.console_leaves_speaker({ name: speaker })]),
    ...(notReached === 0 ? [] : [m.console_leaves_waiting({ count: notReached })]),
    ...(closesList && notReached === 0 ? [m.console_leaves_list()] : []),
  ]
}

/** The same in one line beside the button. */
export function consequencesInShort({ speaker, notReached, closesList }: Leaving): string {
  return [
    ...(speaker === null ? [] : [m.console_short_leaves_speaker({ name: speaker })]),
    ...(notReached === 0 ? [] : [m.console_short_leaves_waiting({ count: notReached })]),
    ...(closesList && notReached === 0 ? [m.console_short_leaves_list()] : []),
  ].join(' · ')
}

/** What going to a segment does, a sentence each. */
export function goingToLines(going: GoingTo): string[] {
  const { passedOver, resumesWithMs, opensList } = going
  return [
    ...consequenceLines(going),
    ...(passedOver.length === 0 ? [] : [m.console_goes_past({ titles: passedOver.join(', ') })]),
    resumesWithMs === null
      ? m.console_goes_fresh()
      : m.console_goes_on_with({ time: countdown(resumesWithMs).text }),
    ...(opensList ? [m.console_goes_opens_list()] : []),
  ]
}
