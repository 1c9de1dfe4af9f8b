import { plural } from '../paraglide/registry.js'
import { getLocale } from '../paraglide/runtime.js'

type Text = string | ((inputs?: object) => string)
/** What `catalogues/catalogue.ts` writes: texts at the places of their messages, given what plural forms need. */
type CatalogueModule = { readonly default: (registry: { readonly plural: typeof plural }) => Text[] }

/**
 * The texts of a page, by language and by part. A build takes them out of the scripts and writes into the document where
 * they are: a folder, and the later parts that have some. Where it says nothing, as in development, each message
 * still has its texts with it, and there is nothing to load.
 */
export class Catalogues {
  readonly #folder: string | undefined
  readonly #partsWithTexts: readonly string[]
  readonly #fetch: (url: string) => Promise<CatalogueModule>
  readonly #texts: Partial<Record<string, Text[]>> = {}
  readonly #locales = new Set<string>()
  /** What of the page is there or on its way; '' is the first load. */
  readonly #parts = new Set([''])
  readonly #loads = new Map<string, Promise<void>>()
  #failures = 0

  constructor(place: string | undefined, fetch: (url: string) => Promise<CatalogueModule>) {
    const [folder, ...parts] = place?.split(' ') ?? []
    this.#folder = folder
    this.#partsWithTexts = parts
    this.#fetch = fetch
  }

  /** The text at a place in the named language; in the page's where that is not loaded, or none is named. */
  text(place: number, inputs?: object, locale: string = getLocale()): string {
    const text = this.#texts[locale]?.[place] ?? this.#texts[getLocale()]?.[place] ?? ''
    return typeof text === 'string' ? text : text(inputs)
  }

  /** Loads the texts of a language for what there is of the page, and from now on for what comes; rejects when it cannot. */
  async addLocale(locale: string): Promise<void> {
    this.#locales.add(locale)
    try {
      await Promise.all([...this.#parts].map((part) => this.#load(locale, part)))
    } catch (error) {
      this.#locales.delete(locale)
      throw error
    }
  }

  /** Loads the texts of a part in the languages of the page; rejects when it cannot. */
  async addPart(part: string): Promise<void> {
    if (!this.#partsWithTexts.includes(part)) return
    this.#parts.add(part)
    await Promise.all([...this.#locales].map((locale) => this.#load(locale, part)))
  }

  #load(locale: string, part: string): Promise<void> {
    if (!this.#folder) return Promise.resolve()
    const url = `${this.#folder}${locale}${part && '.'}${part}.js`
    const load = this.#loads.get(url) ?? this.#add(locale, url)
    this.#loads.set(url, load)
    return load
  }

  async #add(locale: string, url: string): Promise<void> {
    try {
      // Some browsers remember for good that a script could not be loaded.
      const texts = await this.#fetch(this.#failures ? `${url}?${this.#failures}` : url)
      this.#texts[locale] = Object.assign(this.#texts[locale] ?? [], texts.default({ plural }))
    } catch (error) {
      this.#failures++
      this.#loads.delete(url)
      throw error
    }
  }
}

const catalogues = new Catalogues(
  document.querySelector<HTMLMetaElement>('meta[name=texts]')?.content,
  (url) => import(/* @vite-ignore */ url),
)

/** Stands for a message in a build: the function that looks its text up. */
export function text(place: number) {
  return (inputs?: object, options?: { readonly locale?: string }) =>
    catalogues.text(place, inputs, options?.locale)
}

/**
 * Loads the texts of a language, after which `m.some_key({}, { locale })` has them, in parts of the page that come later
 * too. Rejects where that fails; then they are in the page's language, and it may be tried again.
 */
export function loadCatalogue(locale: string): Promise<void> {
  return catalogues.addLocale(locale)
}

/** A part of the page that is loaded later, once its texts are there too. A build puts it around every `import()`. */
export async function withTexts<Part>(imported: Promise<Part>, part: string): Promise<Part> {
  const [module] = await Promise.all([imported, catalogues.addPart(part)])
  return module
}
