import type { MeetingDraft } from '../commands.ts'
import type { PersonDescription } from './events.ts'
import type { PanelSeat, Role, WrittenStatement } from './state.ts'

/** A link to be issued; only the hash of its secret is ever kept. */
export interface LinkDraft {
  readonly linkId: string
  readonly role: Role
  readonly secretHash: string
}

/** Commands that the server itself makes from an HTTP request; none comes in as it is. */
export type InternalCommand =
  | {
      readonly type: 'create-meeting'
      readonly meetingId: string
      readonly draft: MeetingDraft
      readonly people: readonly { readonly personId: string; readonly person: PersonDescription }[]
      readonly panels: readonly { readonly segmentId: string; readonly panel: readonly PanelSeat[] }[]
      readonly joinCode: string
      readonly links: readonly LinkDraft[]
    }
  /** A visitor with the join code becomes a participant with a link of their own. */
  | {
      readonly type: 'join-meeting'
      readonly personId: string
      readonly person: PersonDescription
      readonly link: LinkDraft
    }
  /** A statement in writing, after its text or file was looked at. */
  | { readonly type: 'file-statement'; readonly requestId: string; readonly statement: WrittenStatement }
  /** The time of a speech that is set to end by itself is over. */
  | { readonly type: 'end-overdue-intervention'; readonly interventionId: string }
  /** All links that everybody of a role shares are revoked, and this one takes their place. */
  | { readonly type: 'renew-link'; readonly link: LinkDraft }
  /** A link for one named moderator, rapporteur or coordinator, or for a screen. */
  | { readonly type: 'issue-named-link'; readonly name: string; readonly link: LinkDraft }
  | { readonly type: 'renew-join-code'; readonly joinCode: string }
  /** A person's own link, handed out by a coordinator or moderator, or again after a join whose answer was lost. */
  | { readonly type: 'issue-personal-link'; readonly personId: string; readonly link: LinkDraft }
  /** A link for displays, handed out by a coordinator or moderator. */
  | { readonly type: 'issue-screen-link'; readonly link: LinkDraft }
