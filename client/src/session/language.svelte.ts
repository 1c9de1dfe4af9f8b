import { createContext } from 'svelte'
import { locales, overwriteGetLocale, type Locale } from '../paraglide/runtime.js'
import { loadCatalogue } from './catalogues.ts'
import { firstLocale } from './first-locale.ts'
import { remember } from './remembered.ts'

/** Languages by the names that their readers know them by. */
export const languageNames: Readonly<Record<Locale, string>> = { en: 'English', fr: 'Français' }

/** Those of the languages of the United Nations that are written from right to left. */
const rightToLeft: readonly string[] = ['ar']

/** The language of the page. Every message is a reactive text, so choosing another keeps all else on the page as it is. */
export class Language {
  readonly all = locales
  #current = $state.raw<Locale>(firstLocale())
  #wanted = $state.raw<Locale>(this.#current)
  #missing = $state.raw<Locale | null>(null)

  constructor() {
    overwriteGetLocale(() => this.#current)
    this.#tellBrowser()
  }

  get current(): Locale {
    return this.#current
  }

  /** The language that was chosen last, where its texts could not be loaded; the page stays in the one it had. */
  get missing(): Locale | null {
    return this.#missing
  }

  /** Whether the texts of another language are on their way. */
  get isChanging(): boolean {
    return this.#wanted !== this.#current
  }

  /** The locale of dates and numbers: dates in English are those of the invitations, "9 November 2020". */
  get format(): string {
    return this.#current === 'en' ? 'en-GB' : this.#current
  }

  /** Turns the page to that language once its texts are there, unless another was chosen in the meantime. */
  async choose(language: Locale): Promise<void> {
    this.#wanted = language
    this.#missing = null
    const isLoaded = await loadCatalogue(language).then(
      () => true,
      () => false,
    )
    if (this.#wanted !== language) return
    if (isLoaded) this.#turnTo(language)
    else {
      this.#wanted = this.#current
      this.#missing = language
    }
  }

  #turnTo(language: Locale): void {
    this.#current = language
    remember('language', language)
    this.#tellBrowser()
  }

  #tellBrowser(): void {
    document.documentElement.lang = this.#current
    document.documentElement.dir = rightToLeft.includes(this.#current) ? 'rtl' : 'ltr'
  }
}

/** The language of the page, for its components. */
export const [getLanguage, setLanguage] = createContext<Language>()
