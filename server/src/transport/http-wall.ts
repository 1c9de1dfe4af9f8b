import { createHash } from 'node:crypto'
import { z } from 'zod'
import { limits } from '@openfloor/shared/limits.ts'
import { PROTOCOL_VERSION } from '@openfloor/shared/protocol.ts'
import { wallView } from '@openfloor/shared/views/wall.ts'
import type { App, TransportParts } from './app-types.ts'
import { memberOnFeed } from './feed.ts'
import type { Frames } from './frames.ts'
import { feedQuery, identify, meetingParams } from './http-callers.ts'
import { sendError } from './http-errors.ts'
import { errorResponses } from './http-schemas.ts'
import { PollingDisplays } from './polling-displays.ts'

/** What a display calls itself, so that it is counted once however often it asks; who gives none is not counted. */
const displayName = z.string().regex(/^[\w-]{1,64}$/)

const wallOptions = {
  schema: {
    summary: 'What is on a screen now, flat and small, for displays that ask again and again',
    params: meetingParams,
    querystring: feedQuery.extend({
      display: displayName.optional(),
      have: z.string().max(limits.idChars).optional(),
    }),
    response: {
      200: z.object({ protocol: z.int(), now: z.int(), tag: z.string(), wall: z.looseObject({}).optional() }),
      ...errorResponses,
    },
  },
}

/**
 * What is on the wall for those who can only ask: old televisions, and scripts. What is as the asker says to have it is
 * not sent again; the server's time is in every answer, so that each is a probe of it (CL4).
 */
export function wallRoutes(app: App, { callers, meetings, clock }: TransportParts, frames: Frames): void {
  const displays = new PollingDisplays(frames)
  app.addHook('preClose', async () => displays.close())
  app.get('/api/meetings/:id/wall', wallOptions, async (request, reply) => {
    const { id: meetingId } = request.params
    const { screen = null, display, have } = request.query
    const actor = identify(callers, request, meetingId)
    if (!actor || !meetings.get(meetingId)) return sendError(reply, 'signed-out')
    const member = { ...memberOnFeed(actor, screen), ...(display === undefined && { countsAs: null }) }
    const { view } = displays.membership(meetingId, display ?? '', member).view()
    const wall = { ...wallView(view, screen, clock.now()) }
    const tag = createHash('sha256').update(JSON.stringify(wall)).digest('base64url').slice(0, 16)
    const told = { protocol: PROTOCOL_VERSION, now: clock.now(), tag }
    return reply.send(tag === have ? told : { ...told, wall })
  })
}
