import type { Meeting } from '../meeting/state.ts'
import { byValue, ofEach, valueIn, type Dimension } from './dimensions.ts'

/** How many of those who are connected have one value of a dimension; `value` null: they did not say. */
export interface ConnectedRow {
  readonly value: string | null
  readonly people: number
}

/** Whom the roster knows of those who are connected, as sums. */
export type ConnectedPeople = Readonly<Record<Dimension, readonly ConnectedRow[]>>

/** How many are connected now; only the transport knows, and only moderators are told. Never who. */
export interface Presence {
  readonly participants: number
  readonly moderators: number
  readonly screens: number
  /** Displays by the screen that they show; without those that no display shows. */
  readonly displays: Readonly<Record<string, number>>
  /** [B1] The participants among them by stakeholder group, region and volunteered gender. */
  readonly people: ConnectedPeople
}

/** As what a connection is counted. */
export type CountedAs = Exclude<keyof Presence, 'displays' | 'people'>

/** [B1] The sums of those who are connected: each person once, however many pages they have open. */
export function connectedPeople(meeting: Meeting, personIds: Iterable<string>): ConnectedPeople {
  const sums = ofEach(() => new Map<string | null, number>())
  for (const personId of personIds) {
    const person = meeting.people.get(personId)
    if (!person || person.removedAt !== null) continue
    for (const dimension of dimensions) {
      const value = valueIn[dimension](person)
      sums[dimension].set(value, (sums[dimension].get(value) ?? 0) + 1)
    }
  }
  return ofEach((dimension) =>
    Array.from(sums[dimension], ([value, people]) => ({ value, people })).toSorted(byValue),
  )
}

const dimensions = Object.keys(valueIn) as Dimension[]
