import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import {
  hasZodFastifySchemaValidationErrors,
  type ZodFastifySchemaValidationError,
} from 'fastify-type-provider-zod'
import { explainIssue, type Issue } from '@openfloor/shared/commands.ts'
import type { ErrorCode } from '@openfloor/shared/protocol.ts'
import type { App } from './app-types.ts'
import { errorBody, errors } from './errors.ts'

/** Answers with an error of the table. */
export function sendError(reply: FastifyReply, error: ErrorCode, detail?: string): FastifyReply {
  return reply.code(errors[error].status).send(errorBody(error, detail))
}

/**
 * Gives what Fastify itself finds wrong with a request its place in the table, and logs what is our own fault. An address
 * where nothing is is answered in `pages.ts`, for it may be a person who looks for it.
 */
export function answerErrors(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answer(error, request, reply))
}

function answer(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (hasZodFastifySchemaValidationErrors(error)) {
    return sendError(reply, 'bad-request', explainIssue(issueOf(error.validation[0]!)))
  }
  const status = error.statusCode ?? 500
  if (status === 413) return sendError(reply, 'too-large')
  if (status === 429) return sendError(reply, 'too-many-requests')
  if (status === 415) return sendError(reply, 'bad-request', 'send JSON, as content-type: application/json')
  if (status < 500) return sendError(reply, 'bad-request', error.message)
  request.log.error({ err: error }, 'a request failed')
  return reply.code(500).send(errorBody('unavailable', 'something went wrong here, and has been noted'))
}

function issueOf({ keyword, instancePath, message = '', params }: ZodFastifySchemaValidationError): Issue {
  const path = instancePath.split('/').filter((part) => part !== '')
  return { code: keyword, path, message, ...(params as Pick<Issue, 'errors'>) }
}
