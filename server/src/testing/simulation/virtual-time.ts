import { vi } from 'vitest'

/** Kept before the clock is taken over: lets everything happen that waits for nothing but its turn. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

/** Runs a course of events in virtual time, which begins at `startsAt` and passes only in `pass`. */
export async function inVirtualTime<Result>(
  startsAt: number,
  course: () => Promise<Result>,
): Promise<Result> {
  vi.useFakeTimers({
    now: startsAt,
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  })
  try {
    return await course()
  } finally {
    vi.useRealTimers()
  }
}

/** Lets so much time pass, with all that happens in it; less if `isEnough` says so. */
export async function pass(durationMs: number, isEnough: () => boolean = () => false): Promise<void> {
  let isOver = false
  const end = setTimeout(() => (isOver = true), durationMs)
  await nextTurn()
  while (!isOver && !isEnough()) {
    vi.advanceTimersToNextTimer()
    await nextTurn()
  }
  clearTimeout(end)
}

/** Waits so long. */
export function after(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs))
}
