import type { RefusalCode } from '@openfloor/shared/meeting/refusals.ts'
import { m } from '../paraglide/messages.js'
import type { Problem } from './http.ts'

export { problemOf } from './problem-of.ts'

const refusals: Readonly<Record<RefusalCode, () => string>> = {
  'not-allowed': m.refusal_not_allowed,
  'picture-outdated': m.refusal_picture_outdated,
  'unknown-segment': m.refusal_unknown_segment,
  'unknown-session': m.refusal_unknown_session,
  'unknown-person': m.refusal_unknown_person,
  'unknown-request': m.refusal_unknown_request,
  'unknown-intervention': m.refusal_unknown_intervention,
  'unknown-notice': m.refusal_unknown_notice,
  'unknown-screen': m.refusal_unknown_screen,
  'unknown-link': m.refusal_unknown_link,
  'own-link': m.refusal_own_link,
  'door-closed': m.refusal_door_closed,
  'screens-full': m.refusal_screens_full,
  'screen-name-taken': m.refusal_screen_name_taken,
  'main-screen-stays': m.refusal_main_screen_stays,
  'unknown-group': m.refusal_unknown_group,
  'meeting-exists': m.refusal_meeting_exists,
  'meeting-not-started': m.refusal_meeting_not_started,
  'meeting-already-started': m.refusal_meeting_already_started,
  'meeting-ended': m.refusal_meeting_ended,
  'segment-is-current': m.refusal_segment_is_current,
  'segment-has-record': m.refusal_segment_has_record,
  'segment-already-paused': m.refusal_segment_already_paused,
  'segment-not-paused': m.refusal_segment_not_paused,
  'segment-too-short': m.refusal_segment_too_short,
  'segment-too-long': m.refusal_segment_too_long,
  'programme-empty': m.refusal_programme_empty,
  'programme-full': m.refusal_programme_full,
  'sessions-full': m.refusal_sessions_full,
  'session-not-empty': m.refusal_session_not_empty,
  'session-not-contiguous': m.refusal_session_not_contiguous,
  'fixed-start-out-of-order': m.refusal_fixed_start_out_of_order,
  'segments-overlap': m.refusal_segments_overlap,
  'no-delay': m.refusal_no_delay,
  'segment-is-break': m.refusal_segment_is_break,
  'list-open': m.refusal_list_open,
  'list-closed': m.refusal_list_closed,
  'list-full': m.refusal_list_full,
  'hand-already-raised': m.refusal_hand_already_raised,
  'has-the-floor': m.refusal_has_the_floor,
  'not-yours': m.refusal_not_yours,
  'request-not-waiting': m.refusal_request_not_waiting,
  'target-not-waiting': m.refusal_target_not_waiting,
  'intervention-over': m.refusal_intervention_over,
  'intervention-running': m.refusal_intervention_running,
  'intervention-not-running': m.refusal_intervention_not_running,
  'limit-out-of-range': m.refusal_limit_out_of_range,
  'nobody-has-the-floor': m.refusal_nobody_has_the_floor,
  'duplicate-seat': m.refusal_duplicate_seat,
  'duplicate-id': m.refusal_duplicate_id,
  'people-full': m.refusal_people_full,
  'acted-on-since': m.refusal_acted_on_since,
  'nothing-to-undo': m.refusal_nothing_to_undo,
  'unknown-region': m.refusal_unknown_region,
  'segment-not-current': m.refusal_segment_not_current,
  'replies-used-up': m.refusal_replies_used_up,
  'no-replies-here': m.refusal_no_replies_here,
  'not-a-panelist': m.refusal_not_a_panelist,
  'statement-not-asked': m.refusal_statement_not_asked,
  'speaker-interrupted': m.refusal_speaker_interrupted,
}

const faults: Readonly<Record<Exclude<Problem, RefusalCode>, () => string>> = {
  'bad-request': m.error_bad_request,
  'not-admitted': m.error_not_admitted,
  'too-large': m.error_too_large,
  'too-many-requests': m.error_too_many_requests,
  'signed-out': m.error_signed_out,
  forbidden: m.error_forbidden,
  'not-found': m.error_not_found,
  'wrong-code': m.error_wrong_code,
  'storage-full': m.error_storage_full,
  unavailable: m.error_unavailable,
  'reload-page': m.error_reload_page,
  offline: m.error_offline,
}

const sentences: Readonly<Record<Problem, () => string>> = { ...refusals, ...faults }

/** What is in the way and what to do, as a sentence in the reader's language. */
export function problemText(problem: Problem): string {
  return sentences[problem]()
}
