import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import type { Reason } from '@openfloor/shared/ordering/reason.ts'
import type { Tag } from '@openfloor/shared/ordering/row.ts'
import { ask, type Answer } from '../../session/http.ts'
import type { MeetingSession } from '../../session/meeting-session.ts'

/** An order of a list as it is asked for: what the server adds, such as a seed, is not in it. */
export type WrittenPolicy = Extract<WrittenCommand, { type: 'set-order-policy' }>['policy']

/** A request where an order would put it, and where it stands. */
export interface PreviewRow {
  readonly requestId: string
  readonly place: number
  readonly was: number
  readonly reasons: readonly Reason[]
}

/** What an order would make of a list; nothing is changed by asking. */
export type PreviewOrder = (
  segmentId: string,
  policy: WrittenPolicy,
) => Promise<Answer<{ readonly rows: readonly PreviewRow[] }>>

/** Asks the server, in the role of the page: a browser may hold several. */
export function previewFrom({ meetingId, role }: MeetingSession): PreviewOrder {
  const path = `/api/meetings/${meetingId}/order-preview?role=${role}`
  return (segmentId, policy) => ask('POST', path, { segmentId, policy })
}

/** A preview as it is read: in the new order, with what each row gains. */
export interface OrderChange {
  readonly rows: readonly (PreviewRow & { readonly climbs: number })[]
  readonly up: number
  readonly down: number
  readonly stay: number
  /** The tag to alternate by that nobody has said. */
  readonly unsaid: Tag | null
}

/** What a preview says, whatever it counts places from. */
export function orderChange(preview: readonly PreviewRow[]): OrderChange {
  const rows = preview
    .toSorted((a, b) => a.place - b.place)
    .map((row) => ({ ...row, climbs: row.was - row.place }))
  const count = (isMeant: (climbs: number) => boolean) => rows.filter(({ climbs }) => isMeant(climbs)).length
  const unsaid = rows.flatMap(({ reasons }) => reasons).find((reason) => reason.code === 'tag-unsaid')
  return {
    rows,
    up: count((climbs) => climbs > 0),
    down: count((climbs) => climbs < 0),
    stay: count((climbs) => climbs === 0),
    unsaid: unsaid?.tag ?? null,
  }
}
