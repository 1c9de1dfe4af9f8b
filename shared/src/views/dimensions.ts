import type { Person } from '../meeting/state.ts'

/** By what people are counted. Gender only as sums: nobody's own is shown. */
export type Dimension = 'group' | 'region' | 'gender'

/** What a person is in each dimension; null: not said. */
export const valueIn: Readonly<Record<Dimension, (person: Person) => string | null>> = {
  group: ({ groupId }) => groupId,
  region: ({ regionId }) => regionId,
  gender: ({ gender }) => gender,
}

/** Something of each dimension. */
export function ofEach<Part>(part: (dimension: Dimension) => Part): Readonly<Record<Dimension, Part>> {
  return { group: part('group'), region: part('region'), gender: part('gender') }
}

/** In the order of their values, so that a row changes and none moves; those who did not say stand last. */
export function byValue(
  { value: a }: { readonly value: string | null },
  { value: b }: { readonly value: string | null },
): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  return a < b ? -1 : 1
}
