import { outsideCommand } from '@openfloor/shared/commands.ts'
import type { Commit } from '@openfloor/shared/commit.ts'
import type { MeetingEvent } from '@openfloor/shared/meeting/events.ts'
import { decide } from '@openfloor/shared/meeting/meeting.ts'
import type { Meeting } from '@openfloor/shared/meeting/state.ts'
import type { Book, Entry } from './book.ts'

/** The record of a meeting after the storm: its commits, and the meeting after each; `[0]` is before the first. */
export interface History {
  readonly commits: readonly Commit[]
  readonly meetings: readonly (Meeting | null)[]
}

/** What the record says otherwise than those who were told; each fault named. Empty when all is well. */
export function recordFaults(history: History, book: Book): string[] {
  return [
    ...ofTheOrder(history),
    ...ofTheSenders(history, book),
    ...ofTheNotices(history),
    ...[...book.entries.values()].flatMap((entry) => [...ofTheAnswer(history, entry)]),
    ...ofWhatWasSeen(history, book),
    ...ofRaces(history, book),
    ...ofTheHands(history),
    ...ofTheFloor(history),
  ]
}

function* ofTheOrder({ commits }: History): Generator<string> {
  const ids = new Set<string>()
  for (const [index, { version, at, commandId }] of commits.entries()) {
    if (version !== index + 1) yield `version ${version} stands at place ${index + 1}`
    if (at < (commits[index - 1]?.at ?? at)) yield `version ${version} is earlier than the one before it`
    if (ids.has(commandId)) yield `${commandId} was committed twice`
    ids.add(commandId)
  }
}

/** [Promise 1] One page's commands are done in the order in which they were sent. */
function* ofTheSenders({ commits }: History, book: Book): Generator<string> {
  const versions = new Map(commits.map(({ commandId, version }) => [commandId, version]))
  const reached = new Map<string, number>()
  for (const { by, id, command, isDoubled } of book.entries.values()) {
    const version = versions.get(id)
    if (version === undefined || isDoubled) continue
    if (version < (reached.get(by) ?? 0))
      yield `${command.type} of ${by} was done before what was sent earlier`
    reached.set(by, version)
  }
}

/** [Promise 1] What was acknowledged is in the record, and what was refused is not. */
function* ofTheAnswer(history: History, { id, command, result, isDoubled, by }: Entry): Generator<string> {
  if (!result) return
  const commit = history.commits.find(({ commandId }) => commandId === id)
  const name = `${command.type} ${id} of ${by}`
  if (isDone(result)) {
    const hadNothingToDo = (!commit || isDoubled) && isNothing(history, command, result.version)
    if (commit?.version !== result.version && !hadNothingToDo)
      yield `${name} was acknowledged as ${result.version} and is ${commit?.version ?? 'lost'}`
    return
  }
  if ('error' in result && !['storage-full', 'unavailable'].includes(result.error))
    yield `${name} was answered by ${result.error}: ${result.detail}`
  // The other copy may have come when it could be done; of a failed store nobody can say what it kept.
  const isUnsure = isDoubled || ('error' in result && result.error === 'unavailable')
  if (commit && !isUnsure) yield `${name} was refused and is in the record: ${JSON.stringify(result)}`
}

function isDone(result: NonNullable<Entry['result']>): result is { readonly version: number } {
  return !('refusal' in result) && !('error' in result)
}

/** Whether that command was fulfilled already at that version, so that nothing was to be recorded. */
function isNothing({ meetings }: History, command: Entry['command'], version: number): boolean {
  const actor = { role: 'moderator', linkId: null, personId: null } as const
  const decision = decide(meetings[version] ?? null, outsideCommand.parse(command), {
    now: 0,
    actor,
    newId: () => '',
  })
  return Array.isArray(decision) && decision.length === 0
}

/** [Promise 3] What rested on a picture was done only while that picture was true. */
function* ofWhatWasSeen({ commits, meetings }: History, book: Book): Generator<string> {
  for (const { commandId, version } of commits) {
    const command = book.entries.get(commandId)?.command
    const before = meetings[version - 1]
    if (!command || !before) continue
    if (command.type === 'give-floor' && command.after !== (before.interventionIds.at(-1) ?? null))
      yield `version ${version} gave the floor after another speaker than its sender saw`
    if (command.type === 'advance-segment' && command.from !== before.currentSegmentId)
      yield `version ${version} advanced from another segment than its sender saw`
  }
}

/** [Promise 3] Two moderators pressed at once: one effect, unless others had brought the picture back between. */
function* ofRaces({ commits }: History, book: Book): Generator<string> {
  for (const ids of book.races) {
    const [first, second] = commits.filter(({ commandId }) => ids.includes(commandId))
    if (!first || !second || first.command !== second.command) continue
    const [one, other] = ids.map((id) => JSON.stringify(book.entries.get(id)!.command))
    const between = commits.slice(first.version, second.version - 1)
    const isBack = between.some(({ command }) => command === 'undo' || command === first.command)
    if (one === other && !isBack)
      yield `${first.command} was done twice: versions ${first.version} and ${second.version}`
  }
}

/** A hand that is in the record waits in its list, unless something later in the record is about it. */
function* ofTheHands({ commits, meetings }: History): Generator<string> {
  const { segments } = meetings.at(-1)!
  const waiting = new Set(segments.flatMap(({ list }) => list))
  for (const { version, events } of commits)
    for (const event of events) {
      if (event.type !== 'hand-raised' || waiting.has(event.requestId)) continue
      const later = commits.slice(version).map((commit) => JSON.stringify(commit.events))
      if (!later.some((text) => text.includes(event.requestId))) yield `the hand ${event.requestId} is lost`
    }
}

/** No wish was done twice under two ids; each notice has a text of its own. */
function* ofTheNotices({ commits }: History): Generator<string> {
  const texts = new Set<string>()
  for (const event of commits.flatMap(({ events }) => events)) {
    if (event.type !== 'notice-sent') continue
    if (texts.has(event.text)) yield `the notice "${event.text}" was sent twice`
    texts.add(event.text)
  }
}

function* ofTheFloor({ commits, meetings }: History): Generator<string> {
  const count = (type: MeetingEvent['type']) =>
    commits.flatMap(({ events }) => events).filter((event) => event.type === type).length
  const gifts = commits.filter(({ command }) => command === 'give-floor').length
  if (count('floor-given') !== gifts) yield 'a command gave the floor more or less than once'
  const expected = gifts - count('floor-taken-back')
  const { size } = meetings.at(-1)!.interventions
  if (size !== expected) yield `${size} interventions are there instead of ${expected}`
}
