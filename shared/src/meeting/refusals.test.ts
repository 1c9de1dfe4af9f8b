import { expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { aminaSpeaking, onTheFloor, started, twoWaiting } from '../testing/beginnings.ts'
import {
  amina,
  boris,
  chen,
  coordinator,
  createConsultation,
  described,
  door,
  draft,
  MINUTE_MS,
  moderator,
  planOf,
  STARTS_AT,
  system,
} from '../testing/consultation.ts'
import { by, given, nothing, type Story } from '../testing/story.ts'
import {
  acceptDelay,
  advance,
  closeList,
  endMeeting,
  enterRequest,
  extendIntervention,
  extendSegment,
  giveFloor,
  lowerHand,
  moveRequest,
  openList,
  pauseSegment,
  ownStatement,
  raiseHand,
  raiseHandFor,
  removePerson,
  removeRequest,
  resumeSegment,
  speaker,
  startMeeting,
} from '../testing/wishes.ts'
import type { CommandOf, MeetingDraft } from '../commands.ts'
import { limitPresets } from './limit-presets.ts'
import { refusalCodes, type RefusalCode } from './refusals.ts'

/** What comes of creating a meeting with parts of the draft replaced. */
function created(changes: Partial<MeetingDraft>): Story {
  return nothing().when(system, {
    ...{ ...createConsultation, panels: [], people: [] },
    draft: { ...draft, ...changes },
  })
}

function many<Value>(count: number, make: (id: string) => Value): Value[] {
  return Array.from({ length: count }, (_, n) => make(`n${n}`))
}

const unknownGroup = { ...described('emeka'), groupId: 'gone' }
const noReplies = { ...limitPresets.equal, rightOfReplyMs: [] }
const keepForReplies: CommandOf<'edit-segment'> = {
  type: 'edit-segment',
  segmentId: 'floor',
  segment: { repliesMs: 15 * MINUTE_MS },
}
const removeSegment = { type: 'remove-segment', segmentId: 'opening' } as const
const addSegment = { type: 'add-segment', sessionId: 'beginning', segment: planOf('opening') } as const
const joining: CommandOf<'join-meeting'> = {
  ...{ type: 'join-meeting', personId: 'amina', person: described('amina') },
  link: { linkId: 'link-2', role: 'participant', secretHash: 'hash' },
}

const slower = { text: 'Slower', durationMs: null, screenId: null } as const

function addScreen(name: string): CommandOf<'add-screen'> {
  return { type: 'add-screen', name, shows: 'follow' }
}

/** A short way to every refusal. The type asks for each code, the test below for its truth. */
const wayTo: Readonly<Record<RefusalCode, () => Story>> = {
  'not-allowed': () => given().when(amina, startMeeting),
  'picture-outdated': () => started().when(moderator, advance('panel', 'floor')),
  'unknown-segment': () => started().when(moderator, advance('opening', 'gone')),
  'unknown-session': () => given().when(coordinator, { type: 'remove-session', sessionId: 'gone' }),
  'unknown-person': () => given().when(moderator, removePerson('gone')),
  'unknown-request': () => given().when(moderator, removeRequest('gone')),
  'unknown-intervention': () => onTheFloor().when(moderator, speaker('cut-off')),
  'unknown-notice': () => given().when(moderator, { type: 'withdraw-notice', noticeId: 'gone' }),
  'unknown-link': () => given().when(coordinator, { type: 'revoke-link', linkId: 'gone' }),
  'own-link': () =>
    given().when(
      { ...coordinator, linkId: 'link-coordinator' },
      { type: 'revoke-link', linkId: 'link-coordinator' },
    ),
  'door-closed': () =>
    given(by(moderator, { type: 'set-door', open: false })).when(door, { ...joining, personId: 'emeka' }),
  'unknown-screen': () =>
    given().when(moderator, { type: 'direct-screen', screenId: 'gone', shows: 'clock' }),
  'screens-full': () =>
    given(...many(limits.screensPerMeeting - 1, (name) => by(moderator, addScreen(name)))).when(
      moderator,
      addScreen('One more'),
    ),
  'screen-name-taken': () => given(by(moderator, addScreen('Hall'))).when(moderator, addScreen('HALL')),
  'main-screen-stays': () => given().when(moderator, { type: 'remove-screen', screenId: 'main' }),
  'unknown-group': () => given().when(moderator, { type: 'add-person', person: unknownGroup }),
  'unknown-region': () =>
    given(
      by(coordinator, { type: 'change-settings', settings: { regions: [{ id: 'west', name: 'West' }] } }),
    ).when(moderator, { type: 'add-person', person: { ...described('emeka'), regionId: 'gone' } }),
  'meeting-exists': () => given().when(system, createConsultation),
  'meeting-not-started': () => given().when(moderator, endMeeting('opening')),
  'meeting-already-started': () => started().when(moderator, startMeeting),
  'meeting-ended': () => started(by(moderator, endMeeting('opening'))).when(moderator, startMeeting),
  'segment-is-current': () => started().when(moderator, advance('opening', 'opening')),
  'segment-has-record': () => started().when(coordinator, removeSegment),
  'segment-already-paused': () =>
    started(by(moderator, pauseSegment('opening'))).when(moderator, pauseSegment('opening')),
  'segment-not-paused': () => started().when(moderator, resumeSegment('opening')),
  'segment-too-short': () => started().when(moderator, extendSegment('opening', -15 * MINUTE_MS)),
  'segment-too-long': () =>
    created({
      segments: [{ ...draft.segments[0]!, durationMs: limits.segmentMaxMs }],
    }).when(coordinator, extendSegment('opening', 1)),
  'programme-empty': () => created({ segments: [] }).when(coordinator, startMeeting),
  'programme-full': () =>
    created({ segments: many(limits.segmentsPerMeeting, (id) => ({ ...draft.segments[0]!, id })) }).when(
      coordinator,
      { ...addSegment, after: null },
    ),
  'sessions-full': () =>
    created({ segments: [], sessions: many(limits.sessionsPerMeeting, (id) => ({ id, title: id })) }).when(
      coordinator,
      { type: 'add-session', title: 'One more' },
    ),
  'session-not-empty': () => given().when(coordinator, { type: 'remove-session', sessionId: 'noon' }),
  'session-not-contiguous': () => given().when(coordinator, { ...addSegment, after: 'panel' }),
  'fixed-start-out-of-order': () =>
    created({ segments: [{ ...draft.segments[0]!, fixedStartAt: STARTS_AT - 1 }] }),
  'segments-overlap': () => {
    const [first, second] = draft.segments
    const fixedStartAt = STARTS_AT + 14 * MINUTE_MS
    return created({ segments: [first!, { ...second!, fixedStartAt }] })
  },
  'no-delay': () => started().when(moderator, acceptDelay('opening')),
  'segment-is-break': () => given().when(moderator, openList('lunch')),
  'list-open': () => onTheFloor().when(moderator, openList('floor')),
  'list-closed': () => given().when(moderator, closeList('floor')),
  'list-full': () => {
    const people = many(limits.requestsPerList, (personId) => ({ personId, person: described(personId) }))
    return nothing()
      .and(by(system, { ...createConsultation, panels: [], people }))
      .and(...people.map(({ personId }) => by(moderator, enterRequest(personId))))
      .when(moderator, {
        ...{ type: 'enter-request', segmentId: 'floor', ...ownStatement, topic: '' },
        speaker: { person: described('one more') },
      })
  },
  'hand-already-raised': () => twoWaiting().when(amina, raiseHand()),
  'has-the-floor': () => aminaSpeaking().when(amina, raiseHand()),
  'not-yours': () => twoWaiting().when(boris, lowerHand('raise-hand-1')),
  'segment-not-current': () => twoWaiting().when(amina, raiseHandFor('point-of-order', 'afternoon')),
  'replies-used-up': () =>
    onTheFloor(by(coordinator, { type: 'change-settings', settings: { limits: noReplies } })).when(
      amina,
      raiseHandFor('right-of-reply'),
    ),
  'no-replies-here': () => onTheFloor().when(chen, raiseHandFor('panel-reply')),
  'not-a-panelist': () =>
    onTheFloor(by(coordinator, keepForReplies)).when(amina, raiseHandFor('panel-reply')),
  'statement-not-asked': () =>
    twoWaiting().when(amina, {
      ...{ type: 'file-statement', requestId: 'raise-hand-1', statement: { form: 'text', text: 'Text' } },
    }),
  'speaker-interrupted': () =>
    aminaSpeaking(
      by(boris, raiseHandFor('point-of-order')),
      by(moderator, giveFloor('raise-hand-3', 'give-floor-1')),
    ).when(moderator, speaker('cut-off')),
  'request-not-waiting': () => aminaSpeaking().when(amina, lowerHand('raise-hand-1')),
  'target-not-waiting': () => twoWaiting().when(moderator, moveRequest('raise-hand-1', 'gone')),
  'intervention-over': () =>
    aminaSpeaking(by(moderator, giveFloor('raise-hand-2', 'give-floor-1'))).when(
      moderator,
      speaker('cut-off'),
    ),
  'intervention-running': () => aminaSpeaking().when(moderator, speaker('resume-intervention')),
  'intervention-not-running': () =>
    aminaSpeaking(by(moderator, speaker('pause-intervention'))).when(
      moderator,
      speaker('pause-intervention'),
    ),
  'limit-out-of-range': () => aminaSpeaking().when(moderator, extendIntervention(-3 * MINUTE_MS)),
  'nobody-has-the-floor': () =>
    onTheFloor().when(moderator, { type: 'send-notice', to: 'speaker', ...slower }),
  'duplicate-seat': () =>
    given().when(coordinator, {
      ...{ type: 'set-panel', segmentId: 'panel' },
      panel: ['amina', 'amina'].map((personId) => ({ personId, limitMs: null })),
    }),
  'duplicate-id': () => given().when(door, joining),
  'people-full': () => {
    const people = many(limits.peoplePerMeeting, (personId) => ({ personId, person: described(personId) }))
    return nothing()
      .and(by(system, { ...createConsultation, panels: [], people }))
      .when(door, joining)
  },
  'acted-on-since': () => {
    const story = aminaSpeaking(by(amina, speaker('yield-floor')))
    return story.when(moderator, story.undo)
  },
  'nothing-to-undo': () => started().when(moderator, { type: 'undo', actionId: 'any' }),
}

test.each(refusalCodes)('some story comes to %s', (code) => {
  expect(wayTo[code]().decision).toEqual({ refused: code })
})
