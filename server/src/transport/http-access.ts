import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Command } from '@openfloor/shared/commands.ts'
import { limits } from '@openfloor/shared/limits.ts'
import { linkTo, linkRoles } from '../access/links.ts'
import { newId, newJoinCode, newLink } from '../access/secrets.ts'
import type { Outcome } from '../meetings/outcome.ts'
import type { App, TransportParts } from './app-types.ts'
import { baseUrlOf, identify, meetingParams, roleQuery, setSessionCookie } from './http-callers.ts'
import { sendOutcome } from './http-commands.ts'
import { sendError } from './http-errors.ts'
import { errorResponses, refusalAnswer } from './http-schemas.ts'

const linkRole = z.enum(linkRoles)

const listOptions = {
  schema: {
    summary: 'The links that are good, without their secrets; only for the coordinator',
    params: meetingParams,
    querystring: roleQuery,
    response: {
      200: z.object({
        links: z.array(
          z.object({
            linkId: z.string(),
            role: z.string(),
            name: z.string(),
            issuedAt: z.int(),
            own: z.boolean(),
          }),
        ),
      }),
      ...errorResponses,
    },
  },
}

const issueOptions = {
  schema: {
    summary:
      'A new link: with a name for that person alone, without in place of the link that all of the role share, which ends',
    params: meetingParams,
    querystring: roleQuery,
    body: z.strictObject({ role: linkRole, name: z.string().trim().max(limits.nameChars).default('') }),
    response: {
      201: z.object({ link: z.string(), version: z.int() }),
      409: refusalAnswer,
      ...errorResponses,
    },
  },
}

const codeOptions = {
  schema: {
    summary: 'Another join code in place of the one there is; for moderators and the coordinator',
    params: meetingParams,
    querystring: roleQuery,
    response: {
      200: z.object({ joinCode: z.string(), version: z.int() }),
      409: refusalAnswer,
      ...errorResponses,
    },
  },
}

/** Who may come in: the links of the roles, and the join code (rules D). */
export function accessRoutes(app: App, parts: TransportParts): void {
  const { meetings, callers } = parts
  app.get('/api/meetings/:id/links', listOptions, async (request, reply) => {
    const meetingId = request.params.id
    const actor = identify(callers, request, meetingId)
    const standing = meetings.get(meetingId)
    if (!actor || !standing) return sendError(reply, 'signed-out')
    if (actor.role !== 'coordinator')
      return sendError(reply, 'forbidden', 'only the coordinator sees the links')
    const links = [...standing.meeting.links.values()]
      .filter(({ personId }) => personId === null)
      .map(({ id, role, name, issuedAt }) => ({ linkId: id, role, name, issuedAt, own: id === actor.linkId }))
    return reply.header('cache-control', 'no-store').send({ links })
  })
  app.post('/api/meetings/:id/links', issueOptions, async (request, reply) => {
    const meetingId = request.params.id
    const { role, name } = request.body
    const { secret, draft: link } = newLink(role)
    const command: Command =
      name === '' ? { type: 'renew-link', link } : { type: 'issue-named-link', name, link }
    const done = await execute(request, reply, parts, command)
    if (done === null) return reply
    // Whoever renews the link that they came by goes on with the new one.
    if (done.wasOwn) setSessionCookie(reply, parts, { meetingId, role, secret })
    return reply
      .code(201)
      .send({ link: linkTo(baseUrlOf(request, parts), meetingId, role, secret), version: done.version })
  })
  app.post('/api/meetings/:id/join-code', codeOptions, async (request, reply) => {
    const joinCode = unusedCode(parts)
    const done = await execute(request, reply, parts, { type: 'renew-join-code', joinCode })
    return done === null ? reply : reply.send({ joinCode, version: done.version })
  })
}

interface Done {
  readonly version: number
  /** The link that the sender came by is not good any more. */
  readonly wasOwn: boolean
}

/** Null when it was not done, and `reply` has said why. */
async function execute(
  request: FastifyRequest,
  reply: FastifyReply,
  { meetings, callers }: TransportParts,
  command: Command,
): Promise<Done | null> {
  const { id: meetingId } = request.params as { readonly id: string }
  const actor = identify(callers, request, meetingId)
  if (!actor) {
    sendError(reply, 'signed-out')
    return null
  }
  const outcome: Outcome = await meetings.execute(meetingId, { commandId: newId(), command, actor })
  if (outcome.status !== 'done') {
    sendOutcome(reply, outcome)
    return null
  }
  const links = meetings.get(meetingId)!.meeting.links
  return { version: outcome.version, wasOwn: actor.linkId !== null && !links.has(actor.linkId) }
}

function unusedCode({ meetings }: TransportParts): string {
  let joinCode = newJoinCode()
  while (meetings.isCodeTaken(joinCode)) joinCode = newJoinCode()
  return joinCode
}
