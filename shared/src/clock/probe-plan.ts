/** A quick series, so that a page that has just come is near the others at once: five within about two seconds. */
const QUICK_PROBES = 5
const QUICK_INTERVAL_MS = 400

/** Each later pause is so much longer: a quick way there and a quick way back come with numbers, thirty in a minute. */
const GROWTH = 1.1

/** Often enough that lucky exchanges do not grow old before the next, and no more than the heartbeats send anyway. */
const STEADY_INTERVAL_MS = 5_000

/**
 * How long to wait before the next probe of the server's time, in ms. `probesSoFar` counts those sent since the page
 * was opened, came back to the server or woke up: each of these starts again at 0.
 */
export function nextProbeDelayMs(probesSoFar: number): number {
  if (probesSoFar <= 0) return 0
  const growths = Math.max(0, probesSoFar - (QUICK_PROBES - 1))
  return Math.min(STEADY_INTERVAL_MS, Math.round(QUICK_INTERVAL_MS * GROWTH ** growths))
}
