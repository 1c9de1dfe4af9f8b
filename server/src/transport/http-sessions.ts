import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { limits } from '@openfloor/shared/limits.ts'
import type { Meeting } from '@openfloor/shared/meeting/state.ts'
import { cookieAttributes, cookieName } from '../access/cookies.ts'
import { sessionRoleOf } from '../access/callers.ts'
import { tokenOf } from '../access/secrets.ts'
import { isSecure, type App, type TransportParts } from './app-types.ts'
import type { CodeGate } from './code-gate.ts'
import { meetingId, roleSchema, setSessionCookie } from './http-callers.ts'
import { sendError } from './http-errors.ts'
import { errorResponses } from './http-schemas.ts'

/** Nine digits; spaces and hyphens, as people write them down, do not count. */
export const joinCode = z
  .string()
  .max(32)
  .transform((text) => text.replace(/[\s-]/g, ''))

const linkBody = z.strictObject({ meetingId, secret: z.string().max(64), bearer: z.boolean().default(false) })
const codeBody = z.strictObject({ code: joinCode })

const session = z.object({ meetingId, role: roleSchema, personId: z.string().nullable(), waits: z.boolean() })
const door = z.object({
  meetingId,
  title: z.string(),
  askCountry: z.boolean(),
  askGender: z.boolean(),
  askMode: z.boolean(),
  regions: z.array(z.object({ id: z.string(), name: z.string() })),
  groups: z.array(z.object({ id: z.string(), name: z.string(), category: z.string() })),
})

const postOptions = {
  config: { rateLimit: { max: limits.joinsPerAddressPerMinute, timeWindow: '1 minute' } },
  schema: {
    summary: 'Exchange the secret of a link for a session, or look behind the door that a join code opens',
    body: z.union([linkBody, codeBody]),
    response: { 200: z.union([session.extend({ token: z.string().optional() }), door]), ...errorResponses },
  },
}

const getOptions = {
  schema: {
    summary: 'The sessions that this browser holds in a meeting',
    querystring: z.strictObject({ meetingId }),
    response: { 200: z.object({ sessions: z.array(session) }), ...errorResponses },
  },
}

const deleteOptions = {
  schema: {
    summary: 'Sign this browser out of a meeting',
    querystring: z.strictObject({ meetingId, role: roleSchema }),
    response: { 204: z.null(), ...errorResponses },
  },
}

/** `/api/sessions`: who this browser or program is, meeting by meeting. */
export function sessionRoutes(app: App, parts: TransportParts, gate: CodeGate): void {
  app.post('/api/sessions', postOptions, async (request, reply) =>
    'code' in request.body
      ? openDoor(request, reply, gate, request.body.code)
      : signIn(reply, parts, request.body),
  )
  app.get('/api/sessions', getOptions, async (request) => {
    const { cookies, query } = request
    const sessions = parts.callers.sessions({ meetingId: query.meetingId, cookies })
    return { sessions: sessions.map((each) => ({ ...query, ...each })) }
  })
  app.delete('/api/sessions', deleteOptions, async (request, reply) => {
    const secure = isSecure(parts.config)
    const name = cookieName(request.query.meetingId, request.query.role, secure)
    return reply.clearCookie(name, cookieAttributes(secure, 0)).code(204).send(null)
  })
}

function signIn(reply: FastifyReply, parts: TransportParts, body: z.infer<typeof linkBody>) {
  const { meetingId, secret, bearer } = body
  const token = tokenOf(meetingId, secret)
  const actor = parts.callers.withToken(meetingId, token)
  if (!actor) return sendError(reply, 'signed-out', 'this link is not valid, or not any more')
  const { personId } = actor
  const role = sessionRoleOf(actor)
  setSessionCookie(reply, parts, { meetingId, role, secret })
  return reply.send({ meetingId, role, personId, waits: actor.role === 'lobby', ...(bearer && { token }) })
}

async function openDoor(request: FastifyRequest, reply: FastifyReply, gate: CodeGate, code: string) {
  const entry = await gate.enter(request, code)
  if (entry.status === 'too-many') return sendError(reply, 'too-many-requests')
  if (entry.status === 'wrong') return sendError(reply, 'wrong-code')
  return reply.send(doorOf(entry.standing.meeting))
}

/** What somebody with the code may know before they come in. */
function doorOf({ id, title, settings, groups }: Meeting): z.infer<typeof door> {
  const { askCountry, askGender, askMode, regions } = settings
  return {
    ...{ meetingId: id, title, askCountry, askGender, askMode },
    regions: [...regions],
    groups: [...groups],
  }
}
