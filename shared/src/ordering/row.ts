/** What a request for the floor is for. */
export type RequestKind = 'statement' | 'question' | 'point-of-order' | 'right-of-reply' | 'panel-reply'

/** [O2] Points of order stand first, then statements and questions, then panelists' replies, then rights of reply. */
export function kindRank(kind: RequestKind): number {
  return ranks[kind]
}

const ranks: Readonly<Record<RequestKind, number>> = {
  ...{ 'point-of-order': 0, statement: 1, question: 1, 'panel-reply': 2, 'right-of-reply': 3 },
}

export const STATEMENT_RANK = 1

/** By what an order can alternate: stakeholder group, region, gender, in the room or remote. */
export type Tag = 'group' | 'region' | 'gender' | 'mode'

/** The values of a person's tags; null where they were not said. */
export type Tags = Readonly<Record<Tag, string | null>>

/** A waiting request, as much of it as an order may depend on. */
export interface OrderRow {
  readonly id: string
  readonly kind: RequestKind
  /** Counts up in the order requests came in. */
  readonly receipt: number
  /** Interventions of this person that have ended, and their time in ms. */
  readonly interventions: number
  readonly spokenMs: number
  /** 1 speaks first; null: after all who have one. */
  readonly protocolRank: number | null
  readonly tags: Tags
  /** A moderator put it where it is. */
  readonly pinned: boolean
}
