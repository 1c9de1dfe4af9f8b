import type { OnBehalfOf } from '@openfloor/shared/meeting/state.ts'
import type { RequestKind } from '@openfloor/shared/ordering/row.ts'
import { m } from '../../paraglide/messages.js'

/** What a request is for, where it is not a statement; empty where it is. */
export function kindWords(kind: RequestKind): string {
  switch (kind) {
    case 'statement':
      return ''
    case 'question':
      return m.console_kind_question()
    case 'point-of-order':
      return m.console_kind_point_of_order()
    case 'right-of-reply':
      return m.console_kind_right_of_reply()
    case 'panel-reply':
      return m.console_kind_panel_reply()
  }
}

/** In whose name somebody speaks, where it is not the own organization's; empty where it is. */
export function behalfWords({ capacity, name }: OnBehalfOf): string {
  switch (capacity) {
    case 'organization':
      return name && m.console_for_named({ name })
    case 'group':
      return name ? m.console_for_named({ name }) : m.console_for_group()
    case 'joint':
      return name ? m.console_for_joint_named({ name }) : m.console_for_joint()
    case 'constituency':
      return name ? m.console_for_named({ name }) : m.console_for_constituency()
  }
}
