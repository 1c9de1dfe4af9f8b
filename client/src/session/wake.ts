/** Calls back whenever the page may have slept: shown again, taken from the back-forward cache, or back on a network. */
export function onWake(callback: () => void, signal: AbortSignal): void {
  const shown = () => {
    if (!document.hidden) callback()
  }
  // It comes with every first load too, where nothing has slept and the first connection is on its way.
  const taken = ({ persisted }: PageTransitionEvent) => {
    if (persisted) callback()
  }
  document.addEventListener('visibilitychange', shown, { signal })
  addEventListener('pageshow', taken, { signal })
  addEventListener('online', callback, { signal })
}
