import { minifySync } from 'vite'
import { textIn } from './compiled-message.ts'

/** A message by its place among all messages, as the module that Paraglide compiled it to. */
export interface CompiledMessage {
  readonly key: string
  readonly place: number
  readonly module: string
}

/**
 * The module with the texts of these messages in one language: a function that is given what plural forms need, and
 * returns the texts at their places. What the page does with it is in `src/session/catalogues.ts`.
 */
export function catalogueModule(locale: string, messages: readonly CompiledMessage[]): string {
  const texts: string[] = []
  for (const { key, place, module } of messages) {
    const text = textIn(locale, key, module)
    const other = /\bregistry\.(?!plural\b)\w+/.exec(text)
    if (other) throw new Error(`${key} uses ${other[0]}, which pages do not have`)
    texts[place] = text
  }
  // Places without a text stay holes, which weigh next to nothing.
  const code = `export default (registry) => [${Array.from(texts, (text) => text ?? '').join(',')}]`
  return minifySync(`${locale}.js`, code, { module: true }).code
}
