import type { RecordRow } from '@openfloor/shared/views/record-rows.ts'
import { m } from '../../paraglide/messages.js'

const words: Readonly<Record<string, () => string>> = {
  'give-floor': m.record_did_give_floor,
  'start-intervention': m.record_did_start_intervention,
  'pause-intervention': m.record_did_pause_intervention,
  'resume-intervention': m.record_did_resume_intervention,
  'extend-intervention': m.record_did_extend_intervention,
  'end-intervention': m.record_did_end_intervention,
  'cut-off': m.record_did_cut_off,
  'mark-absent': m.record_did_mark_absent,
  'yield-floor': m.record_did_yield_floor,
  'open-list': m.record_did_open_list,
  'close-list': m.record_did_close_list,
  'enter-request': m.record_did_enter_request,
  'enter-requests': m.record_did_enter_requests,
  'remove-request': m.record_did_remove_request,
  'move-request': m.record_did_move_request,
  'hold-request': m.record_did_hold_request,
  'set-availability': m.record_did_set_availability,
  'lower-hand': m.record_did_lower_hand,
  'set-order-policy': m.record_did_set_order_policy,
  'set-speaking-limit': m.record_did_set_speaking_limit,
  'cap-limits': m.record_did_cap_limits,
  'start-meeting': m.record_did_start_meeting,
  'advance-segment': m.record_did_advance_segment,
  'end-meeting': m.record_did_end_meeting,
  'pause-segment': m.record_did_pause_segment,
  'resume-segment': m.record_did_resume_segment,
  'extend-segment': m.record_did_extend_segment,
  'accept-delay': m.record_did_accept_delay,
  'send-notice': m.record_did_send_notice,
  'withdraw-notice': m.record_did_withdraw_notice,
  'add-screen': m.record_did_add_screen,
  'rename-screen': m.record_did_rename_screen,
  'remove-screen': m.record_did_remove_screen,
  'direct-screen': m.record_did_direct_screen,
  'identify-screen': m.record_did_identify_screen,
  'blackout-screens': m.record_did_blackout_screens,
  'issue-screen-link': m.record_did_issue_screen_link,
  undo: m.record_did_undo,
  'file-statement': m.record_did_file_statement,
  'end-overdue-intervention': m.record_did_end_overdue,
  'clear-list': m.record_did_clear_list,
  'set-door': m.record_did_access,
  'renew-join-code': m.record_did_access,
  'renew-link': m.record_did_access,
  'issue-named-link': m.record_did_access,
  'revoke-link': m.record_did_access,
  'revoke-personal-links': m.record_did_access,
  'admit-people': m.record_did_people,
  'erase-person': m.record_did_people,
  'add-person': m.record_did_people,
  'edit-person': m.record_did_people,
  'remove-person': m.record_did_people,
  'set-speaker-terms': m.record_did_people,
  'issue-personal-link': m.record_did_people,
  'change-settings': m.record_did_settings,
  'change-stakeholder-groups': m.record_did_settings,
}

/** What was done, in words; anything else is an edit of the programme. */
export function actionWords({ command }: RecordRow): string {
  return (words[command] ?? m.record_did_plan)()
}

/** Who did it. */
export function actorWords({ role }: RecordRow): string {
  if (role === 'system') return m.record_role_system()
  return role === 'coordinator' ? m.record_role_coordinator() : m.record_role_moderator()
}
