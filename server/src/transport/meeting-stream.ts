import { limits } from '@openfloor/shared/limits.ts'
import { mainScreen } from '@openfloor/shared/meeting/state.ts'
import type { PatchMessage, PresenceMessage, ViewMessage } from '@openfloor/shared/protocol.ts'
import { moderatorsView, type ModeratorsView } from '@openfloor/shared/views/moderators.ts'
import { personalView } from '@openfloor/shared/views/personal.ts'
import { connectedPeople, type CountedAs, type Presence } from '@openfloor/shared/views/presence.ts'
import { publicView, type PublicView } from '@openfloor/shared/views/public.ts'
import { screensView, type ScreensView } from '@openfloor/shared/views/screens.ts'
import { rapporteurView, type RapporteurView } from '@openfloor/shared/views/rapporteur.ts'
import type { Audience } from '@openfloor/shared/views/view.ts'
import type { MeetingStanding } from '../meetings/meetings.ts'
import type { ServerClock } from '../server-clock.ts'
import { PersonalPart } from './personal-part.ts'
import { PresenceTeller } from './presence.ts'
import { ViewPart } from './view-part.ts'

/** Those who see the same. */
export type SharedAudience = Exclude<Audience, 'personal'>

/** Where frames go. A shared frame is handed over once, for all who are in its audience. */
export interface Outlet {
  toAudience(meetingId: string, audience: SharedAudience, message: PatchMessage | PresenceMessage): void
  toPerson(meetingId: string, personId: string, message: PatchMessage): void
}

/** One connection: what it sees, and how moderators count it. */
export interface Member {
  readonly audiences: readonly Audience[]
  /** Whose personal part it sees. */
  readonly personId: string | null
  readonly countsAs: CountedAs | null
  /** The screen that a display asked for, which may not exist. */
  readonly screenId: string | null
  /** By which link it came; it ends when that is revoked. */
  readonly linkId: string | null
  /** Ends the connection for good: the person was removed, the link revoked, or the meeting erased. */
  readonly end: () => void
}

interface PersonMembers {
  readonly part: PersonalPart
  count: number
}

/**
 * What is sent to those who are connected to one meeting. The first change goes out at once; while changes keep
 * coming they are joined into one frame an interval. All parts are looked at together, at one version (`#shown`), and
 * whoever comes is given that very state, so that every later patch fits.
 */
export class MeetingStream {
  readonly #clock: ServerClock
  readonly #outlets: readonly Outlet[]
  readonly #public: ViewPart<PublicView>
  readonly #screens: ViewPart<ScreensView>
  #moderators: ViewPart<ModeratorsView> | null = null
  #rapporteur: ViewPart<RapporteurView> | null = null
  readonly #people = new Map<string, PersonMembers>()
  readonly #presence: PresenceTeller
  readonly #members = new Set<Member>()
  #shown: MeetingStanding
  #latest: MeetingStanding
  #shownAtMs = Number.NEGATIVE_INFINITY
  #timer: NodeJS.Timeout | null = null

  constructor(standing: MeetingStanding, clock: ServerClock, outlets: readonly Outlet[]) {
    this.#clock = clock
    this.#outlets = outlets
    this.#shown = this.#latest = standing
    this.#public = new ViewPart('public', publicView(standing.meeting), standing.version)
    this.#screens = new ViewPart('screens', screensView(standing.meeting), standing.version)
    const meetingId = standing.meeting.id
    this.#presence = new PresenceTeller(
      () => this.#count(),
      (message) => this.#toAudience(meetingId, 'moderators', message),
    )
  }

  get isEmpty(): boolean {
    return this.#members.size === 0
  }

  get presence(): PresenceMessage {
    return this.#presence.message
  }

  /** A commit became durable. */
  changed(standing: MeetingStanding): void {
    // Somebody may have said another group.
    if (standing.meeting.people !== this.#latest.meeting.people) this.#presence.changed()
    this.#latest = standing
    if (this.#timer) return
    const waitMs = this.#shownAtMs + limits.frameIntervalMs - this.#clock.now()
    if (waitMs <= 0) this.#show()
    else this.#timer = setTimeout(() => this.#show(), waitMs)
  }

  /** `member` is one connection's own object. */
  join(member: Member): void {
    this.#members.add(member)
    const { audiences, personId } = member
    const { meeting, version } = this.#shown
    if (audiences.includes('moderators'))
      this.#moderators ??= new ViewPart('moderators', moderatorsView(meeting), version)
    if (audiences.includes('rapporteur'))
      this.#rapporteur ??= new ViewPart('rapporteur', rapporteurView(meeting), version)
    if (audiences.includes('personal') && personId !== null) this.#joinPerson(personId)
    this.#presence.changed()
  }

  leave(member: Member): void {
    if (!this.#members.delete(member)) return
    const { personId } = member
    const person = personId === null ? undefined : this.#people.get(personId)
    if (person && --person.count === 0) this.#people.delete(personId!)
    this.#presence.changed()
  }

  /** The view as the member's audiences were last brought to. */
  view({ audiences, personId }: Member): ViewMessage {
    const { epoch, version } = this.#shown
    const moderators = audiences.includes('moderators') ? this.#moderators?.sent : undefined
    const rapporteur = audiences.includes('rapporteur') ? this.#rapporteur?.sent : undefined
    const personal = personId === null ? undefined : this.#people.get(personId)?.part.sent
    return {
      type: 'view',
      epoch,
      version,
      now: this.#clock.now(),
      view: {
        public: this.#public.sent,
        ...(audiences.includes('screens') && { screens: this.#screens.sent }),
        ...(moderators && { moderators }),
        ...(rapporteur && { rapporteur }),
        ...(personal && { personal }),
      },
    }
  }

  /** The meeting is gone: so are its connections. */
  end(): void {
    this.#endAll(() => true)
  }

  close(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#presence.close()
  }

  /** Somebody who has only just joined the meeting may not be in what is shown yet, and is given the newest. */
  #joinPerson(personId: string): void {
    const known = this.#people.get(personId)
    if (known) {
      known.count++
      return
    }
    for (const { meeting } of [this.#shown, this.#latest]) {
      const view = personalView(meeting, personId)
      if (!view) continue
      this.#people.set(personId, {
        part: new PersonalPart(personId, view, meeting, this.#shown.version),
        count: 1,
      })
      return
    }
  }

  #show(): void {
    this.#timer = null
    const before = this.#shown.meeting
    this.#shown = this.#latest
    this.#shownAtMs = this.#clock.now()
    const { meeting, epoch, version } = this.#shown
    const at = { epoch, version, now: this.#shownAtMs }
    if (meeting.revocations !== before.revocations)
      this.#endAll(({ linkId }) => linkId !== null && !meeting.links.has(linkId))
    const toAll = this.#public.moveTo(publicView(meeting), at)
    if (toAll) this.#toAudience(meeting.id, 'public', toAll)
    const toScreens = this.#screens.moveTo(screensView(meeting), at)
    if (toScreens) this.#toAudience(meeting.id, 'screens', toScreens)
    const toModerators = this.#moderators?.moveTo(moderatorsView(meeting), at)
    if (toModerators) this.#toAudience(meeting.id, 'moderators', toModerators)
    const toRapporteur = this.#rapporteur?.moveTo(rapporteurView(meeting), at)
    if (toRapporteur) this.#toAudience(meeting.id, 'rapporteur', toRapporteur)
    for (const [personId, { part }] of this.#people) {
      const message = part.moveTo(meeting, at)
      if (message) this.#toPerson(meeting.id, personId, message)
    }
  }

  /** Ends connections; each then leaves by itself. */
  #endAll(isOver: (member: Member) => boolean): void {
    for (const member of [...this.#members]) if (isOver(member)) member.end()
  }

  #toAudience(meetingId: string, audience: SharedAudience, message: PatchMessage | PresenceMessage): void {
    for (const outlet of this.#outlets) outlet.toAudience(meetingId, audience, message)
  }

  #toPerson(meetingId: string, personId: string, message: PatchMessage | 'gone'): void {
    if (message === 'gone') return this.#endAll((member) => member.personId === personId)
    for (const outlet of this.#outlets) outlet.toPerson(meetingId, personId, message)
  }

  #count(): Presence {
    const counts = { participants: 0, moderators: 0, screens: 0 }
    const displays: Record<string, number> = {}
    for (const { countsAs, screenId } of this.#members) {
      if (countsAs) counts[countsAs]++
      if (countsAs !== 'screens') continue
      const shown = this.#shown.meeting.screens.some(({ id }) => id === screenId) ? screenId! : mainScreen.id
      displays[shown] = (displays[shown] ?? 0) + 1
    }
    const people = connectedPeople(this.#latest.meeting, this.#people.keys())
    return { ...counts, participants: this.#people.size, displays, people }
  }
}
