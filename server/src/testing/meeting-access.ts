import type { LinkRole } from '../access/links.ts'
import { HttpClient, type Answer } from './http-client.ts'

/** A meeting made for a test, with a token for each of its links. */
export interface TestMeeting {
  readonly meetingId: string
  readonly joinCode: string
  readonly tokens: Readonly<Record<LinkRole, string>>
}

/** A person who joined, with the token of their own link. */
export interface TestPerson {
  readonly personId: string
  readonly token: string
}

const roles = ['coordinator', 'moderator', 'rapporteur', 'screen'] as const

/** Creates a meeting from the template, or from what is given. */
export async function createMeeting(
  baseUrl: string,
  body: unknown = { template: 'gcm-2020' },
): Promise<TestMeeting> {
  const answer = await new HttpClient(baseUrl).post('/api/meetings', body)
  const { meetingId, joinCode, links } = expectStatus(answer, 201).body as unknown as {
    meetingId: string
    joinCode: string
    links: Record<LinkRole, string>
  }
  const token = (role: LinkRole) => `${meetingId}.${new URL(links[role]).hash.slice(1)}`
  const tokens = Object.fromEntries(roles.map((role) => [role, token(role)])) as TestMeeting['tokens']
  return { meetingId, joinCode, tokens }
}

/** Joins by the code. */
export async function joinMeeting(
  baseUrl: string,
  { meetingId, joinCode }: Pick<TestMeeting, 'meetingId' | 'joinCode'>,
  description: { readonly name: string; readonly organization?: string; readonly groupId?: string },
): Promise<TestPerson> {
  const body = { ...description, code: joinCode, bearer: true }
  const answer = await new HttpClient(baseUrl).post(`/api/meetings/${meetingId}/participants`, body)
  return expectStatus(answer, 201).body as unknown as TestPerson
}

/** The answer, if it has this status; otherwise throws with what it says. */
export function expectStatus(answer: Answer, status: number): Answer {
  if (answer.status === status) return answer
  throw new Error(`expected ${status}, got ${answer.status}: ${JSON.stringify(answer.body)}`)
}
