import { knownGroups, type KnownGroupId } from '@openfloor/shared/meeting/known-groups.ts'
import type { StakeholderGroup } from '@openfloor/shared/meeting/state.ts'
import { m } from '../paraglide/messages.js'

/** The groups of the concept note, which have a name in every language. */
const known: Readonly<Record<KnownGroupId, () => string>> = {
  migrants: m.group_migrants,
  'civil-society': m.group_civil_society,
  diaspora: m.group_diaspora,
  'faith-based': m.group_faith_based,
  'local-authorities': m.group_local_authorities,
  'private-sector': m.group_private_sector,
  'trade-unions': m.group_trade_unions,
  parliamentarians: m.group_parliamentarians,
  nhri: m.group_nhri,
  'red-cross': m.group_red_cross,
  academia: m.group_academia,
  media: m.group_media,
  'member-states': m.group_member_states,
  igo: m.group_igo,
  un: m.group_un,
}

type NamedGroup = Pick<StakeholderGroup, 'id' | 'name'>

/** The name of a stakeholder group: translated where it still has the name of the concept note, else as it is. */
export function groupName({ id, name }: NamedGroup): string {
  return isKnown(id) && knownGroups[id] === name ? known[id]() : name
}

function isKnown(id: string): id is KnownGroupId {
  return Object.hasOwn(known, id)
}

/** The name of the group with that id; undefined without one, and for a group that is gone. */
export function groupNameById(groups: readonly NamedGroup[], groupId: string | null): string | undefined {
  const group = groups.find(({ id }) => id === groupId)
  return group && groupName(group)
}
