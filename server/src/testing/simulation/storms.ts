import { simulate } from './simulation.ts'

/** The seeds from `first` on. */
export function seedsFrom(first: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => first + index)
}

/**
 * One storm after another; what happened in all of them together. Throws at the first that breaks a promise, with its
 * seed and how to see it again.
 */
export async function weather(seeds: readonly number[]): Promise<Readonly<Record<string, number>>> {
  const sum: Record<string, number> = {}
  for (const seed of seeds) {
    const { faults, tally } = await simulate(seed)
    if (faults.length > 0) throw new Error([`seed ${seed}:`, ...faults, replayLine(seed)].join('\n'))
    for (const [what, count] of Object.entries(tally)) sum[what] = (sum[what] ?? 0) + count
  }
  return sum
}

function replayLine(seed: number): string {
  return `See it again: SEED=${seed} npx vitest run --project unit server/src/testing/simulation`
}
