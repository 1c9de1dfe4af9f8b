/** A name that begins with these words; buttons go on with the key that does the same. */
export function beginningWith(words: string): RegExp {
  return new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}
