import type { KnownPerson } from '@openfloor/shared/views/moderators.ts'
import type { PublicSegment } from '@openfloor/shared/views/public.ts'

/** The people to show, and how many there are to the same search. */
export interface FoundPeople {
  readonly shown: readonly KnownPerson[]
  readonly count: number
}

/** What to look for, and how the texts of a person are found beside the name. */
export interface PeopleSearch {
  readonly query: string
  readonly atMost: number
  readonly groupName: (groupId: string | null) => string
  readonly compareNames: (a: string, b: string) => number
}

/**
 * The first people by name of whom every word of the query is found in name, organization, group or country; accents
 * and case do not count. Of many thousands only those to show are put in order.
 */
export function findPeople(people: Iterable<KnownPerson>, search: PeopleSearch): FoundPeople {
  const words = folded(search.query).split(/\s+/).filter(Boolean)
  const before = (a: KnownPerson, b: KnownPerson) => search.compareNames(a.name, b.name) < 0
  const shown: KnownPerson[] = []
  let count = 0
  for (const person of people) {
    if (words.length > 0 && !hasWords(person, words, search)) continue
    count++
    insertInOrder(shown, person, before)
    if (shown.length > search.atMost) shown.pop()
  }
  return { shown, count }
}

/** The titles of the segments on whose panel each person sits. */
export function panelsByPerson(segments: readonly PublicSegment[]): ReadonlyMap<string, readonly string[]> {
  const titles = new Map<string, string[]>()
  for (const { title, panel } of segments)
    for (const { personId } of panel) titles.set(personId, [...(titles.get(personId) ?? []), title])
  return titles
}

function hasWords(person: KnownPerson, words: readonly string[], { groupName }: PeopleSearch): boolean {
  const { name, organization, groupId, country } = person
  const text = folded(`${name} ${organization} ${groupName(groupId)} ${country ?? ''}`)
  return words.every((word) => text.includes(word))
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
}

/** Looks from the end: most of many thousands come behind the few that are kept. */
function insertInOrder(
  items: KnownPerson[],
  item: KnownPerson,
  before: (a: KnownPerson, b: KnownPerson) => boolean,
): void {
  let at = items.length
  while (at > 0 && before(item, items[at - 1]!)) at--
  items.splice(at, 0, item)
}
