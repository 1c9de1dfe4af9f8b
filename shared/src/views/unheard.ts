import { limits } from '../limits.ts'
import type { Meeting, Request } from '../meeting/state.ts'

/** Somebody who asked for the floor and has not been heard, with what became of their latest request. */
export interface UnheardPerson {
  readonly personId: string
  readonly status: Exclude<Request['status'], 'speaking' | 'spoken' | 'withdrawn'>
}

export interface Unheard {
  readonly count: number
  /** Those who have asked for longest (at most `limits.unheardShown`). */
  readonly first: readonly UnheardPerson[]
}

/** [B2] Who asked there, has not taken it back, and was not heard. Whoever speaks now is being heard. */
export function unheardIn(
  { requests, people }: Meeting,
  heard: ReadonlySet<string>,
  isIn: (segmentId: string) => boolean,
): Unheard {
  const speaking = new Set<string>()
  const asking = new Map<string, Asking>()
  for (const { segmentId, personId, kind, status, receipt } of requests.values()) {
    if (!isIn(segmentId) || kind === 'point-of-order' || heard.has(personId)) continue
    if (status === 'speaking') speaking.add(personId)
    if (status === 'speaking' || status === 'spoken' || status === 'withdrawn') continue
    const known = asking.get(personId)
    const isLatest = !known || receipt > known.latest
    asking.set(personId, {
      personId,
      status: isLatest ? status : known.status,
      since: Math.min(receipt, known?.since ?? receipt),
      latest: Math.max(receipt, known?.latest ?? receipt),
    })
  }
  const unheard = [...asking.values()].filter(
    ({ personId }) => !speaking.has(personId) && people.get(personId)?.removedAt === null,
  )
  return {
    count: unheard.length,
    first: unheard
      .toSorted((a, b) => a.since - b.since)
      .slice(0, limits.unheardShown)
      .map(({ personId, status }) => ({ personId, status })),
  }
}

interface Asking extends UnheardPerson {
  /** The receipts of their first and of their latest request. */
  readonly since: number
  readonly latest: number
}
