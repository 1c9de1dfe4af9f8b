import type { Instant } from '@openfloor/shared/clock/clock.ts'
import { floorIntervention, segmentById } from '@openfloor/shared/meeting/queries.ts'
import type { Meeting } from '@openfloor/shared/meeting/state.ts'
import type { PatchMessage } from '@openfloor/shared/protocol.ts'
import { personalView, replySection, type PersonalView } from '@openfloor/shared/views/personal.ts'
import { ViewPart } from './view-part.ts'

/** One person's part of the view. Most changes of a meeting are nothing to most people: that is seen at a glance. */
export class PersonalPart {
  readonly #personId: string
  readonly #part: ViewPart<PersonalView>
  #restsOn: readonly unknown[]

  /** `version` is what the person's view is said to be at, `meeting` may be newer. */
  constructor(personId: string, view: PersonalView, meeting: Meeting, version: number) {
    this.#personId = personId
    this.#part = new ViewPart('personal', view, version)
    this.#restsOn = whatItRestsOn(meeting, personId)
  }

  get sent(): PersonalView {
    return this.#part.sent
  }

  /** The message that takes the person to this meeting; null when nothing changed; `gone` when they were removed. */
  moveTo(
    meeting: Meeting,
    at: { readonly epoch: string; readonly version: number; readonly now: Instant },
  ): PatchMessage | null | 'gone' {
    const before = this.#restsOn
    this.#restsOn = whatItRestsOn(meeting, this.#personId)
    if (this.#restsOn.every((part, index) => part === before[index])) return null
    const view = personalView(meeting, this.#personId)
    return view ? this.#part.moveTo(view, at) : 'gone'
  }
}

/** All that `personalView` looks at; while these are the same objects, so is the view. */
function whatItRestsOn(meeting: Meeting, personId: string): readonly unknown[] {
  const person = meeting.people.get(personId)
  const requestId = person?.requestId ?? null
  const request = requestId === null ? undefined : meeting.requests.get(requestId)
  const segment = request && segmentById(meeting, request.segmentId)
  const pointOfOrderId = person?.pointOfOrderId ?? null
  const pointOfOrder = pointOfOrderId === null ? undefined : meeting.requests.get(pointOfOrderId)
  const orderSegment = pointOfOrder && segmentById(meeting, pointOfOrder.segmentId)
  const speaking = floorIntervention(meeting)
  const hasFloor = speaking?.personId === personId
  const [turn, notices] = hasFloor ? [speaking.id, meeting.notices] : [null, null]
  const { mayReply, rightsOfReplyUsed } = person
    ? replySection(meeting, personId)
    : { mayReply: false, rightsOfReplyUsed: 0 }
  return [
    ...[person, request, segment, pointOfOrder, orderSegment, turn, notices],
    ...[meeting.settings, meeting.groups, mayReply, rightsOfReplyUsed],
  ]
}
