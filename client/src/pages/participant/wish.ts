import type { OnBehalfOf } from '@openfloor/shared/meeting/state.ts'
import type { RequestKind } from '@openfloor/shared/ordering/row.ts'

/** What somebody adds to a raised hand. */
export interface Wish {
  readonly topic: string
  readonly onBehalfOf: OnBehalfOf
}

export const plainWish: Wish = { topic: '', onBehalfOf: { capacity: 'organization', name: '' } }

/** A request for something else than a statement. */
export interface AskedFor {
  readonly type: 'raise-hand'
  readonly segmentId: string
  readonly kind: Exclude<RequestKind, 'statement'>
}
