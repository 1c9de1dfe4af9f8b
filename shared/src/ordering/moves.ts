/** One step of a new order: the request is taken out and put behind `after`; null: at the head. */
export interface ListMove {
  readonly requestId: string
  readonly after: string | null
}

/** The fewest moves that turn `before` into `after`, which holds the same ids; to be made one after the other. */
export function movesBetween(before: readonly string[], after: readonly string[]): ListMove[] {
  const places = new Map(before.map((id, at) => [id, at]))
  const stay = longestRising(after.map((id) => places.get(id)!))
  return after.flatMap((requestId, at) => (stay.has(at) ? [] : [{ requestId, after: after[at - 1] ?? null }]))
}

/** The list after the moves. Throws when one names an id that is not there. */
export function applyMoves(list: readonly string[], moves: readonly ListMove[]): string[] {
  if (moves.length === 0) return [...list]
  const following = new Map<string | null, string | null>()
  const preceding = new Map<string | null, string | null>()
  const join = (before: string | null, after: string | null) => {
    following.set(before, after)
    preceding.set(after, before)
  }
  // Null is both ends of the list.
  for (let at = 0; at <= list.length; at++) join(list[at - 1] ?? null, list[at] ?? null)
  for (const { requestId, after } of moves) {
    if (!following.has(requestId) || !following.has(after))
      throw new Error(`${requestId} cannot go behind ${after}`)
    join(preceding.get(requestId)!, following.get(requestId)!)
    const behind = following.get(after)!
    join(after, requestId)
    join(requestId, behind)
  }
  const moved: string[] = []
  for (let id = following.get(null)!; id !== null; id = following.get(id)!) moved.push(id)
  return moved
}

/** The indices of a longest rising run of numbers, not necessarily next to each other (patience sorting). */
function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const tails: number[] = []
  const before: number[] = []
  for (const [at, number] of numbers.entries()) {
    const length = firstNotBelow(tails, numbers, number)
    before[at] = tails[length - 1] ?? -1
    tails[length] = at
  }
  const run = new Set<number>()
  for (let at = tails.at(-1) ?? -1; at !== -1; at = before[at]!) run.add(at)
  return run
}

function firstNotBelow(tails: readonly number[], numbers: readonly number[], number: number): number {
  let [from, until] = [0, tails.length]
  while (from < until) {
    const middle = (from + until) >> 1
    if (numbers[tails[middle]!]! < number) from = middle + 1
    else until = middle
  }
  return from
}
