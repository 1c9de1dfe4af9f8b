/** The time zones to choose from, by their IANA names; UTC, which some machines leave out, is always one of them. */
export function timeZoneNames(): readonly string[] {
  const names = Intl.supportedValuesOf('timeZone')
  return names.includes('UTC') ? names : [...names, 'UTC']
}

/**
 * The zone that somebody means: its name in any case, or the city alone where only one zone has it. A name that this
 * machine knows under another one is fine too. Null when there is no such zone.
 */
export function findTimeZone(text: string, names: readonly string[]): string | null {
  const wanted = comparable(text)
  const exact = names.find((name) => comparable(name) === wanted)
  if (exact !== undefined) return exact
  const ofCity = names.filter((name) => comparable(cityOf(name)) === wanted)
  if (ofCity.length === 1) return ofCity[0]!
  return knownZone(text.trim())
}

/** How far clocks there are from UTC at that moment: `UTC+1`. */
export function utcOffset(timeZone: string, at: number): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'shortOffset' }).formatToParts(at)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'
  return offset.replace('GMT', 'UTC').replace(/\+0$/, '')
}

function cityOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}

function comparable(text: string): string {
  return text.trim().toLowerCase().replaceAll('_', ' ')
}

function knownZone(name: string): string | null {
  if (!/^[A-Za-z]/.test(name)) return null
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
