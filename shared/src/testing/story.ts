import { expect } from 'vitest'
import type { Command } from '../commands.ts'
import type { MeetingEvent } from '../meeting/events.ts'
import type { Decision } from '../meeting/decision.ts'
import { isRefusal, type RefusalCode } from '../meeting/refusals.ts'
import type { Actor, Intervention, Meeting, Person, Request, Segment } from '../meeting/state.ts'
import { send, untold, type Chronicle } from './chronicle.ts'
import { createConsultation, STARTS_AT, system } from './consultation.ts'

/** Something that came before: a command that was carried out, or time that passed. */
export type Step = { readonly by: Actor; readonly command: Command } | { readonly passMs: number }

export function by(actor: Actor, command: Command): Step {
  return { by: actor, command }
}

export function pass(passMs: number): Step {
  return { passMs }
}

/** A meeting that does not exist yet. */
export function nothing(): Story {
  return new Story(untold(STARTS_AT), [])
}

/** The planned consultation, and what happened in it; a step that is refused fails the test. */
export function given(...steps: readonly Step[]): Story {
  return nothing().and(by(system, createConsultation), ...steps)
}

/** Given → when → then. A story is never changed; each step makes another. */
export class Story {
  readonly chronicle: Chronicle
  readonly decision: Decision

  constructor(chronicle: Chronicle, decision: Decision) {
    this.chronicle = chronicle
    this.decision = decision
  }

  /** What else came before. */
  and(...steps: readonly Step[]): Story {
    return steps.reduce<Story>((story, step) => story.#goOn(step), this)
  }

  when(actor: Actor, command: Command): Story {
    const { chronicle, decision } = send(this.chronicle, actor, command)
    return new Story(chronicle, decision)
  }

  later(passMs: number): Story {
    const { chronicle, decision } = this
    return new Story({ ...chronicle, now: chronicle.now + passMs }, decision)
  }

  /** Then it was refused for that reason, and nothing happened. */
  isRefused(code: RefusalCode): void {
    expect(this.decision).toEqual({ refused: code })
  }

  /** Then exactly this happened. */
  happens(...events: readonly MeetingEvent[]): Story {
    expect(this.decision).toEqual(events)
    return this
  }

  /** Then events of these types happened, in this order. */
  happensInOrder(...types: readonly MeetingEvent['type'][]): Story {
    const events = isRefusal(this.decision) ? [this.decision] : this.decision.map(({ type }) => type)
    expect(events).toEqual(types)
    return this
  }

  #goOn(step: Step): Story {
    if ('passMs' in step) return this.later(step.passMs)
    const next = this.when(step.by, step.command)
    if (isRefusal(next.decision)) throw new Error(`${step.command.type}: ${next.decision.refused}`)
    return next
  }

  get meeting(): Meeting {
    return there(this.chronicle.meeting, 'meeting')
  }

  get now(): number {
    return this.chronicle.now
  }

  segment(id: string): Segment {
    return there(
      this.meeting.segments.find((segment) => segment.id === id),
      id,
    )
  }

  person(id: string): Person {
    return there(this.meeting.people.get(id), id)
  }

  request(id: string): Request {
    return there(this.meeting.requests.get(id), id)
  }

  intervention(id: string): Intervention {
    return there(this.meeting.interventions.get(id), id)
  }

  /** The command that takes back the latest action. */
  get undo(): Command {
    return { type: 'undo', actionId: there(this.meeting.undoable.at(-1), 'action').id }
  }
}

function there<Value>(value: Value | null | undefined, name: string): Value {
  if (value === null || value === undefined) throw new Error(`the story has no ${name}`)
  return value
}
