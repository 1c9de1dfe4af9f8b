const WATCH_MS = 1_000
const SLEPT_MS = 1_000

/**
 * Calls back whenever the page may have slept: shown again, thawed, taken from the back-forward cache, back on a network,
 * or on a machine whose date has gone further than its monotonic clock. That one stands still while most machines sleep;
 * somebody may also have set the date, which this cannot tell apart. So it is a reason to ask, and says nothing of how late
 * it is (CL4).
 */
export function onWake(callback: () => void, signal: AbortSignal): void {
  const shown = () => {
    if (!document.hidden) callback()
  }
  // It comes with every first load too, where nothing has slept and the first connection is on its way.
  const taken = ({ persisted }: PageTransitionEvent) => {
    if (persisted) callback()
  }
  document.addEventListener('visibilitychange', shown, { signal })
  document.addEventListener('resume', shown, { signal })
  addEventListener('pageshow', taken, { signal })
  addEventListener('online', callback, { signal })
  watchDate(shown, signal)
}

function watchDate(callback: () => void, signal: AbortSignal): void {
  const dateAheadMs = () => Date.now() - performance.now()
  let lastMs = dateAheadMs()
  const watch = setInterval(() => {
    const nextMs = dateAheadMs()
    if (nextMs - lastMs > SLEPT_MS) callback()
    lastMs = nextMs
  }, WATCH_MS)
  signal.addEventListener('abort', () => clearInterval(watch))
}
