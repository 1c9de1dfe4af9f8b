import type { CommandOf, MeetingDraft } from '@openfloor/shared/commands.ts'
import { linkRoles, type LinkSecrets } from './links.ts'
import { newJoinCode, newLink, newMeetingId, newSecret } from './secrets.ts'
import { gcm2020, type MeetingTemplate } from '../templates/gcm-2020.ts'
import type { Meetings } from '../meetings/meetings.ts'

/** What a new meeting is known by. The secrets exist nowhere else: whoever gets this tells them once. */
export interface Keys {
  readonly meetingId: string
  readonly joinCode: string
  readonly secrets: LinkSecrets
}

/** The templates by the name they are asked for. */
const templates = { 'gcm-2020': gcm2020 } as const

export type TemplateName = keyof typeof templates

export const templateNames = Object.keys(templates) as [TemplateName, ...TemplateName[]]

/** What a meeting from a template may have otherwise. */
export type TemplateChanges = Partial<Pick<MeetingDraft, 'title' | 'startsAt' | 'timeZone'>>

/** Fresh keys, with a join code that no other meeting has. */
export function newKeys(meetings: Meetings): Keys {
  let joinCode = newJoinCode()
  while (meetings.isCodeTaken(joinCode)) joinCode = newJoinCode()
  const secrets = Object.fromEntries(linkRoles.map((role) => [role, newSecret()])) as LinkSecrets
  return { meetingId: newMeetingId(), joinCode, secrets }
}

/** A template with its changes; fixed starts move along with the start. */
export function fromTemplate(name: TemplateName, changes: TemplateChanges): MeetingTemplate {
  const template = templates[name]
  const { title, timeZone, startsAt } = changes
  const byMs = (startsAt ?? template.draft.startsAt) - template.draft.startsAt
  const segments = template.draft.segments.map((segment) =>
    segment.fixedStartAt === null ? segment : { ...segment, fixedStartAt: segment.fixedStartAt + byMs },
  )
  const draft = {
    ...template.draft,
    title: title ?? template.draft.title,
    timeZone: timeZone ?? template.draft.timeZone,
    startsAt: template.draft.startsAt + byMs,
    segments,
  }
  return { ...template, draft }
}

/** A whole programme of its own, with nobody on it yet. */
export function fromDraft(draft: MeetingDraft): MeetingTemplate {
  return { draft, people: [], panels: [] }
}

export function creationCommand(
  template: MeetingTemplate,
  { meetingId, joinCode, secrets }: Keys,
): CommandOf<'create-meeting'> {
  const links = linkRoles.map((role) => newLink(role, secrets[role]).draft)
  return { type: 'create-meeting', meetingId, joinCode, links, ...template }
}
