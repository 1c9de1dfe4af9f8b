/** Calls back whenever the page may have slept: shown again, taken from the back-forward cache, or back on a network. */
export function onWake(callback: () => void, signal: AbortSignal): void {
  const shown = () => {
    if (!document.hidden) callback()
  }
  document.addEventListener('visibilitychange', shown, { signal })
  addEventListener('pageshow', shown, { signal })
  addEventListener('online', callback, { signal })
}
