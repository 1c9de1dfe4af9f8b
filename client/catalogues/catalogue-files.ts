import { catalogueModule, type CompiledMessage } from './catalogue.ts'
import { modulesWith, type Chunk } from './chunks.ts'

/** The files of a document's texts by their names, and the later parts that have texts of their own. */
export interface CatalogueFiles {
  readonly files: ReadonlyMap<string, string>
  readonly parts: readonly string[]
}

/** What a document was built to. */
export interface Built {
  readonly chunks: readonly Chunk[]
  /** By the id of the module that each was compiled to. */
  readonly messages: ReadonlyMap<string, CompiledMessage>
  /** The later parts by name, each with the modules that it begins with. */
  readonly parts: ReadonlyMap<string, ReadonlySet<string>>
}

/** `en.js` has the messages of the first load, `en.NAME.js` those that a later part needs besides. */
export function catalogueFiles(
  locales: readonly string[],
  { chunks, messages, parts }: Built,
): CatalogueFiles {
  const entries = chunks.filter(({ isEntry }) => isEntry)
  const first = modulesWith(entries, chunks)
  const files = new Map<string, string>()
  const write = (ending: string, ids: readonly string[]): boolean => {
    const used = ids.flatMap((id) => messages.get(id) ?? [])
    for (const locale of locales)
      if (used.length > 0) files.set(locale + ending, catalogueModule(locale, used))
    return used.length > 0
  }

  write('.js', [...first])
  const withTexts = [...parts].filter(([name, begins]) => {
    const starts = chunks.filter(({ moduleIds }) => moduleIds.some((id) => begins.has(id)))
    const ids = [...modulesWith(starts, chunks)]
    return write(
      `.${name}.js`,
      ids.filter((id) => !first.has(id)),
    )
  })
  return { files, parts: withTexts.map(([name]) => name) }
}
