import type { Sound } from '../../session/sounds.ts'
import type { MyTurn } from './my-turn.ts'

/** What of my turn is worth an alert. */
export interface AlertMoment {
  /** My request that is next; null when none is. */
  readonly nextId: string | null
  /** My intervention that has the floor. */
  readonly floorId: string | null
}

export type TurnSound = Extract<Sound, 'next' | 'floor'>

export function alertMoment(turn: MyTurn): AlertMoment {
  return {
    nextId: turn.kind === 'waiting' && turn.isNext ? turn.request.requestId : null,
    floorId: turn.kind === 'speaking' ? turn.floor.interventionId : null,
  }
}

/** [F16] What is to be heard and felt when the one becomes the other; the floor that comes back counts too. */
export function alertBetween(before: AlertMoment, after: AlertMoment): TurnSound | null {
  if (after.floorId !== null) return after.floorId === before.floorId ? null : 'floor'
  return after.nextId !== null && after.nextId !== before.nextId ? 'next' : null
}

/** In ms, in turn shaking and not. */
export const vibrations: Readonly<Record<TurnSound, readonly number[]>> = {
  next: [200],
  floor: [200, 100, 200, 100, 400],
}
