import { loadCatalogue } from './catalogues.ts'
import { firstLocale } from './first-locale.ts'

const RETRY_MS = 3_000

/**
 * Resolves when the texts are there that the page begins with. They are asked for as soon as this module is there, which
 * a document loads beside its own script; without them there is nothing to show, so it goes on trying.
 */
export const firstCatalogue = untilLoaded()

async function untilLoaded(): Promise<void> {
  try {
    await loadCatalogue(firstLocale())
  } catch {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    await untilLoaded()
  }
}
