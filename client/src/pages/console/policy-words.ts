import type { Alternation, Band, OrderPolicy } from '@openfloor/shared/ordering/policy.ts'
import type { Tag } from '@openfloor/shared/ordering/row.ts'
import { m } from '../../paraglide/messages.js'

const tags: Readonly<Record<Tag, () => string>> = {
  group: m.console_tag_group,
  region: m.console_tag_region,
  gender: m.console_tag_gender,
  mode: m.console_tag_mode,
}

const bands: Readonly<Record<Band, () => string>> = {
  receipt: m.console_band_receipt,
  'fewest-interventions': m.console_band_fewest,
  'least-time': m.console_band_least_time,
  'protocol-rank': m.console_band_rank,
  lots: m.console_band_lots,
}

/** By what an order alternates. */
export function tagWord(tag: Tag): string {
  return tags[tag]()
}

/** Who comes first, where it is chosen. */
export function bandWord(band: Band): string {
  return bands[band]()
}

/** The order in force in words: "fewest interventions first (1 or more count the same) · alternating by region". */
export function policyText(policy: OrderPolicy): string {
  const { alternation, safePositions } = policy
  return [
    bandText(policy),
    ...(alternation ? [alternationText(alternation)] : []),
    ...(safePositions > 0 ? [m.console_policy_safe({ count: safePositions })] : []),
  ].join(' · ')
}

function bandText({ band, cap, lots }: OrderPolicy): string {
  switch (band) {
    case 'receipt':
      return m.console_policy_receipt()
    case 'fewest-interventions':
      return m.console_policy_fewest({ cap })
    case 'least-time':
      return m.console_policy_least_time()
    case 'protocol-rank':
      return m.console_policy_rank()
    case 'lots':
      return m.console_policy_lots({ seed: lots?.seed ?? '' })
  }
}

function alternationText({ by, rule }: Alternation): string {
  const tag = by === 'group' ? m.console_by_group() : tagWord(by)
  return rule === 'alternate' ? m.console_policy_alternating({ tag }) : m.console_policy_in_turn({ tag })
}
