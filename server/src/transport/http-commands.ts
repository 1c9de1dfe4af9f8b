import type { FastifyReply, FastifySchemaCompiler } from 'fastify'
import type { FastifyRouteSchemaDef } from 'fastify/types/schema.js'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { outsideCommand, parseCommand } from '@openfloor/shared/commands.ts'
import { viewOf } from '@openfloor/shared/views/view.ts'
import type { Outcome } from '../meetings/outcome.ts'
import type { App, TransportParts } from './app-types.ts'
import { unavailableBody } from './errors.ts'
import { identify, meetingParams, roleQuery } from './http-callers.ts'
import { sendError } from './http-errors.ts'
import { doneAnswer, errorResponses, refusalAnswer } from './http-schemas.ts'

const commandId = z.string().describe('Under this id the command is done once, however often it is sent')

/** For the OpenAPI document; `parseCommand` is what reads a command, here as on the sockets. */
const documentedCommand = z.union(
  outsideCommand.options.map((option) => z.strictObject({ id: commandId, ...option.shape })),
)

const parsedInHandler: FastifySchemaCompiler<unknown> = (route) =>
  route.httpPart === 'body'
    ? (value) => ({ value })
    : validatorCompiler(route as FastifyRouteSchemaDef<z.ZodType>)

const commandOptions = {
  validatorCompiler: parsedInHandler,
  schema: {
    summary: 'Send a command as the role that is signed in',
    params: meetingParams,
    querystring: roleQuery,
    body: documentedCommand,
    response: { 200: doneAnswer, 409: refusalAnswer, ...errorResponses },
  },
}

const viewOptions = {
  schema: {
    summary: 'What the role that is signed in sees now',
    params: meetingParams,
    querystring: roleQuery,
    response: {
      200: z.object({
        type: z.literal('view'),
        epoch: z.string(),
        version: z.int(),
        now: z.int(),
        view: z.looseObject({}),
      }),
      ...errorResponses,
    },
  },
}

/** The conversation with a meeting by plain HTTP: commands in, the view out. */
export function commandRoutes(app: App, parts: TransportParts): void {
  const { meetings, callers, clock } = parts
  app.post('/api/meetings/:id/commands', commandOptions, async (request, reply) => {
    const { id: meetingId } = request.params
    const actor = identify(callers, request, meetingId)
    if (!actor) return sendError(reply, 'signed-out')
    const parsed = parseCommand(request.body)
    if (parsed.status === 'malformed') return sendError(reply, 'bad-request', parsed.detail)
    const { id: commandId, command } = parsed
    return sendOutcome(reply, await meetings.execute(meetingId, { commandId, command, actor }))
  })
  app.get('/api/meetings/:id/view', viewOptions, async (request, reply) => {
    const { id: meetingId } = request.params
    const actor = identify(callers, request, meetingId)
    const standing = meetings.get(meetingId)
    if (!actor || !standing) return sendError(reply, 'signed-out')
    if (actor.role === 'lobby') return sendError(reply, 'not-admitted')
    const { meeting, epoch, version } = standing
    const view = { ...viewOf(meeting, actor.role, actor.personId) }
    return reply.send({ type: 'view' as const, epoch, version, now: clock.now(), view })
  })
}

/** What a command came to, as HTTP says it. */
export function sendOutcome(reply: FastifyReply, outcome: Outcome): FastifyReply {
  switch (outcome.status) {
    case 'done':
      return reply.code(200).send({ version: outcome.version })
    case 'refused':
      return reply.code(409).send({ refusal: outcome.refusal, version: outcome.version })
    case 'unavailable': {
      const { error, detail } = unavailableBody(outcome)
      return sendError(reply, error, detail)
    }
  }
}
