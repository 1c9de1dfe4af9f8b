import type { WrittenCommand } from '@openfloor/shared/commands.ts'
import type { View } from '@openfloor/shared/views/view.ts'
import { pictureOf, type Picture } from './picture.ts'
import type { Random } from './random.ts'

type Wish = WrittenCommand | null
type Maker = (picture: Picture, random: Random) => Wish

/** "Next": the head of the list, else whoever sits on the panel, else the next segment. */
export function nextWish(view: View): Wish {
  const { phase } = view.public.meeting
  if (phase === 'planned') return { type: 'start-meeting' }
  const picture = pictureOf(view)
  if (!picture) return undoWish(view)
  const { current, rows, next, floor } = picture
  const seat = current.panel.find(({ personId, spoken }) => spoken === 0 && personId !== floor?.personId)
  if (rows[0]) return gift(picture, { requestId: rows[0].requestId })
  if (seat) return gift(picture, { personId: seat.personId })
  return { type: 'advance-segment', from: current.id, to: next.id }
}

/** What a moderator might do now. */
export function moderatorWish(view: View, random: Random): Wish {
  const picture = pictureOf(view)
  if (!picture) return nextWish(view)
  return random.pick(weighted)!(picture, random)
}

/** What a participant might do now. */
export function participantWish({ public: seen, personal }: View, random: Random): Wish {
  const { segments, currentSegmentId } = seen.programme
  const request = personal?.request
  if (seen.floor && seen.floor.personId === personal?.me.id && random.chance(0.3))
    return { type: 'yield-floor', interventionId: seen.floor.interventionId }
  if (request?.status === 'waiting' && random.chance(0.2))
    return { type: 'lower-hand', requestId: request.requestId }
  const open = segments.find(({ listOpen }) => listOpen)?.id ?? currentSegmentId
  const segmentId = random.chance(0.9) ? open : random.pick(segments)!.id
  return segmentId === null ? null : { type: 'raise-hand', segmentId, topic: random.text(4) }
}

function undoWish({ moderators }: View): Wish {
  return moderators?.undo ? { type: 'undo', actionId: moderators.undo.actionId } : null
}

function gift(
  { current, moderators }: Picture,
  to: { readonly requestId: string } | { readonly personId: string },
): Wish {
  return { type: 'give-floor', segmentId: current.id, to, after: moderators.lastInterventionId }
}

/** Those who joined themselves more often than those who are only named. */
function anybody({ moderators }: Picture, random: Random): string {
  const people = Object.values(moderators.people)
  const joined = people.filter(({ origin }) => origin === 'joined')
  return random.pick(random.chance(0.6) ? joined : people)?.id ?? 'nobody'
}

const withFloor =
  (make: (interventionId: string, random: Random) => Wish): Maker =>
  ({ floor }, random) =>
    floor && make(floor.interventionId, random)

const withRow =
  (make: (requestId: string, picture: Picture, random: Random) => Wish): Maker =>
  (picture, random) => {
    const row = random.pick(picture.rows)
    return row ? make(row.requestId, picture, random) : null
  }

/** How often, and what. */
const makers: readonly (readonly [number, Maker])[] = [
  [6, ({ view }) => nextWish(view)],
  [2, (picture, random) => gift(picture, { personId: anybody(picture, random) })],
  [3, withFloor((interventionId) => ({ type: 'end-intervention', interventionId }))],
  [3, withFloor((interventionId) => ({ type: 'cut-off', interventionId }))],
  [3, withFloor((interventionId) => ({ type: 'pause-intervention', interventionId }))],
  [2, withFloor((interventionId) => ({ type: 'resume-intervention', interventionId }))],
  [3, withFloor((interventionId) => ({ type: 'extend-intervention', interventionId, byMs: 30_000 }))],
  [8, ({ view }) => undoWish(view)],
  [1, ({ current, next }) => ({ type: 'advance-segment', from: current.id, to: next.id })],
  [
    6,
    ({ current, view }, random) => {
      const floors = view.public.programme.segments.filter(({ kind }) => kind === 'open-floor')
      const to = random.pick(floors)!.id
      return current.kind === 'open-floor' ? null : { type: 'advance-segment', from: current.id, to }
    },
  ],
  [5, ({ current }) => ({ type: current.listOpen ? 'close-list' : 'open-list', segmentId: current.id })],
  [3, withRow((requestId) => ({ type: 'remove-request', requestId }))],
  [
    9,
    withRow((requestId, { rows }, random) => {
      const after = random.chance(0.4) ? null : random.pick(rows)!.requestId
      return { type: 'move-request', requestId, after }
    }),
  ],
  [
    8,
    (picture, random) => {
      const speaker = { personId: anybody(picture, random) }
      return { type: 'enter-request', segmentId: picture.current.id, speaker, topic: 'entered' }
    },
  ],
  [
    2,
    ({ current }, random) => ({
      type: 'set-speaking-limit',
      segmentId: current.id,
      limitMs: random.between(1, 3) * 60_000,
    }),
  ],
  [2, ({ current }) => ({ type: 'extend-segment', segmentId: current.id, byMs: 60_000 })],
  [
    3,
    ({ current: { id: segmentId, clock } }) => ({
      type: clock.startedAt === null ? 'resume-segment' : 'pause-segment',
      segmentId,
    }),
  ],
  [
    6,
    (_picture, random) => ({
      type: 'send-notice',
      to: random.pick(['everyone', 'speaker', 'screens'] as const)!,
      text: `Notice ${random.text(8)}`,
      durationMs: null,
    }),
  ],
  [
    2,
    ({ view }, random) => {
      const notice = random.pick(view.public.notices)
      return notice ? { type: 'withdraw-notice', noticeId: notice.id } : null
    },
  ],
  [2, (picture, random) => editWish(anybody(picture, random), `Name ${random.text(4)}`)],
  [0.3, (picture, random) => ({ type: 'remove-person', personId: anybody(picture, random) })],
  [0.3, ({ current }) => ({ type: 'end-meeting', from: current.id })],
]

const weighted = makers.flatMap(([weight, make]) => Array<Maker>(Math.ceil(weight * 4)).fill(make))

/** Changes what a person sees of themselves, and what moderators see of them. */
export function editWish(personId: string, name: string): WrittenCommand {
  return { type: 'edit-person', personId, person: { name } }
}
