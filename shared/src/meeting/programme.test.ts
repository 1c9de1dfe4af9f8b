import { describe, expect, test } from 'vitest'
import { limits } from '../limits.ts'
import { started } from '../testing/beginnings.ts'
import { coordinator, draft, MINUTE_MS, moderator, planOf, STARTS_AT } from '../testing/consultation.ts'
import { createConsultation, system } from '../testing/consultation.ts'
import { by, given, nothing } from '../testing/story.ts'
import { advance, enterRequest, extendSegment, openList, removePerson } from '../testing/wishes.ts'
import type { CommandOf, MeetingDraft } from '../commands.ts'
import type { SegmentKind } from './state.ts'

type Plan = CommandOf<'add-segment'>['segment']

function edit(segmentId: string, changes: Partial<Plan>): CommandOf<'edit-segment'> {
  return { type: 'edit-segment', segmentId, segment: changes }
}

function add(after: string | null, sessionId: string, changes: Partial<Plan> = {}): CommandOf<'add-segment'> {
  return { type: 'add-segment', sessionId, after, segment: { ...planOf('opening'), ...changes } }
}

function move(segmentId: string, after: string | null, sessionId: string): CommandOf<'move-segment'> {
  return { type: 'move-segment', segmentId, after, sessionId }
}

function remove(segmentId: string): CommandOf<'remove-segment'> {
  return { type: 'remove-segment', segmentId }
}

function setPanel(segmentId: string, ...people: readonly string[]): CommandOf<'set-panel'> {
  return { type: 'set-panel', segmentId, panel: people.map((personId) => ({ personId, limitMs: null })) }
}

function drafted(changes: Partial<MeetingDraft>) {
  return nothing().and(by(system, { ...createConsultation, panels: [], draft: { ...draft, ...changes } }))
}

describe('[E1] sessions', () => {
  const addSession: CommandOf<'add-session'> = { type: 'add-session', title: 'Evening' }

  test('[E1] are added and renamed', () => {
    const story = given(
      by(coordinator, addSession),
      by(coordinator, { type: 'rename-session', sessionId: 'add-session-1', title: 'Night' }),
    )
    expect(story.meeting.sessions.at(-1)).toEqual({ id: 'add-session-1', title: 'Night' })
    given()
      .when(coordinator, { type: 'rename-session', sessionId: 'gone', title: 'Night' })
      .isRefused('unknown-session')
  })

  test('[C4] the title it has already changes nothing', () => {
    const [session] = draft.sessions
    const again = { type: 'rename-session', sessionId: session!.id, title: session!.title } as const
    given().when(coordinator, again).happens()
  })

  test('[E1] are removed when no segment is left in them', () => {
    const removeNoon: CommandOf<'remove-session'> = { type: 'remove-session', sessionId: 'noon' }
    given().when(coordinator, removeNoon).isRefused('session-not-empty')
    const story = given(by(coordinator, remove('lunch')), by(coordinator, removeNoon))
    expect(story.meeting.sessions.map(({ id }) => id)).not.toContain('noon')
    story.when(coordinator, removeNoon).isRefused('unknown-session')
  })

  test('[E1] are as many as fit', () => {
    const sessions = Array.from({ length: limits.sessionsPerMeeting }, (_, n) => ({
      ...{ id: `s${n}`, title: 'One of many' },
    }))
    drafted({ sessions, segments: [] }).when(coordinator, addSession).isRefused('sessions-full')
  })
})

describe('[E2] adding segments', () => {
  test('[E2] behind another or at the head, also during the meeting', () => {
    const story = started(
      by(coordinator, add('opening', 'beginning')),
      by(coordinator, add(null, 'beginning')),
    )
    expect(story.meeting.segments.map(({ id }) => id).slice(0, 3)).toEqual([
      'add-segment-2',
      'opening',
      'add-segment-1',
    ])
    expect(story.segment('add-segment-1')).toMatchObject({ startedAt: null, panel: [], list: [] })
  })

  test('[E2] behind one that is there, in a session that is there', () => {
    given().when(coordinator, add('gone', 'beginning')).isRefused('unknown-segment')
    given().when(coordinator, add('opening', 'gone')).isRefused('unknown-session')
  })

  test('[E2] as many as fit', () => {
    const segments = Array.from({ length: limits.segmentsPerMeeting }, (_, n) => ({
      ...draft.segments[0]!,
      id: `segment-${n}`,
    }))
    drafted({ segments }).when(coordinator, add(null, 'beginning')).isRefused('programme-full')
  })
})

describe('[E3] what has a record stays what it is', () => {
  test('[E3] an entered segment is not moved, not removed and not of another kind', () => {
    const story = started(by(moderator, advance('opening', 'panel')))
    for (const segmentId of ['opening', 'panel']) {
      const { sessionId } = story.segment(segmentId)
      story.when(coordinator, move(segmentId, 'closing', sessionId)).isRefused('segment-has-record')
      story.when(coordinator, remove(segmentId)).isRefused('segment-has-record')
      story.when(coordinator, edit(segmentId, { kind: 'open-floor' })).isRefused('segment-has-record')
    }
  })

  test('[E3] nor is one removed or of another kind in which somebody waits', () => {
    const story = given(by(moderator, enterRequest('amina', 'afternoon')))
    story.when(coordinator, remove('afternoon')).isRefused('segment-has-record')
    story.when(coordinator, edit('afternoon', { kind: 'break' })).isRefused('segment-has-record')
  })

  test('[E3] its title and its time may change', () => {
    const story = started(by(coordinator, edit('opening', { title: 'Welcome' })))
    expect(story.segment('opening').title).toBe('Welcome')
  })

  test('[E3] what is not there cannot be edited', () => {
    given()
      .when(coordinator, { ...edit('opening', {}), segmentId: 'gone' })
      .isRefused('unknown-segment')
    given().when(coordinator, remove('gone')).isRefused('unknown-segment')
    given().when(coordinator, setPanel('gone')).isRefused('unknown-segment')
  })
})

describe('[E4] the segments of a session follow one another', () => {
  test('[C4] to where it stands changes nothing', () => {
    given()
      .when(coordinator, move('floor', 'panel', 'morning'))
      .happens()
  })

  test('[E4] a move within the session, or into the next one', () => {
    const within = given(by(coordinator, move('floor', 'opening', 'morning')))
    expect(within.meeting.segments.map(({ id }) => id).slice(0, 3)).toEqual(['opening', 'floor', 'panel'])
    const across = given(by(coordinator, move('floor', 'lunch', 'noon')))
    expect(across.segment('floor').sessionId).toBe('noon')
  })

  test('[E4] nothing comes between them', () => {
    given()
      .when(coordinator, move('lunch', 'panel', 'noon'))
      .isRefused('session-not-contiguous')
    given().when(coordinator, add('panel', 'beginning')).isRefused('session-not-contiguous')
    const three = given(by(coordinator, add('panel', 'morning')))
    three.when(coordinator, move('add-segment-1', 'lunch', 'morning')).isRefused('session-not-contiguous')
  })

  test('[E4] a move names a segment, another one to stand behind, and a session', () => {
    given()
      .when(coordinator, move('gone', null, 'noon'))
      .isRefused('unknown-segment')
    given()
      .when(coordinator, move('lunch', 'gone', 'noon'))
      .isRefused('unknown-segment')
    given()
      .when(coordinator, move('lunch', 'lunch', 'noon'))
      .isRefused('unknown-segment')
    given()
      .when(coordinator, move('lunch', 'floor', 'gone'))
      .isRefused('unknown-session')
  })
})

describe('[E5] fixed starts stand in the order of the programme', () => {
  const oneOClock = STARTS_AT + 180 * MINUTE_MS
  const wrong = 'fixed-start-out-of-order'

  test('[E5] none before the start, none before an earlier one', () => {
    given()
      .when(coordinator, edit('panel', { fixedStartAt: STARTS_AT - 1 }))
      .isRefused(wrong)
    given()
      .when(coordinator, edit('closing', { fixedStartAt: oneOClock - 1 }))
      .isRefused(wrong)
    given(by(coordinator, edit('closing', { fixedStartAt: oneOClock + 105 * MINUTE_MS })))
  })

  test('[E5] also after a move, an addition or a removal', () => {
    given()
      .when(coordinator, add('closing', 'end', { fixedStartAt: STARTS_AT }))
      .isRefused(wrong)
    const two = given(by(coordinator, edit('closing', { fixedStartAt: oneOClock + 105 * MINUTE_MS })))
    two.when(coordinator, move('closing', 'lunch', 'end')).isRefused(wrong)
    const earlier = STARTS_AT + 120 * MINUTE_MS
    given(by(coordinator, remove('afternoon')), by(coordinator, edit('closing', { fixedStartAt: earlier })))
  })

  test('[E4] a removal that joins two parts of the programme keeps the sessions whole', () => {
    const story = given(by(coordinator, remove('lunch')))
    expect(story.meeting.segments.map(({ id }) => id)).not.toContain('lunch')
  })
})

describe('[E6] another duration', () => {
  test('[E6] changes the clock by as much; extensions stay', () => {
    const story = started(
      by(moderator, extendSegment('opening', 5 * MINUTE_MS)),
      by(coordinator, edit('opening', { durationMs: 25 * MINUTE_MS })),
    )
    expect(story.segment('opening').clock.limitMs).toBe(30 * MINUTE_MS)
  })

  test('[E6] leaves the clock at least a minute', () => {
    const story = started(
      by(moderator, extendSegment('opening', -10 * MINUTE_MS)),
      by(coordinator, edit('opening', { durationMs: 2 * MINUTE_MS })),
    )
    expect(story.segment('opening').clock.limitMs).toBe(MINUTE_MS)
  })
})

describe('[E7] panels', () => {
  test('[E7] seat people of the roster, each once', () => {
    const story = given(by(coordinator, setPanel('floor', 'amina', 'boris')))
    expect(story.segment('floor').panel.map(({ personId }) => personId)).toEqual(['amina', 'boris'])
    given()
      .when(coordinator, setPanel('panel', 'amina', 'amina'))
      .isRefused('duplicate-seat')
    given().when(coordinator, setPanel('panel', 'gone')).isRefused('unknown-person')
    given(by(moderator, removePerson('amina')))
      .when(coordinator, setPanel('panel', 'amina'))
      .isRefused('unknown-person')
  })

  test('[E7] a break has none', () => {
    given().when(coordinator, setPanel('lunch', 'amina')).isRefused('segment-is-break')
  })

  test('[E7] [L5] what becomes a break gives up its panel and its open list', () => {
    const story = given(by(moderator, openList('panel')), by(coordinator, edit('panel', { kind: 'break' })))
    expect(story.segment('panel')).toMatchObject({ kind: 'break', panel: [], listOpen: false })
  })

  test('[E7] any other change keeps the panel', () => {
    const kinds: readonly SegmentKind[] = ['plenary', 'open-floor']
    for (const kind of kinds)
      expect(given(by(coordinator, edit('panel', { kind }))).segment('panel').panel).toHaveLength(2)
  })
})

test('[E9] two coordinators who edit different things of one segment both keep what they wrote', () => {
  const story = given(
    by(coordinator, edit('floor', { title: 'Debate' })),
    by(coordinator, edit('floor', { durationMs: 30 * MINUTE_MS })),
  )
  expect(story.segment('floor')).toMatchObject({ title: 'Debate', durationMs: 30 * MINUTE_MS })
})

describe('[E10] there is room for what is planned before a fixed start', () => {
  const oneOClock = STARTS_AT + 180 * MINUTE_MS
  const tooMuch = 'segments-overlap'

  test('[E10] breaks may give up all their time, and nothing else gives any', () => {
    // Opening 15, panel 45 and floor 60 min from 10:00, lunch from 12:00, the afternoon at 13:00.
    given(by(coordinator, edit('floor', { durationMs: 120 * MINUTE_MS })))
    given()
      .when(coordinator, edit('floor', { durationMs: 121 * MINUTE_MS }))
      .isRefused(tooMuch)
    given()
      .when(coordinator, edit('afternoon', { fixedStartAt: STARTS_AT + 119 * MINUTE_MS }))
      .isRefused(tooMuch)
  })

  test('[E10] between two fixed starts, too; also by a segment that is added or moved there', () => {
    const full = given(by(coordinator, edit('closing', { fixedStartAt: oneOClock + 105 * MINUTE_MS })))
    full.when(coordinator, add('afternoon', 'later', { durationMs: MINUTE_MS })).isRefused(tooMuch)
    full.when(coordinator, edit('afternoon', { durationMs: 106 * MINUTE_MS })).isRefused(tooMuch)
    full.when(coordinator, move('lunch', 'afternoon', 'later')).happensInOrder('segment-moved')
    full.when(coordinator, move('floor', 'afternoon', 'later')).isRefused(tooMuch)
  })

  test('[E10] nor is a meeting created like that, and nothing of it is kept', () => {
    const segments = draft.segments.map((segment) =>
      segment.id === 'floor' ? { ...segment, durationMs: 121 * MINUTE_MS } : segment,
    )
    const command = { ...createConsultation, panels: [], draft: { ...draft, segments } }
    nothing().when(system, command).isRefused(tooMuch)
  })

  test('[E10] what was entered goes by its clock and does not count', () => {
    const long = { durationMs: 24 * 60 * MINUTE_MS }
    given().when(coordinator, edit('opening', long)).isRefused(tooMuch)
    started().when(coordinator, edit('opening', long)).happensInOrder('segment-edited')
  })

  test('[E10] a plan that has no room may be edited as long as it does not get worse', () => {
    const running = started(
      by(coordinator, edit('floor', { durationMs: 150 * MINUTE_MS })),
      by(coordinator, edit('closing', { fixedStartAt: oneOClock + 105 * MINUTE_MS })),
    )
    const short = { durationMs: 106 * MINUTE_MS }
    running.when(coordinator, edit('afternoon', short)).isRefused(tooMuch)
    running.when(coordinator, edit('closing', { title: 'Farewell' })).happensInOrder('segment-edited')
  })
})
