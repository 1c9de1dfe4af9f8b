import type { Tag } from './row.ts'

/** What comes first; within the same value the order alternates, and then goes by receipt. */
export type Band = 'receipt' | 'fewest-interventions' | 'least-time' | 'protocol-rank' | 'lots'

/** How often the tag changes: with every speaker where it can, or so that every value has its turn. */
export interface Alternation {
  readonly by: Tag
  readonly rule: 'alternate' | 'round-robin'
}

/** The standing order of a list of speakers. */
export interface OrderPolicy {
  readonly band: Band
  /** Of `fewest-interventions`: more than so many count as so many. */
  readonly cap: number
  /** Of `lots`: who came with a receipt up to `through` was in the draw; who came later follows by receipt. */
  readonly lots: { readonly seed: string; readonly through: number } | null
  readonly alternation: Alternation | null
  /** So many rows at the head never move: who is about to speak has prepared for it. */
  readonly safePositions: number
}

/** First come, first served; who is next stays next. */
export const firstCome: OrderPolicy = {
  ...{ band: 'receipt', cap: 1, lots: null, alternation: null, safePositions: 1 },
}
