import type { Tag } from './row.ts'

/** Why a row stands where it stands; the pages have the words. No reason tells a tag's value. */
export type Reason =
  | { readonly code: 'point-of-order-first' }
  | { readonly code: 'panel-reply-after-floor' }
  | { readonly code: 'right-of-reply-last' }
  /** One of the protected rows at the head, counted from 1. */
  | { readonly code: 'safe'; readonly position: number }
  | { readonly code: 'pinned' }
  | { readonly code: 'receipt' }
  | { readonly code: 'first-intervention' }
  /** Would be the person's second, third…; `capped`: the cap or more count the same. */
  | { readonly code: 'intervention-number'; readonly number: number; readonly capped: boolean }
  | { readonly code: 'spoken-time'; readonly spokenMs: number }
  | { readonly code: 'protocol-rank'; readonly rank: number }
  | { readonly code: 'no-protocol-rank' }
  /** Drawn as the so many-th of those who were in the draw. */
  | { readonly code: 'drawn'; readonly place: number; readonly seed: string }
  | { readonly code: 'after-draw' }
  /** Another value than the speaker before. */
  | { readonly code: 'alternates'; readonly tag: Tag }
  /** Of all values that wait, this one had its last turn longest ago, or none. */
  | { readonly code: 'turn-of'; readonly tag: Tag }
  /** The same value as the speaker before, for nobody of another one waits. */
  | { readonly code: 'nobody-else'; readonly tag: Tag }
  /** Nobody in the list has said it. */
  | { readonly code: 'tag-unsaid'; readonly tag: Tag }
