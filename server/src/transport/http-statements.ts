import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { limits } from '@openfloor/shared/limits.ts'
import type { Actor, Meeting } from '@openfloor/shared/meeting/state.ts'
import type { Blobs } from '../blobs/blobs.ts'
import type { Outcome } from '../meetings/outcome.ts'
import type { RefusedStatement } from '../statements/refused-statement.ts'
import { statementFaults } from '../statements/refused-statement.ts'
import { statementFile } from '../statements/statement-file.ts'
import { statementText } from '../statements/statement-text.ts'
import type { Filing, Statements } from '../statements/statements.ts'
import type { App, TransportParts } from './app-types.ts'
import { errorBody, errors } from './errors.ts'
import { identify, meetingParams, roleQuery } from './http-callers.ts'
import { sendOutcome } from './http-commands.ts'
import { sendError } from './http-errors.ts'
import { doneAnswer, errorResponses, refusalAnswer } from './http-schemas.ts'

const PATH = '/api/meetings/:id/requests/:requestId/statement'

/** What is a little too large is read and refused with a sentence; of what is larger only the beginning. */
const SLACK_BYTES = 64 * 1024

const NAME_CHARS = 1_000

const params = meetingParams.extend({
  requestId: z.string().regex(/^[\w-]{1,64}$/, 'the id of a request'),
})

const putQuery = roleQuery.extend({
  id: z.string().regex(/^[\w-]{8,64}$/, 'a command id: 8 to 64 letters, digits, - and _'),
  name: z.string().max(NAME_CHARS).default(''),
})

const unfit = z.object({
  error: z.enum(['bad-request', 'too-large']),
  detail: z.string(),
  fault: z.enum(statementFaults).optional(),
})

const putSchema = {
  summary:
    'File a statement in writing: a text (text/plain; charset=utf-8), or a PDF, DOCX or text file (application/octet-stream) with its ?name=',
  params,
  querystring: putQuery,
  response: { 200: doneAnswer, 409: refusalAnswer, ...errorResponses, 400: unfit, 413: unfit },
}

const getSchema = {
  summary:
    'The statement: a text, or the file. For the person, the rapporteur, moderators and the coordinator',
  params,
  querystring: roleQuery,
  response: errorResponses,
}

export interface StatementParts extends TransportParts {
  readonly statements: Statements
  readonly blobs: Blobs
}

/** Statements in writing, up and down. */
export async function statementRoutes(app: App, parts: StatementParts): Promise<void> {
  app.get(PATH, { schema: getSchema }, async (request, reply) => {
    const { id: meetingId, requestId } = request.params
    const actor = identify(parts.callers, request, meetingId)
    const standing = parts.meetings.get(meetingId)
    if (!actor || !standing) return sendError(reply, 'signed-out')
    if (!mayRead(standing.meeting, actor, requestId)) return sendError(reply, 'forbidden', notForThem)
    return sendStatement(reply, standing.meeting, requestId, parts.blobs)
  })
  // In a scope of its own: nowhere else is anything taken but JSON.
  await app.register(async (scope: App) => filingRoute(scope, parts))
}

function filingRoute(scope: App, parts: StatementParts): void {
  scope.removeAllContentTypeParsers()
  const keep = (_request: FastifyRequest, body: Buffer, done: (error: null, body: Buffer) => void) =>
    done(null, body)
  scope.addContentTypeParser(['text/plain', 'application/octet-stream'], { parseAs: 'buffer' }, keep)
  scope.setErrorHandler((error: FastifyError, _request, reply) => {
    if (error.statusCode === 413) return sendError(reply, 'too-large', sizes)
    if (error.statusCode === 415) return sendError(reply, 'bad-request', contentTypes)
    throw error
  })
  scope.put(
    PATH,
    {
      schema: putSchema,
      bodyLimit: limits.statementFileBytes + SLACK_BYTES,
      // Before the body is read: who may not file a statement need not send it.
      onRequest: async (request, reply) => {
        const refused = refusedAtOnce(request, parts)
        if (refused === 'signed-out') return sendError(reply, refused)
        if (refused) return sendOutcome(reply, refused)
      },
    },
    async (request, reply) => {
      const { id: meetingId, requestId } = request.params
      const actor = identify(parts.callers, request, meetingId)
      if (!actor) return sendError(reply, 'signed-out')
      const filing = { meetingId, requestId, actor, commandId: request.query.id }
      const filed = await file(request, filing, parts.statements)
      return 'fault' in filed ? sendUnfit(reply, filed) : sendOutcome(reply, filed)
    },
  )
}

const sizes = `a text has at most ${limits.statementTextChars} characters, a file at most ${limits.statementFileBytes / 1024 / 1024} MB: make it smaller and send it again`
const contentTypes =
  'send a text as content-type: text/plain; charset=utf-8, or a file as application/octet-stream'
const notForThem = 'only the person, the rapporteur and the moderators may read a statement'

function refusedAtOnce(
  request: FastifyRequest,
  { callers, meetings, statements }: StatementParts,
): 'signed-out' | Outcome | null {
  const { id: meetingId, requestId } = request.params as { id: string; requestId: string }
  const actor = identify(callers, request, meetingId)
  const standing = meetings.get(meetingId)
  return actor && standing ? statements.refusal(standing, requestId, actor) : 'signed-out'
}

async function file(
  request: FastifyRequest,
  filing: Filing,
  statements: Statements,
): Promise<Outcome | RefusedStatement> {
  const bytes = request.body as Uint8Array
  if (/^text\/plain/i.test(request.headers['content-type'] ?? '')) {
    const text = statementText(bytes)
    return text.status === 'taken' ? statements.fileText(filing, text.text) : text
  }
  const { name } = request.query as { name: string }
  const document = statementFile(bytes, name)
  return document.status === 'taken' ? statements.fileDocument(filing, { ...document, bytes }) : document
}

function sendUnfit(reply: FastifyReply, { fault, detail }: RefusedStatement): FastifyReply {
  const error = fault === 'too-large' ? 'too-large' : 'bad-request'
  return reply.code(errors[error].status).send({ ...errorBody(error, detail), fault })
}

/** Participants read their own and learn nothing of others', not even whether there is one. */
function mayRead({ requests }: Meeting, { role, personId }: Actor, requestId: string): boolean {
  if (role === 'participant') return requests.get(requestId)?.personId === personId
  return role === 'rapporteur' || role === 'moderator' || role === 'coordinator'
}

async function sendStatement(
  reply: FastifyReply,
  { requests }: Meeting,
  requestId: string,
  blobs: Blobs,
): Promise<FastifyReply> {
  const statement = requests.get(requestId)?.statement
  if (!statement) return sendError(reply, 'not-found', 'there is no statement in writing for this request')
  if (statement.form === 'text') return reply.type('text/plain; charset=utf-8').send(statement.text)
  const bytes = await blobs.get(statement.hash)
  if (!bytes) return sendError(reply, 'not-found', 'the file of this statement is not kept any more')
  reply.header('content-disposition', attachment(statement.name)).type(statement.mediaType)
  return reply.send(Buffer.from(bytes))
}

/** A download under this name (RFC 6266), in ASCII for programs that read no more. */
function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}
