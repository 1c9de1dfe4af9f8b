/** What stands between now and somebody's turn; times in ms. */
export interface BeforeTurn {
  /** How many are before, on hold ones left out. */
  readonly ahead: number
  /** Their limits in sum. */
  readonly aheadLimitMs: number
  /** What is left of the speaker's limit, never negative; 0 when nobody speaks. */
  readonly speakerLeftMs: number
  readonly changeoverMs: number
}

/** A turn is expected to come no sooner than `fromMs` from now, and no later than `untilMs`. */
export interface TurnRange {
  readonly fromMs: number
  readonly untilMs: number
}

/** The part of their limits that speakers use, at the least and at the most: some yield early, some run over. */
const LEAST_USED = 0.6
const MOST_USED = 1.1

/**
 * [P15] When a turn comes, as a range that narrows as it comes nearer: the speaker may yield now or use all of the time,
 * those before use some of theirs or a little more, and every change of speaker takes about as long as so far.
 */
export function turnRange({ ahead, aheadLimitMs, speakerLeftMs, changeoverMs }: BeforeTurn): TurnRange {
  const changesMs = (ahead + 1) * changeoverMs
  return {
    fromMs: Math.round(aheadLimitMs * LEAST_USED + ahead * changeoverMs),
    untilMs: Math.round(speakerLeftMs + aheadLimitMs * MOST_USED + changesMs),
  }
}
