/** One line of the table: what was measured, the figure with its unit, and what to hold it against. */
export interface Figure {
  readonly what: string
  readonly value: string
  readonly comparedWith?: string
}

/** A benchmark; in its short form it takes a few seconds and still measures the same thing. */
export type Bench = (options: { readonly short: boolean }) => Promise<readonly Figure[]>

/** The middle value of samples; NaN when there are none. */
export function median(samples: readonly number[]): number {
  return percentile(samples, 0.5)
}

/** The value below which `share` (0 to 1) of the samples lie, nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
}
