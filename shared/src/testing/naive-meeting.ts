import type { Instant } from '../clock/clock.ts'
import type { Command, CommandOf } from '../commands.ts'
import type { Actor, Outcome, RequestStatus, SegmentKind } from '../meeting/state.ts'
import type { RequestKind } from '../ordering/row.ts'
import { createConsultation } from './consultation.ts'

/** A command that was carried out; `ids` are the new ones it gave away. */
export interface Told {
  readonly at: Instant
  readonly by: Actor
  readonly command: Command
  readonly actionId: string
  readonly ids: readonly string[]
}

interface NaiveClock {
  elapsedMs: number
  running: boolean
}

interface NaiveSegment extends NaiveClock {
  kind: SegmentKind
  durationMs: number
  limitMs: number
  entered: boolean
  open: boolean
  list: string[]
}

interface NaiveTurn extends NaiveClock {
  readonly id: string
  readonly personId: string
  readonly requestId: string | null
  readonly isOrder: boolean
  /** Stopped by a point of order that lasts. */
  interrupted: boolean
  outcome: Outcome | null
}

interface NaiveMeeting {
  phase: 'planned' | 'running' | 'ended'
  current: string | null
  startsOnCall: boolean
  readonly segments: Map<string, NaiveSegment>
  /** Their ids in programme order. */
  order: string[]
  readonly turns: NaiveTurn[]
  readonly requests: Map<string, { personId: string; status: RequestStatus; isOrder: boolean }>
}

/**
 * The meeting as somebody would keep it on paper, who knows no rule, believes that every command told was in order,
 * moves the clocks by hand, and takes an action back by telling the whole story again without it.
 */
export function naiveMeeting(story: readonly Told[], now: Instant): NaiveMeeting {
  const meeting: NaiveMeeting = {
    ...{ phase: 'planned', current: null, startsOnCall: true },
    ...{ segments: new Map(), order: [], turns: [], requests: new Map() },
  }
  for (const { id, kind, durationMs } of createConsultation.draft.segments)
    place(meeting, id, meeting.order.at(-1) ?? null).segments.set(id, planned(kind, durationMs))
  let at = now
  const keptInstead = handsInMistakes(story)
  for (const told of withoutUndone(story)) {
    pass(meeting, told.at - at)
    at = told.at
    const before = new Map(meeting.requests)
    tell(meeting, told.command, told)
    passOver(meeting, before, keptInstead.get(told))
  }
  pass(meeting, now - at)
  return meeting
}

/**
 * The story without what was taken back, and without the pauses of a segment that was then never entered, or of a speaker
 * who had the floor, or had it again, only by that mistake.
 */
function withoutUndone(story: readonly Told[]): readonly Told[] {
  const silent = new Set<Told>()
  for (const [until, { command }] of story.entries()) {
    if (command.type !== 'undo') continue
    const from = story.findIndex(({ actionId }) => actionId === command.actionId)
    const isMoot = pausesThatGoWith(story[from]!)
    for (const told of story.slice(from, until)) if (isMoot(told)) silent.add(told)
    silent.add(story[from]!)
  }
  return story.filter((told) => !silent.has(told))
}

/** How those who waited there were taken off a list by mistake. */
type TakenOff = ReadonlyMap<string, RequestStatus>

/** Hands raised while a segment was left, or its list cleared, by mistake; each with all who waited there then. */
function handsInMistakes(story: readonly Told[]): ReadonlyMap<Told, TakenOff> {
  const hands = new Map<Told, TakenOff>()
  for (const [until, { command }] of story.entries()) {
    if (command.type !== 'undo') continue
    const from = story.findIndex(({ actionId }) => actionId === command.actionId)
    const { command: mistaken, at } = story[from]!
    if (mistaken.type !== 'advance-segment' && mistaken.type !== 'clear-list') continue
    const raised = story.slice(from, until).filter(isHand)
    if (raised.length === 0) continue
    const [segmentId, status] =
      mistaken.type === 'clear-list'
        ? ([mistaken.segmentId, 'removed'] as const)
        : ([mistaken.from, 'not-reached'] as const)
    const { list } = naiveMeeting(story.slice(0, from), at).segments.get(segmentId)!
    const taken = list.map((id) => [id, status] as const)
    for (const told of raised) hands.set(told, new Map([...taken, ...(hands.get(told) ?? [])]))
  }
  return hands
}

/** [U5] Who raised a hand while their segment was left by mistake keeps that one. */
function passOver(meeting: NaiveMeeting, before: NaiveMeeting['requests'], left: TakenOff | undefined): void {
  if (!left) return
  const raised = [...meeting.requests.keys()].find((id) => !before.has(id))
  const hand = raised === undefined ? null : meeting.requests.get(raised)!
  const isSame = ({ personId, isOrder }: { personId: string; isOrder: boolean }) =>
    personId === hand?.personId && isOrder === hand.isOrder
  for (const [id, earlier] of before)
    if (isSame(earlier) && earlier.status === 'waiting' && left.has(id)) drop(meeting, id, left.get(id)!)
}

function isHand({ command: { type } }: Told): boolean {
  return type === 'raise-hand' || type === 'enter-request'
}

const speakerChanges: ReadonlySet<Command['type']> = new Set([
  ...(['give-floor', 'end-intervention', 'cut-off', 'mark-absent', 'yield-floor'] as const),
])

function pausesThatGoWith({ command: { type } }: Told): (told: Told) => boolean {
  if (type === 'advance-segment') return isPause
  const changesSpeaker = speakerChanges.has(type)
  return changesSpeaker ? isSpeakersPause : () => false
}

function isSpeakersPause({ command: { type } }: Told): boolean {
  return type === 'start-intervention' || type === 'pause-intervention' || type === 'resume-intervention'
}

function isPause({ command: { type } }: Told): boolean {
  return type === 'pause-segment' || type === 'resume-segment'
}

function planned(kind: SegmentKind, durationMs: number): NaiveSegment {
  const clock = { elapsedMs: 0, running: false, limitMs: durationMs }
  return { ...clock, kind, durationMs, entered: false, open: false, list: [] }
}

/** Puts a segment behind another, or at the head, wherever it was. */
function place(meeting: NaiveMeeting, segmentId: string, after: string | null): NaiveMeeting {
  meeting.order = meeting.order.filter((id) => id !== segmentId)
  meeting.order.splice(after === null ? 0 : meeting.order.indexOf(after) + 1, 0, segmentId)
  return meeting
}

function pass(meeting: NaiveMeeting, passMs: number): void {
  for (const clock of [...meeting.segments.values(), ...meeting.turns])
    if (clock.running) clock.elapsedMs += passMs
}

function tell<Type extends Command['type']>(
  meeting: NaiveMeeting,
  command: CommandOf<Type> & { readonly type: Type },
  told: Told,
): void {
  const teller: Teller<Type> | undefined = tellers[command.type]
  teller?.(meeting, command, told)
}

type Teller<Type extends Command['type']> = (
  meeting: NaiveMeeting,
  command: CommandOf<Type>,
  told: Told,
) => void

/** Commands that are not here change nothing that is kept on this paper. */
const tellers: { readonly [Type in Command['type']]?: Teller<Type> } = {
  'start-meeting': (meeting) => {
    meeting.phase = 'running'
    enter(meeting, 'opening')
  },
  'advance-segment': (meeting, { from, to }) => {
    leave(meeting, from)
    enter(meeting, to)
  },
  'end-meeting': (meeting) => {
    for (const id of meeting.segments.keys()) leave(meeting, id)
    meeting.phase = 'ended'
    meeting.current = null
  },
  'pause-segment': (meeting, { segmentId }) => {
    meeting.segments.get(segmentId)!.running = false
  },
  'resume-segment': (meeting, { segmentId }) => {
    meeting.segments.get(segmentId)!.running = meeting.current === segmentId
  },
  'extend-segment': (meeting, { segmentId, byMs }) => {
    meeting.segments.get(segmentId)!.limitMs += byMs
  },
  'add-segment': (meeting, { segment, after }, { ids }) => {
    place(meeting, ids[0]!, after).segments.set(ids[0]!, planned(segment.kind, segment.durationMs))
  },
  'move-segment': (meeting, { segmentId, after }) => {
    place(meeting, segmentId, after)
  },
  'accept-delay': (meeting, { segmentId }) => {
    const coming = meeting.order.slice(meeting.order.indexOf(segmentId) + 1)
    for (const segment of coming.map((id) => meeting.segments.get(id)!))
      segment.durationMs = Math.max(60_000, segment.limitMs - segment.elapsedMs)
  },
  'edit-segment': (meeting, { segmentId, segment: changes }) => {
    const segment = meeting.segments.get(segmentId)!
    const { kind = segment.kind, durationMs = segment.durationMs } = changes
    const limitMs = Math.max(60_000, segment.limitMs + durationMs - segment.durationMs)
    Object.assign(segment, { kind, durationMs, limitMs, open: segment.open && kind !== 'break' })
  },
  'remove-segment': (meeting, { segmentId }) => {
    meeting.segments.delete(segmentId)
    meeting.order = meeting.order.filter((id) => id !== segmentId)
  },
  'open-list': (meeting, { segmentId }) => {
    meeting.segments.get(segmentId)!.open = true
  },
  'close-list': (meeting, { segmentId }) => {
    meeting.segments.get(segmentId)!.open = false
  },
  'raise-hand': (meeting, { segmentId, kind }, { ids, by }) =>
    wait(meeting, segmentId, ids[0]!, by.personId!, kind),
  'enter-request': (meeting, { segmentId, speaker, kind }, { ids }) => {
    if ('personId' in speaker) wait(meeting, segmentId, ids[0]!, speaker.personId, kind)
    else wait(meeting, segmentId, ids[1]!, ids[0]!, kind)
  },
  'lower-hand': (meeting, { requestId }) => drop(meeting, requestId, 'withdrawn'),
  'remove-request': (meeting, { requestId }) => drop(meeting, requestId, 'removed'),
  'clear-list': (meeting, { segmentId }) => {
    for (const id of [...meeting.segments.get(segmentId)!.list]) drop(meeting, id, 'removed')
  },
  'move-request': (meeting, { requestId, after }) => {
    const { list } = [...meeting.segments.values()].find((segment) => segment.list.includes(requestId))!
    list.splice(list.indexOf(requestId), 1)
    list.splice(after === null ? 0 : list.indexOf(after) + 1, 0, requestId)
  },
  'remove-person': (meeting, { personId }) => leaveForGood(meeting, personId),
  'erase-person': (meeting, { personId }) => leaveForGood(meeting, personId),
  'change-settings': (meeting, { settings }) => {
    meeting.startsOnCall = settings.startsOnCall ?? meeting.startsOnCall
  },
  'give-floor': (meeting, { segmentId, to }, { ids }) => {
    const { list } = meeting.segments.get(segmentId)!
    const isTheirs = (id: string) => {
      const request = meeting.requests.get(id)!
      return 'personId' in to && request.personId === to.personId && !request.isOrder
    }
    const requestId = 'requestId' in to ? to.requestId : (list.find(isTheirs) ?? null)
    const personId = 'personId' in to ? to.personId : meeting.requests.get(to.requestId)!.personId
    const isOrder = requestId !== null && meeting.requests.get(requestId)!.isOrder
    const before = speaking(meeting)
    if (before && isOrder && !before.isOrder) Object.assign(before, { interrupted: true, running: false })
    else endTurn(meeting, before, 'delivered')
    if (requestId !== null) drop(meeting, requestId, 'speaking')
    const turn = { elapsedMs: 0, running: meeting.startsOnCall, interrupted: false, outcome: null }
    meeting.turns.push({ ...turn, id: ids[0]!, personId, requestId, isOrder })
  },
  'start-intervention': (meeting, { interventionId }) => run(meeting, interventionId, true),
  'pause-intervention': (meeting, { interventionId }) => run(meeting, interventionId, false),
  'resume-intervention': (meeting, { interventionId }) => run(meeting, interventionId, true),
  'end-intervention': (meeting, { interventionId }) => end(meeting, interventionId, 'delivered'),
  'cut-off': (meeting, { interventionId }) => end(meeting, interventionId, 'cut-off'),
  'mark-absent': (meeting, { interventionId }) => end(meeting, interventionId, 'absent'),
  'yield-floor': (meeting, { interventionId }) => end(meeting, interventionId, 'yielded'),
}

function enter(meeting: NaiveMeeting, segmentId: string): void {
  const segment = meeting.segments.get(segmentId)!
  if (segment.kind === 'open-floor' && !segment.entered) segment.open = true
  segment.entered = true
  segment.running = true
  meeting.current = segmentId
}

function leave(meeting: NaiveMeeting, segmentId: string): void {
  if (meeting.current === segmentId)
    for (const turn of meeting.turns.filter(({ outcome }) => outcome === null))
      endTurn(meeting, turn, 'delivered')
  const segment = meeting.segments.get(segmentId)!
  for (const id of segment.list.slice()) drop(meeting, id, 'not-reached')
  segment.open = false
  segment.running = false
}

function leaveForGood(meeting: NaiveMeeting, personId: string): void {
  for (const turn of meeting.turns.filter((other) => other.outcome === null && other.personId === personId))
    endTurn(meeting, turn, 'cut-off')
  giveBack(meeting)
  for (const [id, request] of meeting.requests)
    if (request.personId === personId && request.status === 'waiting') drop(meeting, id, 'removed')
}

function wait(
  meeting: NaiveMeeting,
  segmentId: string,
  requestId: string,
  personId: string,
  kind: RequestKind,
): void {
  meeting.segments.get(segmentId)!.list.push(requestId)
  meeting.requests.set(requestId, { personId, status: 'waiting', isOrder: kind === 'point-of-order' })
}

function drop(meeting: NaiveMeeting, requestId: string, status: RequestStatus): void {
  for (const segment of meeting.segments.values())
    segment.list = segment.list.filter((id) => id !== requestId)
  meeting.requests.get(requestId)!.status = status
}

function speaking(meeting: NaiveMeeting): NaiveTurn | undefined {
  return meeting.turns.find(({ outcome, interrupted }) => outcome === null && !interrupted)
}

/** A turn that was taken back is nowhere any more, and neither is what was done in it. */
function run(meeting: NaiveMeeting, id: string, running: boolean): void {
  const turn = meeting.turns.find((other) => other.id === id)
  if (turn) turn.running = running
}

function end(meeting: NaiveMeeting, id: string, outcome: Outcome): void {
  endTurn(
    meeting,
    meeting.turns.find((turn) => turn.id === id),
    outcome,
  )
  giveBack(meeting)
}

/** Nobody speaks: whoever was interrupted has the floor again. */
function giveBack(meeting: NaiveMeeting): void {
  const interrupted = meeting.turns.find((turn) => turn.outcome === null && turn.interrupted)
  if (!interrupted || speaking(meeting)) return
  Object.assign(interrupted, { interrupted: false, running: meeting.startsOnCall })
}

function endTurn(meeting: NaiveMeeting, turn: NaiveTurn | undefined, outcome: Outcome): void {
  if (!turn) return
  Object.assign(turn, { running: false, interrupted: false, outcome })
  const status = outcome === 'absent' ? 'absent' : 'spoken'
  if (turn.requestId !== null) drop(meeting, turn.requestId, status)
}
