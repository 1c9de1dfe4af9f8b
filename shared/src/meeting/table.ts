const BUCKETS = 256

/**
 * An immutable map from ids to values whose `set` copies one bucket of 256, not the whole map:
 * a meeting of ten thousand people changes one person at a time.
 * Iteration order is by bucket and says nothing; whoever needs an order keeps one.
 */
export class Table<Value> {
  readonly #buckets: ReadonlyArray<ReadonlyMap<string, Value> | undefined>
  readonly size: number

  private constructor(buckets: ReadonlyArray<ReadonlyMap<string, Value> | undefined>, size: number) {
    this.#buckets = buckets
    this.size = size
  }

  static empty<Value>(): Table<Value> {
    return new Table<Value>([], 0)
  }

  get(id: string): Value | undefined {
    return this.#buckets[bucketOf(id)]?.get(id)
  }

  has(id: string): boolean {
    return this.get(id) !== undefined
  }

  /** The table with `value` under `id`; the table itself when that very value is there already. */
  set(id: string, value: Value): Table<Value> {
    const index = bucketOf(id)
    const before = this.#buckets[index]
    if (before?.get(id) === value) return this
    const bucket = new Map(before)
    const grows = !bucket.has(id)
    bucket.set(id, value)
    return this.#with(index, bucket, this.size + (grows ? 1 : 0))
  }

  /** The table without `id`; the table itself when `id` is not in it. */
  delete(id: string): Table<Value> {
    const index = bucketOf(id)
    const before = this.#buckets[index]
    if (!before?.has(id)) return this
    const bucket = new Map(before)
    bucket.delete(id)
    return this.#with(index, bucket, this.size - 1)
  }

  *values(): Generator<Value> {
    for (const bucket of this.#buckets) if (bucket) yield* bucket.values()
  }

  #with(index: number, bucket: ReadonlyMap<string, Value>, size: number): Table<Value> {
    const buckets = Array.from({ length: BUCKETS }, (_, at) => this.#buckets[at])
    buckets[index] = bucket
    return new Table(buckets, size)
  }
}

/** FNV-1a, 32 bit, folded to a bucket's number. */
function bucketOf(id: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return (hash ^ (hash >>> 16)) & (BUCKETS - 1)
}
