import { limits } from '../limits.ts'

/** The list of a segment and the time there is for it; all in ms. */
export interface ListTime {
  /** What is left of the segment, less what is kept for replies; negative once it is over. */
  readonly leftMs: number
  /** What is left of the speaker's limit; 0 when nobody speaks. */
  readonly speakerLeftMs: number
  /** The limits of those who wait and are not on hold, in their order. */
  readonly limitsMs: readonly number[]
  readonly changeoverMs: number
}

/** Whether the list fits: `spareMs` is what remains after everybody's limit, negative when time is short. */
export interface ListFit {
  readonly neededMs: number
  readonly spareMs: number
  /** How many of those who wait have their turn before the end, if all use their limit. */
  readonly reached: number
}

/** Limits that are usual when time is short, in ms, the longest first. */
const usualLimitsMs = [180_000, 120_000, 90_000, 60_000]

/** Equal shares are rounded down to so many ms. */
const SHARE_STEP_MS = 5_000

/** [P13] The sum of the limits and a change of speaker before each, against the time that is left. */
export function listFit({ leftMs, speakerLeftMs, limitsMs, changeoverMs }: ListTime): ListFit {
  let neededMs = Math.max(0, speakerLeftMs)
  let reached = 0
  for (const limitMs of limitsMs) {
    neededMs += changeoverMs + limitMs
    if (neededMs <= leftMs) reached += 1
  }
  return { neededMs, spareMs: leftMs - neededMs, reached }
}

/** A lower limit for all who wait, and whether the list fits with it. */
export interface LimitProposal {
  readonly limitMs: number
  readonly kind: 'usual' | 'equal-share'
  readonly spareMs: number
}

/**
 * [L19] Limits to propose when the list does not fit: those usual ones that are lower than the longest in the list and
 * with which it fits, the longest first, and the equal share of the time. None when it fits, or when not even the
 * shortest limit there is would do: then only closing the list helps.
 */
export function limitProposals(time: ListTime): LimitProposal[] {
  if (time.limitsMs.length === 0 || listFit(time).spareMs >= 0) return []
  const longestMs = Math.max(...time.limitsMs)
  const share = equalShareMs(time)
  const usual = usualLimitsMs
    .filter((limitMs) => limitMs < longestMs)
    .map((limitMs) => proposal(time, limitMs, 'usual'))
    .filter(({ spareMs }) => spareMs >= 0)
  const isNew = usual.every(({ limitMs }) => limitMs !== share)
  if (share < limits.speakingLimitMinMs || share >= longestMs || !isNew) return usual
  return [...usual, proposal(time, share, 'equal-share')].toSorted((a, b) => b.limitMs - a.limitMs)
}

function equalShareMs({ leftMs, speakerLeftMs, limitsMs, changeoverMs }: ListTime): number {
  const forSpeechMs = leftMs - Math.max(0, speakerLeftMs) - limitsMs.length * changeoverMs
  return Math.floor(forSpeechMs / limitsMs.length / SHARE_STEP_MS) * SHARE_STEP_MS
}

function proposal(time: ListTime, limitMs: number, kind: LimitProposal['kind']): LimitProposal {
  const limitsMs = time.limitsMs.map((before) => Math.min(before, limitMs))
  return { limitMs, kind, spareMs: listFit({ ...time, limitsMs }).spareMs }
}
