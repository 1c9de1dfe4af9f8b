import { createContext } from 'svelte'
import { getLocale, overwriteGetLocale, type Locale } from '../../paraglide/runtime.js'
import { loadCatalogue } from '../../session/catalogues.ts'
import type { HideablePart, ScreenOptions } from './screen-options.ts'

const RETRY_MS = 3_000

/** The language or two languages of a screen, which need not be those of the page it is on: the console has previews. */
export class ScreenWords {
  readonly #options: () => ScreenOptions
  #loaded = $state.raw<readonly Locale[]>([])

  constructor(options: () => ScreenOptions) {
    this.#options = options
  }

  get locale(): Locale {
    const { lang } = this.#options()
    return lang !== null && this.#loaded.includes(lang) ? lang : getLocale()
  }

  /** Null where there is none, or it is the first. */
  get secondLocale(): Locale | null {
    const { second } = this.#options()
    return second !== null && second !== this.locale && this.#loaded.includes(second) ? second : null
  }

  /** A text in the first language. */
  say(text: () => string): string {
    return inLocale(this.locale, text)
  }

  /** The same text in the second language; null where there is none, or where it says the same. */
  saySecond(text: () => string): string | null {
    if (this.secondLocale === null) return null
    const said = inLocale(this.secondLocale, text)
    return said === this.say(text) ? null : said
  }

  /** Whether the address leaves that part out. */
  hides(part: HideablePart): boolean {
    return this.#options().hide.includes(part)
  }

  /** Makes a language one that can be shown, once its texts are there, however long that takes. */
  load(locale: Locale): void {
    if (this.#loaded.includes(locale)) return
    loadCatalogue(locale).then(
      () => (this.#loaded = [...this.#loaded, locale]),
      () => setTimeout(() => this.load(locale), RETRY_MS),
    )
  }
}

/** The words of the screen, for its parts. */
export const [getWords, setWords] = createContext<ScreenWords>()

/** What a function says when the page is in that language; texts ask for it each time they are read. */
function inLocale(locale: Locale, text: () => string): string {
  const own = getLocale
  overwriteGetLocale(() => locale)
  try {
    return text()
  } finally {
    overwriteGetLocale(own)
  }
}
