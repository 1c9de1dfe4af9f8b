import { z } from 'zod'
import { orderPolicy } from '@openfloor/shared/commands.ts'
import { segmentById } from '@openfloor/shared/meeting/queries.ts'
import type { Meeting, Segment } from '@openfloor/shared/meeting/state.ts'
import { orderedBy } from '@openfloor/shared/meeting/waiting-rows.ts'
import type { OrderPolicy } from '@openfloor/shared/ordering/policy.ts'
import { maySend } from '@openfloor/shared/roles.ts'
import type { App, TransportParts } from './app-types.ts'
import { identify, meetingParams, roleQuery } from './http-callers.ts'
import { sendError } from './http-errors.ts'
import { errorResponses } from './http-schemas.ts'

const previewOptions = {
  schema: {
    summary:
      'What an order would make of a list; nothing is changed. Lots are drawn only when they are applied',
    params: meetingParams,
    querystring: roleQuery,
    body: z.strictObject({ segmentId: z.string().max(64), policy: orderPolicy }),
    response: {
      200: z.object({
        rows: z.array(
          z.object({
            requestId: z.string(),
            /** Counted from 0, as `was`, which is where it stands now. */
            place: z.int(),
            was: z.int(),
            reasons: z.array(z.looseObject({ code: z.string() })),
          }),
        ),
      }),
      ...errorResponses,
    },
  },
}

/** The order of a list before it is applied, for whoever may apply it. */
export function orderRoutes(app: App, { meetings, callers }: TransportParts): void {
  app.post('/api/meetings/:id/order-preview', previewOptions, async (request, reply) => {
    const { id: meetingId } = request.params
    const { segmentId, policy } = request.body
    const actor = identify(callers, request, meetingId)
    const standing = meetings.get(meetingId)
    if (!actor || !standing) return sendError(reply, 'signed-out')
    if (!maySend(actor.role, 'set-order-policy')) return sendError(reply, 'forbidden')
    const segment = segmentById(standing.meeting, segmentId)
    if (!segment)
      return sendError(reply, 'not-found', 'there is no such segment; look at the programme again')
    return reply.send({ rows: previewRows(standing.meeting, segment, { ...policy, lots: null }) })
  })
}

function previewRows(meeting: Meeting, segment: Segment, policy: OrderPolicy) {
  const before = new Map(segment.list.map((id, place) => [id, place]))
  return orderedBy(meeting, segment, policy).map(({ id, reasons }, place) => ({
    ...{ requestId: id, place, was: before.get(id)! },
    reasons: reasons.map((reason) => ({ ...reason })),
  }))
}
