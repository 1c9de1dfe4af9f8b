import { z } from 'zod'
import { meetingDraft } from '@openfloor/shared/commands.ts'
import { limits } from '@openfloor/shared/limits.ts'
import { meetingLinks } from '../access/links.ts'
import { newId } from '../access/secrets.ts'
import { creationCommand, fromDraft, fromTemplate, newKeys, templateNames } from '../access/new-meeting.ts'
import type { App, TransportParts } from './app-types.ts'
import { baseUrlOf } from './http-callers.ts'
import { sendOutcome } from './http-commands.ts'
import { errorResponses, refusalAnswer } from './http-schemas.ts'

const creationBody = z.union([
  z.strictObject({
    template: z.enum(templateNames),
    title: meetingDraft.shape.title.optional(),
    startsAt: meetingDraft.shape.startsAt.optional(),
    timeZone: meetingDraft.shape.timeZone.optional(),
  }),
  z.strictObject({ draft: meetingDraft }),
])

const link = z.string()
const creationAnswer = z.object({
  meetingId: z.string(),
  joinCode: z.string(),
  links: z.object({
    coordinator: link,
    moderator: link,
    rapporteur: link,
    participant: link,
    screen: link,
  }),
})

const options = {
  bodyLimit: limits.meetingDraftBytes,
  config: { rateLimit: { max: limits.meetingsCreatedPerAddressPerMinute, timeWindow: '1 minute' } },
  schema: {
    summary: 'Create a meeting, from a template or from a whole programme; the links are told only now',
    body: creationBody,
    response: { 201: creationAnswer, 409: refusalAnswer, ...errorResponses },
  },
}

/** `POST /api/meetings`: anybody may create a meeting, so many a minute. */
export function meetingRoutes(app: App, parts: TransportParts): void {
  const { meetings } = parts
  app.post('/api/meetings', options, async (request, reply) => {
    const { body } = request
    const begin = 'template' in body ? fromTemplate(body.template, body) : fromDraft(body.draft)
    const keys = newKeys(meetings)
    const outcome = await meetings.create(creationCommand(begin, keys), newId())
    if (outcome.status !== 'done') return sendOutcome(reply, outcome)
    const { meetingId, joinCode } = keys
    return reply.code(201).send({ meetingId, joinCode, links: meetingLinks(baseUrlOf(request, parts), keys) })
  })
}
