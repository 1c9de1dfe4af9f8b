/** A quick series finds one exchange that met no queue: five within two seconds. */
const QUICK_PROBES = 5
const QUICK_INTERVAL_MS = 400

/** Often enough that drift stays below the error of an ordinary round trip. */
const STEADY_INTERVAL_MS = 60_000

/**
 * How long to wait before the next probe of the server's time, in ms. `probesSoFar` counts those sent since the page
 * was opened, came back to the server or woke up: each of these starts again at 0.
 */
export function nextProbeDelayMs(probesSoFar: number): number {
  if (probesSoFar <= 0) return 0
  return probesSoFar < QUICK_PROBES ? QUICK_INTERVAL_MS : STEADY_INTERVAL_MS
}
