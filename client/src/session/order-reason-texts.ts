import { countUp } from '@openfloor/shared/clock/digits.ts'
import type { Reason } from '@openfloor/shared/ordering/reason.ts'
import type { Tag } from '@openfloor/shared/ordering/row.ts'
import { m } from '../paraglide/messages.js'

type Words = Readonly<Record<Tag, () => string>>

const alternates: Words = {
  group: m.order_alternates_group,
  region: m.order_alternates_region,
  gender: m.order_alternates_gender,
  mode: m.order_alternates_mode,
}

const turnOf: Words = {
  group: m.order_turn_of_group,
  region: m.order_turn_of_region,
  gender: m.order_turn_of_gender,
  mode: m.order_turn_of_mode,
}

const nobodyElse: Words = {
  group: m.order_nobody_else_group,
  region: m.order_nobody_else_region,
  gender: m.order_nobody_else_gender,
  mode: m.order_nobody_else_mode,
}

const unsaid: Words = {
  group: m.order_tag_unsaid_group,
  region: m.order_tag_unsaid_region,
  gender: m.order_tag_unsaid_gender,
  mode: m.order_tag_unsaid_mode,
}

/** Why a row stands where it stands, in words such as "first intervention"; several are joined by whoever shows them. */
export function orderReasonText(reason: Reason): string {
  switch (reason.code) {
    case 'point-of-order-first':
      return m.order_point_of_order_first()
    case 'panel-reply-after-floor':
      return m.order_panel_reply_after_floor()
    case 'right-of-reply-last':
      return m.order_right_of_reply_last()
    case 'safe':
      return m.order_safe({ position: reason.position })
    case 'pinned':
      return m.order_pinned()
    case 'receipt':
      return m.order_receipt()
    case 'first-intervention':
      return m.order_first_intervention()
    case 'intervention-number':
      return (reason.capped ? m.order_intervention_number_capped : m.order_intervention_number)(reason)
    case 'spoken-time':
      return reason.spokenMs === 0
        ? m.order_spoken_none()
        : m.order_spoken_time({ time: countUp(reason.spokenMs) })
    case 'protocol-rank':
      return m.order_protocol_rank(reason)
    case 'no-protocol-rank':
      return m.order_no_protocol_rank()
    case 'drawn':
      return m.order_drawn(reason)
    case 'after-draw':
      return m.order_after_draw()
    case 'alternates':
      return alternates[reason.tag]()
    case 'turn-of':
      return turnOf[reason.tag]()
    case 'nobody-else':
      return nobodyElse[reason.tag]()
    case 'tag-unsaid':
      return unsaid[reason.tag]()
  }
}
