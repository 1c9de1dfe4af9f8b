import { createContext } from 'svelte'
import { baseLocale, isLocale, locales, overwriteGetLocale, type Locale } from '../paraglide/runtime.js'
import { remember, remembered } from './remembered.ts'

/** Languages by the names that their readers know them by. */
export const languageNames: Readonly<Record<Locale, string>> = { en: 'English', fr: 'Français' }

/** Those of the languages of the United Nations that are written from right to left. */
const rightToLeft: readonly string[] = ['ar']

/**
 * The language of the page: the one chosen by hand on this device, else the browser's first that there is, else
 * English. Every message is a reactive text, so choosing another keeps all else on the page as it is.
 */
export class Language {
  readonly all = locales
  #current = $state.raw<Locale>(firstLanguage())

  constructor() {
    overwriteGetLocale(() => this.#current)
    this.#tellBrowser()
  }

  get current(): Locale {
    return this.#current
  }

  /** The locale of dates and numbers: dates in English are those of the invitations, "9 November 2020". */
  get format(): string {
    return this.#current === 'en' ? 'en-GB' : this.#current
  }

  choose(language: Locale): void {
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

function firstLanguage(): Locale {
  const wanted = [remembered('language'), ...navigator.languages.map((tag) => tag.split('-')[0])]
  return wanted.find(isLocale) ?? baseLocale
}
