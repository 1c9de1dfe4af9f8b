import { limitPresets, type LimitPreset } from '@openfloor/shared/meeting/limit-presets.ts'
import type { LimitTable } from '@openfloor/shared/meeting/state.ts'
import { m } from '../../../paraglide/messages.js'

/** The presets in the order in which they are offered, with their names. */
export const presets: readonly (readonly [LimitPreset, () => string])[] = [
  ['equal', m.plan_preset_equal],
  ['wha-virtual', m.plan_preset_wha],
  ['hrc-pair', m.plan_preset_hrc],
  ['icann', m.plan_preset_icann],
]

/** The preset that a table is; undefined when it was changed. */
export function presetOf(table: LimitTable): LimitPreset | undefined {
  const text = JSON.stringify(table)
  return presets.find(([preset]) => JSON.stringify(limitPresets[preset]) === text)?.[0]
}
