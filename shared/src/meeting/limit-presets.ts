import type { LimitTable } from './state.ts'

const MINUTE_MS = 60_000

const plain: LimitTable = {
  byCategory: {},
  byCapacity: {},
  questionMs: null,
  pointOfOrderMs: 2 * MINUTE_MS,
  rightOfReplyMs: [3 * MINUTE_MS, 2 * MINUTE_MS],
  panelReplyMs: null,
}

/** Tables of limits as meetings know them; a preset is a beginning, and any number in it may be changed. */
export const limitPresets = {
  /** The segment's limit for everybody. */
  equal: plain,
  /** World Health Assembly, virtual sessions. */
  'wha-virtual': {
    ...plain,
    byCategory: {
      'member-state': 3 * MINUTE_MS,
      observer: 2 * MINUTE_MS,
      intergovernmental: 2 * MINUTE_MS,
      'non-state': MINUTE_MS,
    },
    byCapacity: { group: 4 * MINUTE_MS, joint: 4 * MINUTE_MS, constituency: 3 * MINUTE_MS },
  },
  /** Human Rights Council: members and observers, and 1:30 for NGOs. */
  'hrc-pair': {
    ...plain,
    byCategory: {
      'member-state': 3 * MINUTE_MS,
      observer: 2 * MINUTE_MS,
      intergovernmental: 2 * MINUTE_MS,
      'non-state': 1.5 * MINUTE_MS,
    },
  },
  /** ICANN public forum: two minutes, and two for a follow-up later. */
  icann: {
    ...plain,
    byCategory: {
      'member-state': 2 * MINUTE_MS,
      observer: 2 * MINUTE_MS,
      intergovernmental: 2 * MINUTE_MS,
      'non-state': 2 * MINUTE_MS,
    },
    questionMs: 2 * MINUTE_MS,
  },
} as const satisfies Readonly<Record<string, LimitTable>>

export type LimitPreset = keyof typeof limitPresets
