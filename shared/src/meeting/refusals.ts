/** Why a command was not carried out: a rule of the meeting, never a fault. The client's catalogues hold a sentence for each. */
export const refusalCodes = [
  /** The role may not send this command. */
  'not-allowed',
  /** What the command names is not, or no longer, the current segment, speaker or action: look again. */
  'picture-outdated',
  'unknown-segment',
  'unknown-session',
  'unknown-person',
  'unknown-request',
  'unknown-intervention',
  'unknown-notice',
  'unknown-screen',
  'unknown-link',
  /** Who revokes the link they came by would shut themselves out: renew it instead. */
  'own-link',
  'door-closed',
  'unknown-group',
  'unknown-region',
  'meeting-exists',
  'meeting-not-started',
  'meeting-already-started',
  'meeting-ended',
  'segment-is-current',
  'segment-has-record',
  'segment-already-paused',
  'segment-not-paused',
  'segment-too-short',
  'segment-too-long',
  'programme-empty',
  'programme-full',
  'sessions-full',
  'session-not-empty',
  'session-not-contiguous',
  'fixed-start-out-of-order',
  'segments-overlap',
  'no-delay',
  'segment-is-break',
  'list-open',
  'list-closed',
  'list-full',
  'hand-already-raised',
  'has-the-floor',
  'not-yours',
  'request-not-waiting',
  'segment-not-current',
  'replies-used-up',
  'no-replies-here',
  'not-a-panelist',
  'statement-not-asked',
  'target-not-waiting',
  'intervention-over',
  'speaker-interrupted',
  'intervention-running',
  'intervention-not-running',
  'limit-out-of-range',
  'nobody-has-the-floor',
  'duplicate-seat',
  'duplicate-id',
  'people-full',
  'screens-full',
  'screen-name-taken',
  'main-screen-stays',
  'acted-on-since',
  'nothing-to-undo',
] as const

export type RefusalCode = (typeof refusalCodes)[number]

/** A refusal by its code; people read the catalogue's sentence for it. */
export interface Refusal {
  readonly refused: RefusalCode
}

export function refuse(code: RefusalCode): Refusal {
  return { refused: code }
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value
}
