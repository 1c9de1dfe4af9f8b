import type { Instant } from '../clock/clock.ts'
import type { BaselineSegment, Meeting, OnBehalfOf, Request, Role } from '../meeting/state.ts'
import type { RequestKind } from '../ordering/row.ts'
import { publicPerson, type PublicPerson } from './public.ts'

/** What the rapporteur is given beside the public view: who could not speak, and what they wrote instead. */
export interface RapporteurView {
  /** In the order they were not reached; `statement` null: asked for, and not there yet. */
  readonly notReached: readonly NotReachedRow[]
  /** The plan as it was when the meeting started; null before the start. */
  readonly baseline: readonly BaselineSegment[] | null
}

export interface NotReachedRow extends PublicPerson {
  readonly requestId: string
  readonly segmentId: string
  readonly topic: string
  readonly kind: RequestKind
  readonly onBehalfOf: OnBehalfOf
  readonly status: 'not-reached' | 'absent'
  /** The text or file itself is fetched by the request's id. */
  readonly statement: {
    readonly form: 'text' | 'file'
    readonly name: string | null
    /** The size: characters of a text, bytes of a file. */
    readonly size: number
    readonly at: Instant
    /** The role of who handed it in for the person; null: the person. */
    readonly enteredBy: Role | null
  } | null
}

/** The view of the rapporteur and the coordinator. */
export function rapporteurView(meeting: Meeting): RapporteurView {
  return { notReached: notReachedRows(meeting), baseline: meeting.baseline }
}

const rowsByRequests = new WeakMap<
  Meeting['requests'],
  { readonly people: Meeting['people']; readonly rows: readonly NotReachedRow[] }
>()

/** [W3] Those who could not speak, as moderators and the rapporteur see them; made once for each state of the requests. */
export function notReachedRows(meeting: Meeting): readonly NotReachedRow[] {
  const { requests, people } = meeting
  const known = rowsByRequests.get(requests)
  if (known?.people === people) return known.rows
  const missed = [...requests.values()].filter(isNotReached).toSorted((a, b) => a.receipt - b.receipt)
  const rows = missed.map((request) => notReachedRow(meeting, request))
  rowsByRequests.set(requests, { people, rows })
  return rows
}

type NotReached = Request & { readonly status: NotReachedRow['status'] }

function isNotReached(request: Request): request is NotReached {
  return request.status === 'not-reached' || request.status === 'absent'
}

function notReachedRow(meeting: Meeting, request: NotReached): NotReachedRow {
  const { id: requestId, segmentId, personId, topic, kind, onBehalfOf, status, statement } = request
  return {
    ...{ requestId, segmentId, ...publicPerson(meeting, personId), topic, kind, onBehalfOf, status },
    statement: statement && {
      form: statement.form,
      name: statement.form === 'file' ? statement.name : null,
      size: statement.form === 'file' ? statement.bytes : statement.text.length,
      at: statement.at,
      enteredBy: statement.enteredBy?.role ?? null,
    },
  }
}
