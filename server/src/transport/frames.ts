import type { PresenceMessage, ViewMessage } from '@openfloor/shared/protocol.ts'
import type { Meetings } from '../meetings/meetings.ts'
import type { ServerClock } from '../server-clock.ts'
import { MeetingStream, type Member, type Outlet } from './meeting-stream.ts'

/** One connection's place in a meeting's stream. */
export interface Membership {
  /** The view that the next patches fit to. */
  view(): ViewMessage
  /** Who is connected; for moderators. */
  presence(): PresenceMessage
  leave(): void
}

/** Brings what happens in the meetings to those who are connected, as few and as small frames as can be. */
export class Frames {
  readonly #meetings: Meetings
  readonly #clock: ServerClock
  readonly #outlets: Outlet[] = []
  readonly #streams = new Map<string, MeetingStream>()
  readonly #unfollow: readonly (() => void)[]

  constructor(meetings: Meetings, clock: ServerClock) {
    this.#meetings = meetings
    this.#clock = clock
    this.#unfollow = [
      meetings.onCommit((standing) => this.#streams.get(standing.meeting.id)?.changed(standing)),
      meetings.onForgotten(({ id }) => this.#streams.get(id)?.end()),
    ]
  }

  /** Adds a way out; before anybody joins. */
  addOutlet(outlet: Outlet): void {
    this.#outlets.push(outlet)
  }

  /** A connection takes part from now on. Put it where the outlet finds it in the same turn, then send it the view. */
  join(meetingId: string, given: Member): Membership {
    const stream = this.#stream(meetingId)
    const member = { ...given }
    stream.join(member)
    return {
      view: () => stream.view(member),
      presence: () => stream.presence,
      leave: () => this.#leave(meetingId, stream, member),
    }
  }

  close(): void {
    for (const unfollow of this.#unfollow) unfollow()
    for (const stream of this.#streams.values()) stream.close()
    this.#streams.clear()
  }

  #stream(meetingId: string): MeetingStream {
    const known = this.#streams.get(meetingId)
    if (known) return known
    const standing = this.#meetings.get(meetingId)
    if (!standing) throw new Error(`nobody can join ${meetingId}, which does not exist`)
    const stream = new MeetingStream(standing, this.#clock, this.#outlets)
    this.#streams.set(meetingId, stream)
    return stream
  }

  #leave(meetingId: string, stream: MeetingStream, member: Member): void {
    stream.leave(member)
    if (!stream.isEmpty) return
    stream.close()
    this.#streams.delete(meetingId)
  }
}
