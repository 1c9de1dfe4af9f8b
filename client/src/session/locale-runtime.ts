import { baseLocale, locales } from '../../project.inlang/settings.json'

/**
 * What the texts need of the runtime of Paraglide, under its names, and no more: `locale-runtime-plugin.ts` puts it in
 * that one's place, which carries strategies for cookies, addresses and servers that no page here uses.
 */
export { baseLocale, locales }
/** Every page has all its languages. */
export const experimentalStaticLocale = undefined

export let getLocale = (): string => baseLocale

export function overwriteGetLocale(replacement: () => string): void {
  getLocale = replacement
}

export function isLocale(tag: unknown): boolean {
  return locales.some((locale) => locale === tag)
}
