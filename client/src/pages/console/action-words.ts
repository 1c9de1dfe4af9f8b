import type { IconShape } from '../../components/icons.ts'
import {
  arrowDown,
  arrowUp,
  bell,
  check,
  clock,
  copy,
  cut,
  hand,
  handLowered,
  lock,
  lockOpen,
  message,
  mic,
  pause,
  pencil,
  play,
  plus,
  qr,
  screen,
  settings,
  skipBack,
  skipNext,
  stop,
  trash,
  undo,
  users,
} from '../../components/icons.ts'
import { m } from '../../paraglide/messages.js'
import type { ActionId, ConsoleAction } from './action.ts'
import type { Picture } from './picture.ts'
import { absent } from './list-icons.ts'
import { nameTag, showIcons } from './shows.ts'

const names: Readonly<Record<ActionId, () => string>> = {
  'give-floor-to-next': m.console_do_give_floor_to_next,
  'give-floor': m.console_do_give_floor,
  'give-floor-to-order': m.console_do_give_floor_to_order,
  'give-reply': m.console_do_give_reply,
  'start-speaker': m.console_do_start_speaker,
  'pause-speaker': m.console_do_pause_speaker,
  'resume-speaker': m.console_do_resume_speaker,
  'extend-speaker-30s': m.console_do_extend_speaker_30s,
  'extend-speaker-1min': m.console_do_extend_speaker_1min,
  'end-intervention': m.console_do_end_intervention,
  'cut-off': m.console_do_cut_off,
  'mark-absent': m.console_do_mark_absent,
  'yield-floor': m.console_do_yield_floor,
  'show-list': m.console_do_show_list,
  'open-list': m.console_do_open_list,
  'close-list': m.console_do_close_list,
  'add-speaker': m.console_do_add_speaker,
  'paste-names': m.console_do_paste_names,
  'enter-request': m.console_do_enter_request,
  'set-speaking-limit': m.console_do_set_speaking_limit,
  'order-list': m.console_do_order_list,
  'move-up': m.console_do_move_up,
  'move-down': m.console_do_move_down,
  'move-to-top': m.console_do_move_to_top,
  'hold-request': m.console_do_hold_request,
  'release-request': m.console_do_release_request,
  'set-unavailable': m.console_do_set_unavailable,
  'set-available': m.console_do_set_available,
  'lower-hand': m.console_do_lower_hand,
  'remove-request': m.console_do_remove_request,
  'next-segment': m.console_do_next_segment,
  'previous-segment': m.console_do_previous_segment,
  'go-to-segment': m.console_do_go_to_segment,
  'pause-segment': m.console_do_pause_segment,
  'resume-segment': m.console_do_resume_segment,
  'shorten-segment-1min': m.console_do_shorten_segment_1min,
  'extend-segment-1min': m.console_do_extend_segment_1min,
  'extend-segment-5min': m.console_do_extend_segment_5min,
  'accept-delay': m.console_do_accept_delay,
  'start-meeting': m.console_do_start_meeting,
  'end-meeting': m.console_do_end_meeting,
  undo: m.console_do_undo,
  palette: m.console_do_palette,
  'show-keys': m.console_do_show_keys,
  'find-person': m.console_do_find_person,
  'write-notice': m.console_do_write_notice,
  'withdraw-notice': m.console_do_withdraw_notice,
  'send-saved-1': () => m.console_do_send_saved_at({ number: 1 }),
  'send-saved-2': () => m.console_do_send_saved_at({ number: 2 }),
  'send-saved-3': () => m.console_do_send_saved_at({ number: 3 }),
  'send-saved-4': () => m.console_do_send_saved_at({ number: 4 }),
  'send-saved': m.console_do_send_saved,
  'show-screens': m.console_do_show_screens,
  'blackout-screens': m.console_do_blackout_screens,
  'end-blackout': m.console_do_end_blackout,
  'identify-screens': m.console_do_identify_screens,
  'message-screens': m.console_do_message_screens,
  'direct-screens': m.console_do_direct_screens,
  'add-screen': m.console_do_add_screen,
  'direct-screen': m.console_do_direct_screen,
  'identify-screen': m.console_do_identify_screen,
  'message-screen': m.console_do_message_screen,
  'rename-screen': m.console_do_rename_screen,
  'remove-screen': m.console_do_remove_screen,
  'screen-address': m.console_do_screen_address,
  'show-recent': m.console_do_show_recent,
  'hand-in-statement': m.console_do_hand_in_statement,
  'remove-person': m.console_do_remove_person,
  'switch-sounds': m.console_do_switch_sounds,
  share: m.console_do_share,
  'open-plan': m.console_do_open_plan,
}

const shortWords: Partial<Readonly<Record<ActionId, () => string>>> = {
  'start-speaker': m.console_short_start,
  'pause-speaker': m.console_short_pause,
  'resume-speaker': m.console_short_resume,
  'extend-speaker-30s': m.console_short_plus_30s,
  'extend-speaker-1min': m.console_short_plus_1min,
  'end-intervention': m.console_short_end,
  'cut-off': m.console_short_cut_off,
  'open-list': m.console_short_open,
  'close-list': m.console_short_close,
  'add-speaker': m.console_short_add,
  'paste-names': m.console_short_paste,
  'order-list': m.console_short_order,
  'pause-segment': m.console_short_pause,
  'resume-segment': m.console_short_resume,
  'shorten-segment-1min': m.console_short_minus_1min,
  'extend-segment-1min': m.console_short_plus_1min,
  'extend-segment-5min': m.console_short_plus_5min,
  'accept-delay': m.console_short_accept_delay,
  'show-keys': m.console_short_keys,
  'remove-person': m.console_short_remove,
  'blackout-screens': m.console_short_blackout,
  'end-blackout': m.console_short_back,
  'identify-screens': m.console_short_names,
  'message-screens': m.console_short_write,
}

const undone: Readonly<Record<string, () => string>> = {
  'give-floor': m.console_undo_give_floor,
  'end-intervention': m.console_undo_end_intervention,
  'cut-off': m.console_undo_cut_off,
  'mark-absent': m.console_undo_mark_absent,
  'yield-floor': m.console_undo_yield_floor,
  'lower-hand': m.console_undo_lower_hand,
  'set-availability': m.console_undo_set_availability,
  'open-list': m.console_undo_open_list,
  'close-list': m.console_undo_close_list,
  'remove-request': m.console_undo_remove_request,
  'move-request': m.console_undo_move_request,
  'hold-request': m.console_undo_hold_request,
  'set-order-policy': m.console_undo_set_order_policy,
  'cap-limits': m.console_undo_cap_limits,
  'advance-segment': m.console_undo_advance_segment,
  'end-meeting': m.console_undo_end_meeting,
  'accept-delay': m.console_undo_accept_delay,
}

/** The drawing that stands for an action. */
export const actionIcons: Partial<Readonly<Record<ActionId, IconShape>>> = {
  'give-floor-to-next': mic,
  'give-floor': mic,
  'give-floor-to-order': mic,
  'give-reply': mic,
  'start-speaker': play,
  'pause-speaker': pause,
  'resume-speaker': play,
  'extend-speaker-30s': clock,
  'extend-speaker-1min': clock,
  'end-intervention': stop,
  'cut-off': cut,
  'mark-absent': absent,
  'yield-floor': handLowered,
  'show-list': hand,
  'open-list': lockOpen,
  'close-list': lock,
  'add-speaker': plus,
  'paste-names': copy,
  'enter-request': hand,
  'set-speaking-limit': clock,
  'order-list': settings,
  'move-up': arrowUp,
  'move-down': arrowDown,
  'move-to-top': skipBack,
  'hold-request': pause,
  'release-request': play,
  'set-unavailable': clock,
  'set-available': check,
  'lower-hand': handLowered,
  'remove-request': trash,
  'next-segment': skipNext,
  'previous-segment': skipBack,
  'go-to-segment': skipNext,
  'pause-segment': pause,
  'resume-segment': play,
  'shorten-segment-1min': clock,
  'extend-segment-1min': clock,
  'extend-segment-5min': clock,
  'accept-delay': check,
  'start-meeting': play,
  'end-meeting': stop,
  undo,
  'find-person': users,
  'write-notice': message,
  'withdraw-notice': trash,
  'send-saved-1': message,
  'send-saved-2': message,
  'send-saved-3': message,
  'send-saved-4': message,
  'send-saved': message,
  'show-screens': screen,
  'blackout-screens': showIcons.blackout,
  'end-blackout': screen,
  'identify-screens': nameTag,
  'message-screens': message,
  'direct-screens': screen,
  'add-screen': plus,
  'direct-screen': screen,
  'identify-screen': nameTag,
  'message-screen': message,
  'rename-screen': pencil,
  'remove-screen': trash,
  'screen-address': qr,
  'show-recent': clock,
  'hand-in-statement': pencil,
  'remove-person': trash,
  'switch-sounds': bell,
  share: qr,
  'open-plan': pencil,
  palette: settings,
  'show-keys': bell,
}

/** What an action is called where it is explained: in the list of keys. */
export function actionName(id: ActionId): string {
  return names[id]()
}

/** What an action is called on a small button that stands where its meaning is clear. */
export function shortName(id: ActionId): string {
  return (shortWords[id] ?? names[id])()
}

/** What an action would do now, with the names it concerns. */
export function actionSentence({ id, target }: ConsoleAction, picture: Picture): string {
  const { next, following, previous, moderators, pointOfOrder, floor } = picture
  if (id === 'give-floor-to-next' && next) return m.console_give_floor_to({ name: next.person.name })
  if (id === 'give-floor-to-order' && pointOfOrder)
    return m.console_give_floor_to({ name: pointOfOrder.name })
  if (floor) {
    const { name, interrupted } = floor
    if (id === 'mark-absent') return m.console_mark_absent({ name })
    if (id === 'yield-floor') return m.console_yield_for({ name })
    if (id === 'end-intervention' && interrupted) return m.console_give_back({ name: interrupted.name })
  }
  if (id === 'next-segment' && following) return m.console_next_is({ title: following.title })
  if (id === 'previous-segment' && previous) return m.console_back_to({ title: previous.title })
  if (id.startsWith('send-saved') && target !== null) return m.console_send_saved({ text: target })
  if (id === 'undo' && moderators.undo) return undoSentence(moderators.undo.command)
  return actionName(id)
}

/** "Undo: closed the list". */
function undoSentence(command: string): string {
  const what = undone[command]
  return what ? m.console_undo_what({ what: what() }) : m.console_do_undo()
}
