import { baseLocale, isLocale, type Locale } from '../paraglide/runtime.js'
import { remembered } from './remembered.ts'

/**
 * The language that a page begins in: the one in the address of a screen (`?lang=fr`), else the one chosen by hand on
 * this device, else the browser's first that there is, else English.
 */
export function firstLocale(): Locale {
  const wanted = [
    ...addressed(),
    remembered('language'),
    ...navigator.languages.map((tag) => tag.split('-')[0]),
  ]
  return wanted.find(isLocale) ?? baseLocale
}

/** Nobody chooses by hand on a screen, and what its address says is for it alone. */
function addressed(): string[] {
  const isScreen = /\/screen\/?$/.test(location.pathname)
  // The last one counts, as with every option of a screen.
  return isScreen ? new URLSearchParams(location.search).getAll('lang').reverse() : []
}
