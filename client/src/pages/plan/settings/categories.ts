import type { Category } from '@openfloor/shared/meeting/state.ts'
import { m } from '../../../paraglide/messages.js'

/** The kinds of participants by which limits may differ, in the order of protocol. */
export const categories = [
  'member-state',
  'observer',
  'intergovernmental',
  'non-state',
] as const satisfies readonly Category[]

/** A category in words. */
export function categoryName(category: Category): string {
  return names[category]()
}

/** All of them, to choose from. */
export function categoryOptions(): { readonly value: string; readonly label: string }[] {
  return categories.map((value) => ({ value, label: categoryName(value) }))
}

const names: Readonly<Record<Category, () => string>> = {
  'member-state': m.plan_category_member_state,
  observer: m.plan_category_observer,
  intergovernmental: m.plan_category_intergovernmental,
  'non-state': m.plan_category_non_state,
}
