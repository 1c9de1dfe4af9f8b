import type { Instant } from './clock/clock.ts'
import type { RefusalCode } from './meeting/refusals.ts'
import type { Patch } from './views/patch.ts'
import type { Presence } from './views/moderators.ts'
import type { Audience, View } from './views/view.ts'

/** Sent in every handshake; a page of another number is asked to reload. A change of any message below changes it. */
export const PROTOCOL_VERSION = 1

/** The whole view: first on every connection, and again whenever the server finds it simpler than a patch. */
export interface ViewMessage {
  readonly type: 'view'
  readonly epoch: string
  readonly version: number
  /** The server's time. */
  readonly now: Instant
  readonly view: View
}

/** Changes to one part of the view. If that part is not at version `since`, something was lost: ask for the view. */
export interface PatchMessage {
  readonly type: 'patch'
  readonly audience: Audience
  readonly epoch: string
  readonly since: number
  readonly version: number
  readonly now: Instant
  readonly patch: Patch
}

/** To moderators, at most once a second. */
export interface PresenceMessage {
  readonly type: 'presence'
  readonly presence: Presence
}

export type DownMessage = ViewMessage | PatchMessage | PresenceMessage

/** Faults and refusals of the transport, beside the meeting's own (`RefusalCode`). */
export const errorCodes = [
  'bad-request',
  'too-large',
  'too-many-requests',
  'signed-out',
  'forbidden',
  'not-found',
  'wrong-code',
  'storage-full',
  'unavailable',
  'reload-page',
] as const

export type ErrorCode = (typeof errorCodes)[number]

/** What a command comes to. `error` is a fault or a malformed command; `detail` says, in English, what to change. */
export type CommandResult =
  | { readonly version: number }
  | { readonly refusal: RefusalCode; readonly version: number }
  | { readonly error: ErrorCode; readonly detail: string }
