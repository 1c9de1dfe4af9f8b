import type { PublicSegment } from '@openfloor/shared/views/public.ts'
import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import type { Capacity } from '@openfloor/shared/meeting/state.ts'
import type { RequestKind } from '@openfloor/shared/ordering/row.ts'
import type { Picture } from './picture.ts'

/** What a request is for, as the fields of a form hold it. */
export interface WishFields {
  readonly kind: string
  readonly capacity: string
  readonly behalf: string
}

type Wish = Pick<Extract<WrittenCommand, { type: 'enter-request' }>, 'kind' | 'onBehalfOf'>

const capacities: readonly Capacity[] = ['organization', 'group', 'joint', 'constituency']

/** The kinds of request that a segment takes; points of order and rights of reply are about what is said now. */
export function kindsFor({ current }: Picture, segment: PublicSegment): readonly RequestKind[] {
  const isCurrent = current?.id === segment.id
  return [
    'statement',
    'question',
    ...(isCurrent ? (['point-of-order', 'right-of-reply'] as const) : []),
    ...(segment.repliers.length > 0 ? (['panel-reply'] as const) : []),
  ]
}

/** The fields as `enter-request` has them. */
export function wishOf({ kind, capacity, behalf }: WishFields, kinds: readonly RequestKind[]): Wish {
  const chosen = capacities.find((known) => known === capacity) ?? 'organization'
  return {
    kind: kinds.find((known) => known === kind) ?? 'statement',
    onBehalfOf: { capacity: chosen, name: chosen === 'organization' ? '' : behalf },
  }
}
