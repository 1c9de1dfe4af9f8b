import type { Capacity, OnBehalfOf } from '@openfloor/shared/meeting/state.ts'
import type { RequestKind } from '@openfloor/shared/ordering/row.ts'
import { m } from '../paraglide/messages.js'

const kinds: Readonly<Record<RequestKind, () => string>> = {
  statement: m.console_kind_statement,
  question: m.console_kind_question,
  'point-of-order': m.console_kind_point_of_order,
  'right-of-reply': m.console_kind_right_of_reply,
  'panel-reply': m.console_kind_panel_reply,
}

const capacities: Readonly<Record<Capacity, () => string>> = {
  organization: m.console_behalf_organization,
  group: m.console_behalf_group,
  joint: m.console_behalf_joint,
  constituency: m.console_behalf_constituency,
}

const unnamed: Readonly<Record<Capacity, () => string>> = {
  organization: () => '',
  group: m.console_for_group,
  joint: m.console_for_joint,
  constituency: m.console_for_constituency,
}

/** What a request is for, such as "Point of order". */
export function kindWord(kind: RequestKind): string {
  return kinds[kind]()
}

/** In which capacity somebody speaks, where it is chosen. */
export function capacityWord(capacity: Capacity): string {
  return capacities[capacity]()
}

/** "on behalf of the Alliance", "joint statement of …"; empty for the own organization. */
export function behalfText({ capacity, name }: OnBehalfOf): string {
  if (name === '') return unnamed[capacity]()
  return capacity === 'joint' ? m.console_for_joint_named({ name }) : m.console_for_named({ name })
}
