import type { MeetingEvent } from '@openfloor/shared/meeting/events.ts'

/** A field by its path within an event. */
type Path = readonly [string] | readonly [string, string]

/** Where an event has personal words, and what stands there once they are erased. */
type Words = readonly (readonly [Path, unknown])[]

/** Group, region and whether somebody is in the room say nothing without the rest: the balance keeps them. */
const description: Words = [
  [['person', 'name'], ''],
  [['person', 'organization'], ''],
  [['person', 'country'], null],
  [['person', 'gender'], null],
]

/** The capacity in which somebody speaks selects the limit, and stays. */
const behalf: Words = [[['onBehalfOf', 'name'], '']]

/** Every event that names or describes a person; one that is new and does so belongs here. */
const personal: { readonly [Type in MeetingEvent['type']]?: Words } = {
  'person-added': description,
  'person-edited': description,
  'hand-raised': [[['topic'], ''], ...behalf],
  'floor-given': behalf,
  'statement-filed': [[['statement'], { form: 'text', text: '' }]],
  'notice-sent': [[['text'], '']],
}

/** What an event says of a person in words (in the order of their paths), and the event without it. */
export interface Parted {
  readonly personId: string
  readonly words: readonly unknown[]
  readonly rest: MeetingEvent
}

/** The personal words of an event apart from the rest; null where there are none. */
export function part(event: MeetingEvent): Parted | null {
  const fields = personal[event.type]
  const personId = 'personId' in event ? event.personId : null
  if (!fields || personId === null) return null
  const words = fields.map(([path]) => valueAt(event, path))
  const rest = fields.reduce<object>((event, [path]) => withValue(event, path, undefined), event)
  return { personId, words, rest: rest as MeetingEvent }
}

/** The event put together again; `words` null: the person was erased. */
export function join(rest: MeetingEvent, words: readonly unknown[] | null): MeetingEvent {
  const fields = personal[rest.type] ?? []
  const whole = fields.reduce<object>(
    (event, [path, blank], at) => withValue(event, path, words === null ? blank : words[at]),
    rest,
  )
  return whole as MeetingEvent
}

type Fields = Readonly<Record<string, unknown>>

function valueAt(event: object, [first, second]: Path): unknown {
  const value = (event as Fields)[first]
  return second === undefined ? value : (value as Fields)[second]
}

function withValue(event: object, [first, second]: Path, value: unknown): object {
  if (second === undefined) return { ...event, [first]: value }
  return { ...event, [first]: { ...((event as Fields)[first] as object), [second]: value } }
}
