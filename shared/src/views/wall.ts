import type { Clock, Instant } from '../clock/clock.ts'
import { roundedMinutes } from '../clock/digits.ts'
import { localOf } from '../clock/time-of-day.ts'
import { mainScreen, type Screen, type ScreenShow } from '../meeting/state.ts'
import { projectProgramme, type Projection, type SegmentState } from '../programme/projection.ts'
import { nextSpeaker } from './next-speaker.ts'
import type { PublicSegment, PublicView } from './public.ts'
import type { ScreensView } from './screens.ts'

const MINUTE_MS = 60_000

/** What there is room for in a glance across a hall. */
const LIST_ROWS = 6
const PROGRAMME_ROWS = 7
const NOTICES = 2

/** How the meeting stands for a screen that follows it. */
export type WallState = 'before' | 'speaking' | 'idle' | 'break' | 'ended'

interface WallPerson {
  readonly name: string
  readonly organization: string
}

/**
 * What is on one screen, flat and small, for televisions and tools that know neither views nor patches nor time zones
 * (rules S1, S3). Times of day are the meeting's, `HH:MM`; digits are counted by whoever shows them (CL1).
 */
export interface WallView extends WallPerson {
  readonly shows: ScreenShow
  readonly state: WallState
  readonly title: string
  readonly joinCode: string
  /** What the meeting's clocks show less UTC. */
  readonly utcOffsetMs: number
  /** The planned start before it, when a break is expected to end, and when the meeting did; else null. */
  readonly at: Instant | null
  /** The same in words that need no language: `2020-11-09 10:00`, `13:00`. */
  readonly atLocal: string
  /** Empty where it is the segment's title. */
  readonly session: string
  readonly segment: string
  readonly segmentClock: Clock | null
  /** Of who has the floor, with `name` and `organization`; null while nobody has. */
  readonly clock: Clock | null
  readonly warningsMs: readonly number[]
  /** Who is next, a person or, in a break, a segment; empty: nobody knows. */
  readonly next: string
  readonly list: null | {
    readonly open: boolean
    readonly waiting: number
    readonly head: readonly WallPerson[]
  }
  /** The current segment with its neighbours. */
  readonly programme: readonly {
    readonly time: string
    readonly title: string
    readonly state: SegmentState
  }[]
  /** Rule P11 in whole minutes; negative is ahead, and 0 is on time. */
  readonly behindMinutes: number
  /** Rule P12, where the programme is not on time. */
  readonly held: { readonly title: string; readonly time: string } | null
  /** The newest first. */
  readonly notices: readonly { readonly text: string; readonly untilAt: Instant | null }[]
  readonly screenName: string
  readonly identifiedAt: Instant | null
}

/** What the screen of that id shows at `now`; who may not see the screens gets what one that follows the meeting shows. */
export function wallView(
  view: { readonly public: PublicView; readonly screens?: ScreensView },
  screenId: string | null,
  now: Instant,
): WallView {
  const screen = screenOf(view.screens, screenId)
  const { meeting, programme, floor, list } = view.public
  const segment = programme.segments.find(({ id }) => id === programme.currentSegmentId) ?? null
  const projection = projectProgramme({ ...meeting, ...programme }, now)
  const state = stateOf(view.public, segment)
  const spoken = state === 'speaking' ? floor : null
  return {
    ...{ shows: screen.shows, screenName: screen.name, identifiedAt: screen.identifiedAt },
    ...{ state, title: meeting.title, joinCode: meeting.joinCode, warningsMs: meeting.warningsMs },
    utcOffsetMs: utcOffsetMs(now, meeting.timeZone),
    ...moment(view.public, state, projection),
    session: sessionTitle(view.public, segment),
    segment: segment?.title ?? '',
    segmentClock: segment?.clock ?? null,
    name: spoken?.name ?? '',
    organization: spoken?.organization ?? '',
    clock: spoken?.clock ?? null,
    next: nextWords(view.public, segment),
    list: list && {
      open: list.open,
      waiting: list.waiting,
      head: list.head
        .filter(({ onHold }) => !onHold)
        .slice(0, LIST_ROWS)
        .map(({ name, organization }) => ({ name, organization })),
    },
    programme: programmeRows(view.public, projection),
    ...pace(view.public, projection),
    notices: notices(view, screen, now),
  }
}

/** Offsets are whole minutes in every zone of today. */
function utcOffsetMs(now: Instant, timeZone: string): number {
  const { date, time } = localOf(now, timeZone)
  return Date.parse(`${date}T${time}Z`) - Math.floor(now / MINUTE_MS) * MINUTE_MS
}

/** [S1] The main screen where none is named, or one that is gone. */
function screenOf(screens: ScreensView | undefined, screenId: string | null): Screen {
  const all = screens?.screens ?? []
  return all.find(({ id }) => id === screenId) ?? all.find(({ id }) => id === mainScreen.id) ?? mainScreen
}

function stateOf({ meeting, floor }: PublicView, segment: PublicSegment | null): WallState {
  if (meeting.phase === 'planned') return 'before'
  if (meeting.phase === 'ended') return 'ended'
  if (segment?.kind === 'break') return 'break'
  return floor ? 'speaking' : 'idle'
}

function moment(
  { meeting, programme }: PublicView,
  state: WallState,
  projection: Projection,
): Pick<WallView, 'at' | 'atLocal'> {
  const at = {
    before: () => meeting.startsAt,
    break: () => following(programme, projection.segments)?.expectedStartAt ?? null,
    ended: () => meeting.endedAt,
    speaking: () => null,
    idle: () => null,
  }[state]()
  if (at === null) return { at, atLocal: '' }
  const { date, time } = localOf(at, meeting.timeZone)
  return { at, atLocal: state === 'before' ? `${date} ${time}` : time }
}

/** What stands one place behind the current segment, in rows that are in its programme's order. */
function following<Row>(
  { segments, currentSegmentId }: PublicView['programme'],
  rows: readonly Row[],
): Row | undefined {
  return rows[segments.findIndex(({ id }) => id === currentSegmentId) + 1]
}

function sessionTitle({ programme }: PublicView, segment: PublicSegment | null): string {
  const title = programme.sessions.find(({ id }) => id === segment?.sessionId)?.title ?? ''
  return title === segment?.title ? '' : title
}

function nextWords(view: PublicView, segment: PublicSegment | null): string {
  if (segment === null) return ''
  if (segment.kind === 'break') return following(view.programme, view.programme.segments)?.title ?? ''
  return nextSpeaker(view, segment)?.name ?? ''
}

function programmeRows({ meeting, programme }: PublicView, { segments }: Projection): WallView['programme'] {
  const current = programme.segments.findIndex(({ id }) => id === programme.currentSegmentId)
  const last = Math.max(0, segments.length - PROGRAMME_ROWS)
  const first = meeting.phase === 'ended' ? last : Math.min(last, Math.max(0, current - 1))
  return segments.slice(first, first + PROGRAMME_ROWS).map(({ expectedStartAt, state }, index) => ({
    time: localOf(expectedStartAt, meeting.timeZone).time,
    title: programme.segments[first + index]!.title,
    state,
  }))
}

function pace(
  { meeting, programme }: PublicView,
  { behindMs, nextHeld }: Projection,
): Pick<WallView, 'behindMinutes' | 'held'> {
  if (Math.abs(behindMs) < MINUTE_MS) return { behindMinutes: 0, held: null }
  const held = programme.segments.find(({ id }) => id === nextHeld?.segmentId)
  return {
    behindMinutes: Math.sign(behindMs) * roundedMinutes(behindMs),
    held:
      nextHeld && held ? { title: held.title, time: localOf(nextHeld.startAt, meeting.timeZone).time } : null,
  }
}

/** [N1] [N2] To everyone, to all screens or to this one, as long as they last. */
function notices(
  { public: everyone, screens }: { readonly public: PublicView; readonly screens?: ScreensView },
  screen: Screen,
  now: Instant,
): WallView['notices'] {
  const own = (screens?.notices ?? []).filter(({ screenId }) => screenId === null || screenId === screen.id)
  return [...everyone.notices, ...own]
    .filter(({ untilAt }) => untilAt === null || now < untilAt)
    .sort((a, b) => b.at - a.at)
    .slice(0, NOTICES)
    .map(({ text, untilAt }) => ({ text, untilAt }))
}
