import { amina, boris, moderator } from './consultation.ts'
import { by, given, type Step } from './story.ts'
import { advance, giveFloor, raiseHand, startMeeting } from './wishes.ts'

/* How far most stories have come when they begin; further steps may follow. */

/** Started on time; the opening runs. */
export function started(...steps: readonly Step[]) {
  return given(by(moderator, startMeeting), ...steps)
}

/** The morning's open floor runs and its list is open. */
export function onTheFloor(...steps: readonly Step[]) {
  return started(by(moderator, advance('opening', 'floor')), ...steps)
}

/** Amina and then Boris wait: `raise-hand-1` and `raise-hand-2`. */
export function twoWaiting(...steps: readonly Step[]) {
  return onTheFloor(by(amina, raiseHand()), by(boris, raiseHand()), ...steps)
}

/** Amina speaks (`give-floor-1` for `raise-hand-1`), Boris waits (`raise-hand-2`). */
export function aminaSpeaking(...steps: readonly Step[]) {
  return twoWaiting(by(moderator, giveFloor('raise-hand-1')), ...steps)
}
