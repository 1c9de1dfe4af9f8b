/** The links of a new meeting: four by their secret, and the participants' by the code. */
export interface MeetingLinks {
  readonly coordinator: string
  readonly moderator: string
  readonly rapporteur: string
  readonly participant: string
  readonly screen: string
}

/** The roles that come by a link of the meeting itself. */
export const linkRoles = ['coordinator', 'moderator', 'rapporteur', 'screen'] as const

export type LinkRole = (typeof linkRoles)[number]

export type LinkSecrets = Readonly<Record<LinkRole, string>>

const pages: Readonly<Record<LinkRole, string>> = {
  coordinator: 'console',
  moderator: 'console',
  rapporteur: 'rapporteur',
  screen: 'screen',
}

/** The links of a meeting under `baseUrl`. Secrets stand in the fragment, which browsers send to nobody. */
export function meetingLinks(
  baseUrl: string,
  { meetingId, joinCode, secrets }: { meetingId: string; joinCode: string; secrets: LinkSecrets },
): MeetingLinks {
  const link = (role: LinkRole) => linkTo(baseUrl, meetingId, role, secrets[role])
  return {
    coordinator: link('coordinator'),
    moderator: link('moderator'),
    rapporteur: link('rapporteur'),
    participant: `${baseUrl}/join#${joinCode}`,
    screen: link('screen'),
  }
}

/** The link of a role with this secret. */
export function linkTo(baseUrl: string, meetingId: string, role: LinkRole, secret: string): string {
  return `${baseUrl}/m/${meetingId}/${pages[role]}#${secret}`
}

/** A person's own link. */
export function personalLink(baseUrl: string, meetingId: string, secret: string): string {
  return `${baseUrl}/m/${meetingId}#${secret}`
}
