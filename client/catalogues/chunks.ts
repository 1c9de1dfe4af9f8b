/** What is known of a script that was built. */
export interface Chunk {
  readonly fileName: string
  readonly isEntry: boolean
  /** The scripts that it cannot start without. */
  readonly imports: readonly string[]
  readonly moduleIds: readonly string[]
}

/** The modules that come with the scripts that hold any of `starts`: their own, and those of all that they import. */
export function modulesWith(starts: Iterable<Chunk>, chunks: readonly Chunk[]): ReadonlySet<string> {
  const loaded = new Set(starts)
  // A set goes on to what is added while it is walked through.
  for (const { imports } of loaded)
    for (const chunk of chunks) if (imports.includes(chunk.fileName)) loaded.add(chunk)
  return new Set([...loaded].flatMap(({ moduleIds }) => moduleIds))
}
