/**
 * Keeps the display from going dark until the returned function is called. The browser lets go of the lock whenever
 * the page is hidden, so it is asked for again when the page is shown; one that has no such lock, or grants none,
 * leaves it to the machine's own settings.
 */
export function keepAwake(): () => void {
  const ended = new AbortController()
  let lock: Promise<WakeLockSentinel | null> = Promise.resolve(null)
  const ask = () => {
    if (!document.hidden && 'wakeLock' in navigator)
      lock = navigator.wakeLock.request('screen').catch(() => null)
  }
  document.addEventListener('visibilitychange', ask, { signal: ended.signal })
  ask()
  return () => {
    ended.abort()
    void lock.then((held) => held?.release())
  }
}
