import fc from 'fast-check'
import type { Command, CommandOf } from '../commands.ts'
import { floorIntervention } from '../meeting/queries.ts'
import { screenShows, type Actor, type Meeting, type Role } from '../meeting/state.ts'
import { ownStatement } from './wishes.ts'
import { described, inRole, MINUTE_MS, participant, planOf, SECOND_MS } from './consultation.ts'

/**
 * A random step, as numbers that are looked up in the meeting when its turn comes: so it can be written down, repeated
 * and made smaller. Most steps name what is there; some name what is over, or what never was.
 */
export interface Move {
  readonly wish: Wish
  /** Who; see `actorOf`. */
  readonly who: number
  readonly first: number
  readonly second: number
  /** Passes before it. */
  readonly passMs: number
  /** Of a course with statements only, in the order they were asked or moved. */
  readonly plain: boolean
}

/** What a command is about, looked up in the meeting. */
interface Pick {
  readonly segmentId: (n: number) => string
  readonly requestId: (n: number) => string
  readonly interventionId: (n: number) => string
  readonly personId: (n: number) => string
  readonly sessionId: (n: number) => string
}

type Maker = (pick: Pick, first: number, second: number, meeting: Meeting) => Command

function about(type: 'pause-segment' | 'resume-segment' | 'open-list' | 'close-list' | 'clear-list'): Maker {
  return ({ segmentId }, first) => ({ type, segmentId: segmentId(first) })
}

function ofSpeaker(
  type:
    | 'start-intervention'
    | 'pause-intervention'
    | 'resume-intervention'
    | 'end-intervention'
    | 'cut-off'
    | 'mark-absent'
    | 'yield-floor',
): Maker {
  return ({ interventionId }, first) => ({ type, interventionId: interventionId(first) })
}

const bands = ['receipt', 'fewest-interventions', 'least-time', 'lots'] as const
const kinds = ['question', 'point-of-order', 'right-of-reply'] as const

const makers = {
  'raise-hand': ({ segmentId }, first, second): CommandOf<'raise-hand'> => ({
    ...{ type: 'raise-hand', segmentId: segmentId(first), ...ownStatement, topic: '' },
    kind: second % 3 === 0 ? kinds[first % kinds.length]! : 'statement',
  }),
  'lower-hand': ({ requestId }, first) => ({ type: 'lower-hand', requestId: requestId(first) }),
  'enter-request': ({ segmentId, personId }, first, second): CommandOf<'enter-request'> => ({
    ...{ type: 'enter-request', segmentId: segmentId(first), ...ownStatement, topic: '' },
    kind: second % 5 === 0 ? kinds[first % kinds.length]! : 'statement',
    speaker: second % 4 === 0 ? { person: described('guest') } : { personId: personId(second) },
  }),
  'remove-request': ({ requestId }, first) => ({ type: 'remove-request', requestId: requestId(first) }),
  'move-request': ({ requestId }, first, second) => ({
    ...{ type: 'move-request', requestId: requestId(first) },
    after: second % 3 === 0 ? null : requestId(second),
  }),
  'clear-list': about('clear-list'),
  'open-list': about('open-list'),
  'close-list': about('close-list'),
  'give-floor': ({ segmentId, requestId, personId }, first, second, { interventionIds }) => ({
    ...{ type: 'give-floor', segmentId: segmentId(4 * first + 1) },
    to: second % 3 === 0 ? { personId: personId(first) } : { requestId: requestId(first) },
    after: second % 7 === 0 ? (interventionIds[first] ?? null) : (interventionIds.at(-1) ?? null),
  }),
  'start-intervention': ofSpeaker('start-intervention'),
  'pause-intervention': ofSpeaker('pause-intervention'),
  'resume-intervention': ofSpeaker('resume-intervention'),
  'end-intervention': ofSpeaker('end-intervention'),
  'cut-off': ofSpeaker('cut-off'),
  'mark-absent': ofSpeaker('mark-absent'),
  'yield-floor': ofSpeaker('yield-floor'),
  'extend-intervention': ({ interventionId }, first, second): CommandOf<'extend-intervention'> => ({
    ...{ type: 'extend-intervention', interventionId: interventionId(first) },
    byMs: ((second % 9) - 4) * 15 * SECOND_MS + 1,
  }),
  'set-speaking-limit': ({ segmentId }, first, second) => ({
    ...{ type: 'set-speaking-limit', segmentId: segmentId(first) },
    limitMs: ((second % 5) + 1) * MINUTE_MS,
  }),
  'cap-limits': ({ segmentId }, first, second): CommandOf<'cap-limits'> => ({
    ...{ type: 'cap-limits', segmentId: segmentId(first) },
    limitMs: second % 3 === 0 ? null : ((second % 3) + 1) * 45 * SECOND_MS,
  }),
  'hold-request': ({ requestId }, first, second): CommandOf<'hold-request'> => ({
    ...{ type: 'hold-request', requestId: requestId(first), held: second % 2 === 0 },
  }),
  'set-availability': ({ requestId }, first, second): CommandOf<'set-availability'> => ({
    ...{ type: 'set-availability', requestId: requestId(first), available: second % 2 === 0 },
  }),
  'set-order-policy': ({ segmentId }, first, second): CommandOf<'set-order-policy'> => ({
    ...{ type: 'set-order-policy', segmentId: segmentId(first) },
    policy: {
      ...{ band: bands[second % bands.length]!, cap: 1, safePositions: first % 4 },
      alternation: second % 2 === 0 ? null : { by: 'group', rule: 'round-robin' },
    },
  }),
  'start-meeting': () => ({ type: 'start-meeting' }),
  'advance-segment': ({ segmentId }, first, second) => ({
    ...{ type: 'advance-segment', from: segmentId(4 * first + 1), to: segmentId(4 * second) },
  }),
  'end-meeting': ({ segmentId }, first) => ({ type: 'end-meeting', from: segmentId(first) }),
  'pause-segment': about('pause-segment'),
  'resume-segment': about('resume-segment'),
  'extend-segment': ({ segmentId }, first, second) => ({
    ...{ type: 'extend-segment', segmentId: segmentId(first), byMs: ((second % 9) - 4) * MINUTE_MS + 1 },
  }),
  'accept-delay': ({ segmentId }, first) => ({ type: 'accept-delay', segmentId: segmentId(first) }),
  'send-notice': (_pick, first): CommandOf<'send-notice'> => ({
    ...{ type: 'send-notice', text: 'Please mute.', durationMs: null, screenId: null },
    to: (['everyone', 'speaker', 'screens'] as const)[first % 3]!,
  }),
  'add-screen': (_pick, first): CommandOf<'add-screen'> => ({
    ...{ type: 'add-screen', name: `Screen ${first % 3}`, shows: screenShows[first % screenShows.length]! },
  }),
  'remove-screen': (_pick, first, _second, meeting) => ({
    type: 'remove-screen',
    screenId: screenIn(meeting, first),
  }),
  'direct-screen': (_pick, first, second, meeting): CommandOf<'direct-screen'> => ({
    ...{ type: 'direct-screen', screenId: second % 3 === 0 ? null : screenIn(meeting, first) },
    shows: screenShows[second % screenShows.length]!,
  }),
  'blackout-screens': (_pick, first) => ({ type: 'blackout-screens', dark: first % 2 === 0 }),
  undo: (_pick, first, _second, { undoable }) => ({
    ...{ type: 'undo', actionId: undoable.at(first % 5 === 0 ? -2 : -1)?.id ?? 'gone' },
  }),
  'add-segment': ({ segmentId, sessionId }, first, second): CommandOf<'add-segment'> => ({
    ...{ type: 'add-segment', sessionId: sessionId(second), after: segmentId(first) },
    segment: { ...planOf('closing'), kind: second % 2 === 0 ? 'open-floor' : 'plenary' },
  }),
  'edit-segment': ({ segmentId }, first, second): CommandOf<'edit-segment'> => {
    const chosen = segmentId(first)
    const plan = planOf(chosen === 'opening' ? chosen : ['opening', 'panel', 'floor', 'lunch'][second % 4]!)
    const durationMs = ((second % 60) + 1) * MINUTE_MS
    return { type: 'edit-segment', segmentId: chosen, segment: { ...plan, durationMs } }
  },
  'move-segment': ({ segmentId, sessionId }, first, second) => ({
    ...{ type: 'move-segment', segmentId: butOpening(segmentId(4 * first)), after: segmentId(4 * second) },
    sessionId: sessionId(second),
  }),
  'remove-segment': ({ segmentId }, first) => ({
    ...{ type: 'remove-segment', segmentId: butOpening(segmentId(first)) },
  }),
  'set-panel': ({ segmentId, personId }, first, second): CommandOf<'set-panel'> => ({
    ...{ type: 'set-panel', segmentId: segmentId(first) },
    panel: [{ personId: personId(second), limitMs: second % 2 === 0 ? null : 5 * MINUTE_MS }],
  }),
  'change-settings': (_pick, first) => ({
    type: 'change-settings',
    settings: { startsOnCall: first % 2 === 0, warningsMs: [] },
  }),
  'add-person': () => ({ type: 'add-person', person: described('guest') }),
  'erase-person': ({ personId }, first) => ({ type: 'erase-person', personId: personId(first) }),
  'remove-person': ({ personId }, first) => ({
    type: 'remove-person',
    personId: personId(first),
    keepOut: false,
  }),
} satisfies Partial<Record<Command['type'], Maker>>

function screenIn({ screens }: Meeting, n: number): string {
  return screens[n % (screens.length + 1)]?.id ?? 'gone'
}

/** The opening stays the first, and a plenary, so that whoever keeps the meeting on paper knows where it starts. */
function butOpening(segmentId: string): string {
  return segmentId === 'opening' ? 'gone' : segmentId
}

type Wish = keyof typeof makers

/** How much more often than others some things happen. */
const often: Partial<Record<Wish, number>> = {
  ...{ 'hold-request': 2, 'set-availability': 3, 'set-order-policy': 2, 'accept-delay': 3 },
  ...{ 'raise-hand': 15, 'enter-request': 3, 'lower-hand': 3, 'remove-request': 3, 'move-request': 5 },
  ...{ 'give-floor': 8, 'pause-intervention': 3, 'extend-intervention': 2, 'yield-floor': 2 },
  ...{ 'end-intervention': 3, 'cut-off': 3, 'open-list': 5, undo: 8 },
}

const wishes = Object.keys(makers) as Wish[]

/** Leads to the open floor of a consultation that was just created. */
const toTheFloor: readonly Move[] = (['start-meeting', 'advance-segment'] as const).map((wish) => ({
  ...{ wish, who: 1, first: 0, second: 2, passMs: 60_000, plain: true },
}))

const anyMove: fc.Arbitrary<Move> = fc.record({
  plain: fc.constant(false),
  wish: fc.constantFrom(...wishes.flatMap((wish) => Array<Wish>(often[wish] ?? 1).fill(wish))),
  who: fc.nat(99),
  first: fc.nat(99),
  second: fc.nat(99),
  passMs: fc.oneof(fc.constant(0), fc.nat(90_000)),
})

/** A random consultation; most begin on the open floor, some before the start. */
export const anyCourse: fc.Arbitrary<readonly Move[]> = fc
  .tuple(
    fc.constantFrom<(readonly Move[])[]>(toTheFloor, toTheFloor, []),
    fc.array(anyMove, { minLength: 1, maxLength: 80, size: 'max' }),
    fc.boolean(),
  )
  .map(([beginning, moves, plain]) => [...beginning, ...(plain ? plainly(moves) : moves)])

function plainly(moves: readonly Move[]): readonly Move[] {
  return moves.filter(({ wish }) => wish !== 'set-order-policy').map((move) => ({ ...move, plain: true }))
}

/** The command of a move in this meeting, and who sends it. */
export function sentBy(move: Move, meeting: Meeting): { readonly by: Actor; readonly command: Command } {
  const maker: Maker = makers[move.wish]
  const made = maker(pickFrom(meeting), move.first, move.second, meeting)
  const command = move.plain && 'kind' in made ? { ...made, kind: 'statement' as const } : made
  return { by: actorOf(move, command, meeting), command }
}

function pickFrom(meeting: Meeting): Pick {
  const { segments, currentSegmentId, floorId, interventionIds, people, requests, sessions } = meeting
  const ids = (values: Iterable<{ readonly id: string }>) => Array.from(values, ({ id }) => id)
  const waiting = segments.flatMap(({ list }) => list)
  const idle = [...people.values()].filter(({ requestId, removedAt }) => {
    return removedAt === null && (requestId === null || !waiting.includes(requestId))
  })
  return {
    segmentId: (n) => oneOf(n, currentSegmentId ? [currentSegmentId] : [], ids(segments)),
    requestId: (n) => oneOf(n, waiting, ids(requests.values())),
    interventionId: (n) => oneOf(n, floorId ? [floorId] : [], interventionIds),
    personId: (n) => oneOf(n, ids(idle), ids(people.values())),
    sessionId: (n) => oneOf(4 * n, [], ids(sessions)),
  }
}

/** One of the likely ones; when `n` divides by four any, or one that never was. */
function oneOf(n: number, likely: readonly string[], all: readonly string[]): string {
  const some = n % 4 !== 0 && likely.length > 0 ? likely : [...all, 'gone']
  return some[(n >> 2) % some.length]!
}

/** Whoever may send it, most of the time; for one in ten, somebody of another role. Some do it for somebody else. */
function actorOf({ who }: Move, command: Command, meeting: Meeting): Actor {
  const roles: readonly Role[] = ['screen', 'rapporteur', 'moderator', 'participant', 'door']
  if (who % 10 === 0) return inRole(roles[(who / 10) % roles.length]!)
  if (who % 3 === 0 && command.type !== 'raise-hand') return inRole('moderator')
  switch (command.type) {
    case 'raise-hand':
      return participant(pickFrom(meeting).personId(who))
    case 'lower-hand':
    case 'set-availability':
      return participant(meeting.requests.get(command.requestId)?.personId ?? 'amina')
    case 'yield-floor':
      return participant(floorIntervention(meeting)?.personId ?? 'amina')
    default:
      return inRole('coordinator')
  }
}
