import type { CommandOf } from '@openfloor/shared/commands.ts'
import type { StakeholderGroup } from '@openfloor/shared/meeting/state.ts'
import type { KnownPerson } from '@openfloor/shared/views/moderators.ts'

/** The command that makes these the groups of the meeting, in this order. */
export function groupsCommand(groups: readonly StakeholderGroup[]): CommandOf<'change-stakeholder-groups'> {
  return { type: 'change-stakeholder-groups', groups: groups.map((group) => ({ ...group })) }
}

/** How many people belong to each group, also to one that is gone. */
export function countByGroup(people: readonly KnownPerson[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { groupId } of people) if (groupId !== null) counts.set(groupId, (counts.get(groupId) ?? 0) + 1)
  return counts
}
