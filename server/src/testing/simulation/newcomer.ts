import { undescribed } from '@openfloor/shared/meeting/people-checks.ts'
import type { Command } from '@openfloor/shared/commands.ts'
import { newLink, tokenOf } from '../../access/secrets.ts'
import { after } from './virtual-time.ts'
import type { Random } from './random.ts'
import type { SimulatedServer } from './server.ts'
import type { Visitor } from './page.ts'

const SECRET_CHARS = 43
const HTTP_TIMEOUT_MS = 2_000
const LOSS = 0.2

/** Joins over HTTP, and asks again under the same id until an answer comes. */
export async function joinOverHttp(
  server: SimulatedServer,
  random: Random,
  { meetingId, name }: { readonly meetingId: string; readonly name: string },
): Promise<Visitor> {
  const link = newLink('participant', random.text(SECRET_CHARS))
  const person = { name, ...undescribed }
  const command: Command = { type: 'join-meeting', personId: name, person, link: link.draft }
  const commandId = `join-${name}-${random.text(8)}`
  for (;;) {
    await after(random.below(200))
    const answer = server.execute(meetingId, command, commandId)
    const outcome = await Promise.race([answer, after(HTTP_TIMEOUT_MS)])
    const arrived = outcome && !random.chance(LOSS) ? outcome : null
    if (arrived?.status === 'done')
      return { name, role: 'participant', personId: name, token: tokenOf(meetingId, link.secret) }
    await after(random.below(500))
  }
}
