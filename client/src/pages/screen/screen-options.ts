/** What the address of a screen may choose: `?theme=light&lang=fr`. */
export interface ScreenOptions {
  readonly theme: 'dark' | 'light'
  /** One of the languages there are; null: the browser's. */
  readonly lang: string | null
}

/** The options in the address's query. Options and values that are not known are ignored, so that a typing mistake never blanks a screen. */
export function screenOptions(query: string, languages: readonly string[]): ScreenOptions {
  const given = new URLSearchParams(query)
  const lang = given.get('lang')
  return {
    theme: given.get('theme') === 'light' ? 'light' : 'dark',
    lang: lang !== null && languages.includes(lang) ? lang : null,
  }
}
