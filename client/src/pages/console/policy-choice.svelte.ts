import { limits } from '@openfloor/shared/limits.ts'
import type { Alternation, Band, OrderPolicy } from '@openfloor/shared/ordering/policy.ts'
import type { Tag } from '@openfloor/shared/ordering/row.ts'
import type { WrittenPolicy } from './order-preview.ts'

/** The bands to choose from, the usual one first. */
export const bands = [
  'receipt',
  'fewest-interventions',
  'least-time',
  'protocol-rank',
  'lots',
] as const satisfies readonly Band[]

/** The rules among equals. */
export const rules = ['none', 'alternate', 'round-robin'] as const satisfies readonly (
  'none' | Alternation['rule']
)[]

/** By what it can alternate. */
export const tags = ['group', 'region', 'gender', 'mode'] as const satisfies readonly Tag[]

/** The numbers of protected places. */
export const safeChoices = Array.from({ length: limits.safePositionsMax + 1 }, (_, count) => String(count))

/** The numbers from which interventions count the same. */
export const capChoices = Array.from({ length: limits.interventionsCapMax }, (_, at) => String(at + 1))

/** An order as it is being chosen; fields hold texts, as the controls do. */
export class PolicyChoice {
  band = $state<string>('receipt')
  cap = $state('1')
  rule = $state<string>('none')
  by = $state<string>('group')
  safe = $state('1')
  readonly policy: WrittenPolicy = $derived({
    band: bands.find((band) => band === this.band) ?? 'receipt',
    cap: Number(this.cap),
    alternation: this.#alternation(),
    safePositions: Number(this.safe),
  })

  /** Begins with the order in force. */
  constructor({ band, cap, alternation, safePositions }: OrderPolicy) {
    this.band = band
    this.cap = String(cap)
    this.rule = alternation?.rule ?? 'none'
    this.by = alternation?.by ?? 'group'
    this.safe = String(safePositions)
  }

  #alternation(): Alternation | null {
    const { rule } = this
    const by = tags.find((tag) => tag === this.by) ?? 'group'
    return rule === 'alternate' || rule === 'round-robin' ? { by, rule } : null
  }
}
