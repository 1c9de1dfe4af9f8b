import type { RequestKind } from '@openfloor/shared/ordering/row.ts'
import { m } from '../../paraglide/messages.js'

/** What a request is for, where it is not the usual statement. */
export function kindName(kind: Exclude<RequestKind, 'statement'>): string {
  return names[kind]()
}

const names = {
  question: m.participant_kind_question,
  'point-of-order': m.participant_kind_point_of_order,
  'right-of-reply': m.participant_kind_right_of_reply,
  'panel-reply': m.participant_kind_panel_reply,
}
