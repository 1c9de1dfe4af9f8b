import type { FastifyReply } from 'fastify'
import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import type { Meeting, Role } from '@openfloor/shared/meeting/state.ts'
import { recordRow, type RecordRow } from '@openfloor/shared/views/record-rows.ts'
import type { App, TransportParts } from './app-types.ts'
import { identify, meetingParams, roleQuery } from './http-callers.ts'
import { sendError } from './http-errors.ts'
import { errorResponses } from './http-schemas.ts'

const readers: ReadonlySet<Role> = new Set(['coordinator', 'moderator', 'rapporteur'])

const recordParams = meetingParams.extend({ format: z.enum(['csv', 'json']) })

const recordOptions = {
  schema: {
    summary: 'Every action of a moderator: who, when, what, about whom, and what was undone',
    params: recordParams,
    querystring: roleQuery,
    response: { 200: z.any(), ...errorResponses },
  },
}

/** The record of a meeting's actions, for those who answer for it. */
export function recordRoutes(app: App, { meetings, callers }: TransportParts): void {
  app.get('/api/meetings/:id/record.:format', recordOptions, async (request, reply) => {
    const { id: meetingId, format } = request.params
    const actor = identify(callers, request, meetingId)
    const standing = meetings.get(meetingId)
    if (!actor || !standing) return sendError(reply, 'signed-out')
    if (!readers.has(actor.role)) return sendError(reply, 'forbidden')
    return sendRecord(reply, standing.meeting, format)
  })
}

function sendRecord(reply: FastifyReply, meeting: Meeting, format: 'csv' | 'json'): FastifyReply {
  const rows = meeting.record.map((entry) => tableRow(recordRow(meeting, entry)))
  const body =
    format === 'json'
      ? JSON.stringify({ meetingId: meeting.id, title: meeting.title, actions: rows })
      : stringify(
          rows.map((row) => Object.values(row).map(harmless)),
          { header: true, columns: columns.map((key) => ({ key })), bom: true },
        )
  return reply
    .type(format === 'json' ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename="record.${format}"`)
    .send(body)
}

const columns = ['at', 'role', 'link', 'action', 'person', 'segment', 'seconds', 'text', 'count', 'undone']

/** One action under the names that stand in an export; the time is UTC (ISO 8601). */
function tableRow(row: RecordRow) {
  const { at, role, linkId, command, personName, segmentTitle, ms, text, count, undone } = row
  return {
    ...{ at: new Date(at).toISOString(), role, link: linkId, action: command, person: personName },
    ...{ segment: segmentTitle, seconds: ms === null ? null : ms / 1_000, text, count, undone },
  }
}

/** A text that a spreadsheet would take for a formula is marked as a text (OWASP, CSV injection). */
function harmless(value: unknown): unknown {
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
}
