/** What this device keeps between visits; no secret is among it. */
export type RememberedKey =
  'language' | 'name' | 'organization' | 'sounds' | 'vibration' | `statement-${string}`

/** What was remembered, or null; also null where the browser keeps nothing. */
export function remembered(key: RememberedKey): string | null {
  return storage()?.getItem(`openfloor-${key}`) ?? null
}

/** Remembers a text; null forgets it. */
export function remember(key: RememberedKey, text: string | null): void {
  if (text === null) storage()?.removeItem(`openfloor-${key}`)
  else storage()?.setItem(`openfloor-${key}`, text)
}

/** Browsers that keep nothing throw on the mere mention of it. */
function storage(): Storage | null {
  try {
    return localStorage
  } catch {
    return null
  }
}
