import type { Instant } from './clock/clock.ts'
import type { RefusalCode } from './meeting/refusals.ts'
import type { Patch } from './views/patch.ts'
import type { Presence } from './views/presence.ts'
import type { Audience, View } from './views/view.ts'

/** Sent in every handshake; a page of another number is asked to reload. A change of any message below changes it. */
export const PROTOCOL_VERSION = 3

/** The whole view: first on every connection, and again whenever the client asks for it. */
export interface ViewMessage {
  readonly type: 'view'
  readonly epoch: string
  readonly version: number
  /** The server's time. */
  readonly now: Instant
  readonly view: View
}

/**
 * Changes to one part of the view since that part last changed. Held at an older version than `since`: something was
 * lost, ask for the view. Held at `version` or newer: known already. Anything between had no change of this part.
 * `held-view.ts` does it.
 */
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

/** Over the feed, at least every six seconds if nothing else was sent, so that silence means a cut. */
export interface BeatMessage {
  readonly type: 'beat'
  readonly now: Instant
}

/** The answer to a `ping` over the feed; `id` is the ping's, null if it had none. */
export interface PongMessage {
  readonly type: 'pong'
  readonly id: string | number | null
  readonly now: Instant
}

/** The answer to what the feed does not know. */
export interface FeedErrorMessage {
  readonly type: 'error'
  readonly error: ErrorCode
  readonly detail: string
}

/** What the feed sends: the public part of the view, to those who show or steer the screens theirs too, with their patches; and signs of life. */
export type FeedMessage = ViewMessage | PatchMessage | BeatMessage | PongMessage | FeedErrorMessage

/** All that the feed takes. `resync` is answered with the view. */
export type FeedQuestion =
  { readonly type: 'ping'; readonly id?: string | number } | { readonly type: 'resync' }

/** Faults and refusals of the transport, beside the meeting's own (`RefusalCode`). */
export const errorCodes = [
  'bad-request',
  'too-large',
  'too-many-requests',
  'signed-out',
  'not-admitted',
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
