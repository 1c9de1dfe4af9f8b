/** An item that stays: its place before and its place after. */
export type Kept = readonly [before: number, after: number]

/**
 * The items that two arrays have in common in the same order, as many as can be: for a moved row all but that one.
 * Items are the same if they are written the same; of several that are, the first ones are paired.
 */
export function keptItems(before: readonly unknown[], after: readonly unknown[]): readonly Kept[] {
  return longestRising(pairs(before.map(written), after.map(written)))
}

function written(item: unknown): string {
  return JSON.stringify(item)
}

/** Places before and after of what is in both, in the order of after. */
function pairs(before: readonly string[], after: readonly string[]): Kept[] {
  const places = new Map<string, number[]>()
  for (const [at, text] of [...before.entries()].reverse())
    places.set(text, [...(places.get(text) ?? []), at])
  return after.flatMap((text, at) => {
    const place = places.get(text)?.pop()
    return place === undefined ? [] : [[place, at] as const]
  })
}

/** The longest of the subsequences whose places before rise (patience sorting). */
function longestRising(all: readonly Kept[]): readonly Kept[] {
  const ends: number[] = []
  const previous: number[] = []
  all.forEach(([place], index) => {
    const pile = firstNotBelow(ends, place, all)
    previous[index] = ends[pile - 1] ?? -1
    ends[pile] = index
  })
  const rising: Kept[] = []
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) rising.push(all[index]!)
  return rising.reverse()
}

/** The first pile whose top is not below `place`, by halving. */
function firstNotBelow(ends: readonly number[], place: number, all: readonly Kept[]): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (all[ends[middle]!]![0] < place) low = middle + 1
    else high = middle
  }
  return low
}
