import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Command } from '@openfloor/shared/commands.ts'
import { linkTo, personalLink } from '../access/links.ts'
import { newId, newLink } from '../access/secrets.ts'
import type { App, TransportParts } from './app-types.ts'
import { baseUrlOf, identify, meetingParams, roleQuery } from './http-callers.ts'
import { sendOutcome } from './http-commands.ts'
import { sendError } from './http-errors.ts'
import { errorResponses, refusalAnswer } from './http-schemas.ts'

const response = {
  201: z.object({ link: z.string(), version: z.int() }),
  409: refusalAnswer,
  ...errorResponses,
}

const personalOptions = {
  schema: {
    summary: 'A new personal link for a participant or panelist; only for moderators and the coordinator',
    params: meetingParams.extend({ personId: z.string().regex(/^[\w-]{1,64}$/, 'the id of a person') }),
    querystring: roleQuery,
    response,
  },
}

const screenOptions = {
  schema: {
    summary: 'A new link for displays; only for moderators and the coordinator',
    params: meetingParams,
    querystring: roleQuery,
    response,
  },
}

/** Links that moderators hand out. Each is told once, and on the record without its secret. */
export function linkRoutes(app: App, parts: TransportParts): void {
  app.post('/api/meetings/:id/people/:personId/link', personalOptions, async (request, reply) => {
    const { id: meetingId, personId } = request.params
    const { secret, draft: link } = newLink('participant')
    const command = { type: 'issue-personal-link', personId, link } as const
    const base = baseUrlOf(request, parts)
    return issue(request, reply, parts, {
      ...{ meetingId, command },
      link: personalLink(base, meetingId, secret),
    })
  })
  app.post('/api/meetings/:id/screen-link', screenOptions, async (request, reply) => {
    const { id: meetingId } = request.params
    const { secret, draft: link } = newLink('screen')
    const command = { type: 'issue-screen-link', link } as const
    const base = baseUrlOf(request, parts)
    return issue(request, reply, parts, {
      ...{ meetingId, command },
      link: linkTo(base, meetingId, 'screen', secret),
    })
  })
}

interface NewAddress {
  readonly meetingId: string
  readonly command: Command
  readonly link: string
}

async function issue(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: TransportParts,
  { meetingId, command, link }: NewAddress,
): Promise<FastifyReply> {
  const actor = identify(parts.callers, request, meetingId)
  if (!actor) return sendError(reply, 'signed-out')
  const outcome = await parts.meetings.execute(meetingId, { commandId: newId(), command, actor })
  if (outcome.status !== 'done') return sendOutcome(reply, outcome)
  return reply.code(201).send({ link, version: outcome.version })
}
