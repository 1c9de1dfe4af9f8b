import { describe, expect, test } from 'vitest'
import {
  coordinator,
  createConsultation,
  draft,
  MINUTE_MS,
  STARTS_AT,
  system,
} from '../testing/consultation.ts'
import { by, given, nothing } from '../testing/story.ts'
import type { MeetingDraft } from '../commands.ts'

/** What comes of creating a meeting with parts of the draft replaced. */
function created(changes: Partial<MeetingDraft>) {
  return nothing().when(system, { ...createConsultation, draft: { ...draft, ...changes } })
}

const [opening, panel, floor] = draft.segments

describe('[M10] a new meeting', () => {
  test('[M10] stands as it was drafted, with its people, panels and links', () => {
    const { meeting } = given()
    expect(meeting).toMatchObject({ id: 'consultation', phase: 'planned', currentSegmentId: null })
    expect(meeting.segments.map(({ id }) => id)).toEqual(draft.segments.map(({ id }) => id))
    expect(meeting.segments[1]!.panel.map(({ personId }) => personId)).toEqual(['chen', 'dalia'])
    expect(meeting.people.get('amina')).toMatchObject({ origin: 'roster', since: STARTS_AT })
    expect(meeting.links.get('link-screen')).toMatchObject({ role: 'screen', personId: null })
  })

  test('[M10] is created once', () => {
    given().when(system, createConsultation).isRefused('meeting-exists')
  })

  test('[M10] may have no programme yet, and then cannot start', () => {
    const empty = nothing().and(
      by(system, {
        ...createConsultation,
        draft: { ...draft, sessions: [], segments: [] },
        panels: [],
      }),
    )
    empty.when(coordinator, { type: 'start-meeting' }).isRefused('programme-empty')
  })

  test('[M10] every id is there once', () => {
    created({ segments: [opening!, opening!] }).isRefused('duplicate-id')
    created({ sessions: [draft.sessions[0]!, ...draft.sessions] }).isRefused('duplicate-id')
    created({ groups: [draft.groups![0]!, ...draft.groups!] }).isRefused('duplicate-id')
  })

  test('[M10] [E4] [E5] its plan holds the rules of editing', () => {
    created({ segments: [{ ...opening!, sessionId: 'gone' }] }).isRefused('unknown-session')
    const apart = [panel!, opening!, floor!]
    created({ segments: apart }).isRefused('session-not-contiguous')
    const early = [{ ...opening!, fixedStartAt: STARTS_AT - 1 }]
    created({ segments: early }).isRefused('fixed-start-out-of-order')
  })
})

describe('[M11] settings', () => {
  const settings = { askCountry: true, startsOnCall: false, warningsMs: [10_000, 60_000, 10_000] }

  test('[M11] warnings stand longest first, each once', () => {
    const { meeting } = given(by(coordinator, { type: 'change-settings', settings }))
    expect(meeting.settings).toMatchObject({ ...settings, warningsMs: [60_000, 10_000] })
  })

  test('[M11] also in a new meeting; without any, the usual three', () => {
    expect(created({ settings }).meeting.settings.warningsMs).toEqual([60_000, 10_000])
    expect(given().meeting.settings).toMatchObject({
      ...{ askCountry: false, startsOnCall: true },
      warningsMs: [60_000, 30_000, 10_000],
    })
  })
})

describe('[M9] title, date and zone', () => {
  test('[M9] another start moves the fixed starts by as much', () => {
    const startsAt = STARTS_AT + 30 * MINUTE_MS
    const timeZone = 'Europe/London'
    const story = given(by(coordinator, { type: 'schedule-meeting', startsAt, timeZone }))
    expect(story.meeting).toMatchObject({ startsAt, timeZone })
    expect(story.segment('afternoon').fixedStartAt).toBe(STARTS_AT + 210 * MINUTE_MS)
  })

  test('[M9] a fixed start of another day keeps its time of day, also where the clocks change in between', () => {
    const at = (utc: string) => Date.parse(`${utc}Z`)
    // Saturday 21 March 2026 10:00 and Sunday 9:00 in Zurich; a week later the clocks go forward between the two.
    const segments = draft.segments.map((segment) =>
      segment.id === 'afternoon' ? { ...segment, fixedStartAt: at('2026-03-22T08:00') } : segment,
    )
    const planned = created({ segments, startsAt: at('2026-03-21T09:00') })
    const moved = planned.and(
      by(coordinator, {
        ...{ type: 'schedule-meeting', startsAt: at('2026-03-28T09:00'), timeZone: 'Europe/Zurich' },
      }),
    )
    expect(moved.segment('afternoon').fixedStartAt).toBe(at('2026-03-29T07:00'))
    const inLondon = moved.and(
      by(coordinator, {
        ...{ type: 'schedule-meeting', startsAt: at('2026-03-28T10:00'), timeZone: 'Europe/London' },
      }),
    )
    expect(inLondon.segment('afternoon').fixedStartAt).toBe(at('2026-03-29T08:00'))
  })

  test('[M9] one that the clocks would skip is as much later; none is moved before the one before it', () => {
    const at = (utc: string) => Date.parse(`${utc}Z`)
    // From 1:00 and 2:30 of 22 March to 29 March in Zurich, where 2:30 is skipped: it is 3:30 then.
    const [opening, panel] = draft.segments
    const segments = [opening!, { ...panel!, fixedStartAt: at('2026-03-22T01:30') }]
    const planned = created({ segments, startsAt: at('2026-03-22T00:00') })
    const timeZone = 'Europe/Zurich'
    const moved = planned.and(
      by(coordinator, { type: 'schedule-meeting', startsAt: at('2026-03-29T00:00'), timeZone }),
    )
    expect(moved.segment('panel').fixedStartAt).toBe(at('2026-03-29T01:30'))
    // The second 2:30 of 25 October is the start; the first would be before it.
    const again = planned.and(
      by(coordinator, { type: 'schedule-meeting', startsAt: at('2026-10-25T01:10'), timeZone }),
    )
    expect(again.segment('panel').fixedStartAt).toBeGreaterThanOrEqual(at('2026-10-25T01:10'))
  })

  test('[C4] the title it has already changes nothing', () => {
    given().when(coordinator, { type: 'rename-meeting', title: draft.title }).happens()
    const renamed = given(by(coordinator, { type: 'rename-meeting', title: 'Review' }))
    expect(renamed.meeting.title).toBe('Review')
  })

  test('[C4] nor does the date it has already', () => {
    const { startsAt, timeZone } = draft
    given().when(coordinator, { type: 'schedule-meeting', startsAt, timeZone }).happens()
  })
})

describe('[E8] stakeholder groups', () => {
  test('[E8] the list of groups is replaced as a whole, each id once', () => {
    const groups = [{ id: 'media', name: 'Media', category: 'non-state' as const }]
    const story = given(by(coordinator, { type: 'change-stakeholder-groups', groups }))
    expect(story.meeting.groups).toEqual(groups)
    story
      .when(coordinator, { type: 'change-stakeholder-groups', groups: [...groups, ...groups] })
      .isRefused('duplicate-id')
  })
})
