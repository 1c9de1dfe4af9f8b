import { randomUUID } from 'node:crypto'
import type { CommandResult, ViewMessage } from '@openfloor/shared/protocol.ts'
import type { MeetingDraft, WrittenCommand } from '@openfloor/shared/commands.ts'

/** What the server tells once, when a meeting is created. */
export interface NewMeeting {
  readonly meetingId: string
  readonly joinCode: string
  readonly links: Readonly<
    Record<'coordinator' | 'moderator' | 'rapporteur' | 'participant' | 'screen', string>
  >
}

/** What a meeting is created from. */
export type MeetingPlan =
  { readonly template: 'gcm-2020'; readonly title?: string } | { readonly draft: MeetingDraft }

/** Somebody who takes part by HTTP, for what a browser need not show. */
export interface Caller {
  readonly meetingId: string
  readonly personId: string | null
  /** The whole view of the caller's role. */
  view(): Promise<ViewMessage>
  /** Sends a command; what it came to, refusals included. */
  command(command: WrittenCommand): Promise<CommandResult>
  /** Sends a command that must be carried out. */
  must(command: WrittenCommand): Promise<void>
  /** A new personal link; only for moderators and the coordinator. */
  personalLink(personId: string): Promise<string>
}

/** The HTTP interface of a server, typed. */
export class Api {
  readonly #address: string

  constructor(address: string) {
    this.#address = address
  }

  create(plan: MeetingPlan = { template: 'gcm-2020' }): Promise<NewMeeting> {
    return this.#post<NewMeeting>('/api/meetings', plan)
  }

  /** Whoever comes by that link of a role. */
  async comeBy(link: string): Promise<Caller> {
    const { pathname, hash } = new URL(link)
    const meetingId = pathname.split('/')[2]!
    const { token, personId } = await this.#post<{ token: string; personId: string | null }>(
      '/api/sessions',
      {
        meetingId,
        secret: hash.slice(1),
        bearer: true,
      },
    )
    return this.#caller(meetingId, token, personId)
  }

  /** Joins by the code. */
  async join(
    { meetingId, joinCode }: Pick<NewMeeting, 'meetingId' | 'joinCode'>,
    person: {
      readonly name: string
      readonly organization?: string
      readonly groupId?: string
      readonly regionId?: string
      readonly gender?: string
    },
  ): Promise<Caller> {
    const { token, personId } = await this.#post<{ token: string; personId: string }>(
      `/api/meetings/${meetingId}/participants`,
      { ...person, code: joinCode, bearer: true },
    )
    return this.#caller(meetingId, token, personId)
  }

  #caller(meetingId: string, token: string, personId: string | null): Caller {
    const path = `/api/meetings/${meetingId}`
    const command = async (command: WrittenCommand) => {
      const response = await this.#send('POST', `${path}/commands`, { id: randomUUID(), ...command }, token)
      return (await response.json()) as CommandResult
    }
    const must = async (wish: WrittenCommand) => {
      const result = await command(wish)
      if (!('version' in result) || 'refusal' in result)
        throw new Error(`${wish.type} was not carried out: ${JSON.stringify(result)}`)
    }
    const view = async () => {
      const response = await this.#send('GET', `${path}/view`, null, token)
      return (await response.json()) as ViewMessage
    }
    const personalLink = async (id: string) => {
      const response = await this.#send('POST', `${path}/people/${id}/link`, {}, token)
      return ((await response.json()) as { link: string }).link
    }
    return { meetingId, personId, view, command, must, personalLink }
  }

  async #post<Answer>(path: string, body: object): Promise<Answer> {
    const response = await this.#send('POST', path, body, null)
    if (!response.ok) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`)
    return (await response.json()) as Answer
  }

  #send(method: string, path: string, body: object | null, token: string | null): Promise<Response> {
    return fetch(`${this.#address}${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(token !== null && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
  }
}
