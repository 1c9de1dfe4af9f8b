import type { CommandOf } from '../commands.ts'
import type { RequestKind } from '../ordering/row.ts'

/*
 * Commands as stories say them. Each is the plain command with the fields that the story is not about filled in.
 */

/** A statement for the own organization. */
export const ownStatement = { kind: 'statement', onBehalfOf: { capacity: 'organization', name: '' } } as const

export function raiseHand(segmentId = 'floor', topic = ''): CommandOf<'raise-hand'> {
  return { type: 'raise-hand', segmentId, ...ownStatement, topic }
}

/** A hand for something else than a statement. */
export function raiseHandFor(kind: RequestKind, segmentId = 'floor'): CommandOf<'raise-hand'> {
  return { ...raiseHand(segmentId), kind }
}

export function lowerHand(requestId: string): CommandOf<'lower-hand'> {
  return { type: 'lower-hand', requestId }
}

export function enterRequest(personId: string, segmentId = 'floor'): CommandOf<'enter-request'> {
  return { type: 'enter-request', segmentId, ...ownStatement, speaker: { personId }, topic: '' }
}

export function removeRequest(requestId: string): CommandOf<'remove-request'> {
  return { type: 'remove-request', requestId }
}

export function moveRequest(requestId: string, after: string | null): CommandOf<'move-request'> {
  return { type: 'move-request', requestId, after }
}

export function openList(segmentId: string): CommandOf<'open-list'> {
  return { type: 'open-list', segmentId }
}

export function closeList(segmentId: string): CommandOf<'close-list'> {
  return { type: 'close-list', segmentId }
}

/** The floor for a waiting request; `after` is the last intervention that was seen. */
export function giveFloor(
  requestId: string,
  after: string | null = null,
  segmentId = 'floor',
): CommandOf<'give-floor'> {
  return { type: 'give-floor', segmentId, to: { requestId }, after }
}

/** The floor for somebody who did not ask, such as a panelist. */
export function giveFloorTo(
  personId: string,
  after: string | null = null,
  segmentId = 'floor',
): CommandOf<'give-floor'> {
  return { type: 'give-floor', segmentId, to: { personId }, after }
}

type SpeakerCommand =
  | 'start-intervention'
  | 'pause-intervention'
  | 'resume-intervention'
  | 'end-intervention'
  | 'cut-off'
  | 'mark-absent'
  | 'yield-floor'

/** A command about the one who has the floor. */
export function speaker<Type extends SpeakerCommand>(type: Type, interventionId = 'give-floor-1') {
  return { type, interventionId }
}

export function extendIntervention(
  byMs: number,
  interventionId = 'give-floor-1',
): CommandOf<'extend-intervention'> {
  return { type: 'extend-intervention', interventionId, byMs }
}

export const startMeeting: CommandOf<'start-meeting'> = { type: 'start-meeting' }

export function advance(from: string, to: string): CommandOf<'advance-segment'> {
  return { type: 'advance-segment', from, to }
}

export function endMeeting(from: string): CommandOf<'end-meeting'> {
  return { type: 'end-meeting', from }
}

export function extendSegment(segmentId: string, byMs: number): CommandOf<'extend-segment'> {
  return { type: 'extend-segment', segmentId, byMs }
}

export function acceptDelay(segmentId: string): CommandOf<'accept-delay'> {
  return { type: 'accept-delay', segmentId }
}

export function pauseSegment(segmentId: string): CommandOf<'pause-segment'> {
  return { type: 'pause-segment', segmentId }
}

export function resumeSegment(segmentId: string): CommandOf<'resume-segment'> {
  return { type: 'resume-segment', segmentId }
}

export function removePerson(personId: string): CommandOf<'remove-person'> {
  return { type: 'remove-person', personId, keepOut: false }
}
