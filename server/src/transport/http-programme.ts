import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { programmeCalendar } from '../programme/calendar.ts'
import type { MeetingStanding } from '../meetings/meetings.ts'
import type { App, TransportParts } from './app-types.ts'
import type { CodeGate } from './code-gate.ts'
import { baseUrlOf, identify, meetingParams, roleQuery } from './http-callers.ts'
import { sendError } from './http-errors.ts'
import { errorResponses } from './http-schemas.ts'
import { joinCode } from './http-sessions.ts'

const options = {
  schema: {
    summary: 'The programme as a calendar file, for everybody in the meeting or with its join code',
    params: meetingParams,
    querystring: roleQuery.extend({ code: joinCode.optional() }),
    response: { 200: z.any(), ...errorResponses },
  },
}

/**
 * The programme for calendars. These cannot sign in, so the join code opens it too, by the gate where wrong codes are
 * counted. It holds what is on the wall anyway: titles, times and guiding points.
 */
export function programmeRoutes(app: App, parts: TransportParts, gate: CodeGate): void {
  app.get('/api/meetings/:id/programme.ics', options, async (request, reply) => {
    const { id: meetingId } = request.params
    const { code } = request.query
    if (code === undefined) {
      const standing = parts.meetings.get(meetingId)
      if (!standing || !identify(parts.callers, request, meetingId)) return sendError(reply, 'signed-out')
      return sendCalendar(request, reply, parts, standing)
    }
    const entry = await gate.enter(request, code)
    if (entry.status === 'too-many') return sendError(reply, 'too-many-requests')
    if (entry.status === 'wrong' || entry.standing.meeting.id !== meetingId)
      return sendError(reply, 'wrong-code')
    return sendCalendar(request, reply, parts, entry.standing)
  })
}

function sendCalendar(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: TransportParts,
  { meeting, version }: MeetingStanding,
): FastifyReply {
  const pageUrl = `${baseUrlOf(request, parts)}/m/${meeting.id}`
  return reply
    .type('text/calendar; charset=utf-8; method=PUBLISH')
    .header('content-disposition', 'attachment; filename="programme.ics"')
    .send(programmeCalendar({ meeting, version, now: parts.clock.now(), pageUrl }))
}
