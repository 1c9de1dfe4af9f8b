import { limits } from '@openfloor/shared/limits.ts'
import type { Frames, Membership } from './frames.ts'
import type { Member } from './meeting-stream.ts'

interface Display {
  readonly membership: Membership
  /** What it joined as: a display that comes back as something else joins anew. */
  readonly as: string
  readonly leaving: NodeJS.Timeout
}

/**
 * Displays that ask again and again instead of staying connected. Each takes part in its meeting, and is counted (S5),
 * until it has not asked for as long as a silence is on any page.
 */
export class PollingDisplays {
  readonly #frames: Frames
  readonly #displays = new Map<string, Display>()

  constructor(frames: Frames) {
    this.#frames = frames
  }

  /** The place of the display of that name, which it gave itself, from now on. */
  membership(meetingId: string, name: string, member: Omit<Member, 'end'>): Membership {
    const key = `${meetingId} ${name}`
    const as = JSON.stringify(member)
    const known = this.#displays.get(key)
    if (known?.as === as) {
      known.leaving.refresh()
      return known.membership
    }
    if (known) this.#leave(key, known)
    const end = () => this.#leave(key, display)
    const membership = this.#frames.join(meetingId, { ...member, end })
    const leaving = setTimeout(end, limits.silenceMs).unref()
    const display: Display = { membership, as, leaving }
    this.#displays.set(key, display)
    return membership
  }

  close(): void {
    for (const [key, display] of this.#displays) this.#leave(key, display)
  }

  #leave(key: string, { membership, leaving }: Display): void {
    clearTimeout(leaving)
    this.#displays.delete(key)
    membership.leave()
  }
}
