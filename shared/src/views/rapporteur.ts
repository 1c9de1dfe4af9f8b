import type { Instant } from '../clock/clock.ts'
import type { BaselineSegment, Meeting } from '../meeting/state.ts'
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
  readonly status: 'not-reached' | 'absent'
  /** The text or file itself is fetched by the request's id. */
  readonly statement: {
    readonly form: 'text' | 'file'
    readonly name: string | null
    /** The size: characters of a text, bytes of a file. */
    readonly size: number
    readonly at: Instant
  } | null
}

/** The view of the rapporteur and the coordinator. */
export function rapporteurView(meeting: Meeting): RapporteurView {
  const rows: (NotReachedRow & { readonly receipt: number })[] = []
  for (const request of meeting.requests.values()) {
    const { id, segmentId, personId, topic, status, statement, receipt } = request
    if (status !== 'not-reached' && status !== 'absent') continue
    const filed = statement && {
      form: statement.form,
      name: statement.form === 'file' ? statement.name : null,
      size: statement.form === 'file' ? statement.bytes : statement.text.length,
      at: statement.at,
    }
    rows.push({
      requestId: id,
      segmentId,
      ...publicPerson(meeting, personId),
      topic,
      status,
      statement: filed,
      receipt,
    })
  }
  const notReached = rows.toSorted((a, b) => a.receipt - b.receipt).map(({ receipt: _, ...row }) => row)
  return { notReached, baseline: meeting.baseline }
}
