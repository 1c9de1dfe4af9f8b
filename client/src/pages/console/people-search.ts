import type { KnownPerson } from '@openfloor/shared/views/moderators.ts'

/** The people to show, and how many there are to the same search. */
export interface FoundPeople {
  readonly shown: readonly KnownPerson[]
  readonly count: number
}

type People = Readonly<Record<string, KnownPerson>>

interface SearchText {
  /** Name without case and accents, numbers by their value: the order of the list. */
  readonly name: string
  /** Everything a person is found by. */
  readonly all: string
}

/**
 * Finds people by the beginnings of words in name and organization; accents and case do not count. Ten thousand people
 * are searched at every key, so the text of each is kept as long as the person stays as they are.
 */
export class PeopleSearch {
  readonly #texts = new WeakMap<KnownPerson, SearchText>()

  /** In order of name, whose own name begins with the query first; at most `atMost` of them. */
  find(people: People, query: string, atMost: number): FoundPeople {
    const words = folded(query).split(/\s+/).filter(Boolean)
    const found = Object.values(people).filter((person) => this.#matches(person, words))
    const first = words[0] ?? ''
    const rank = (person: KnownPerson) => (this.#textOf(person).name.startsWith(first) ? 0 : 1)
    found.sort((a, b) => rank(a) - rank(b) || (this.#textOf(a).name < this.#textOf(b).name ? -1 : 1))
    return { shown: found.slice(0, atMost), count: found.length }
  }

  #matches(person: KnownPerson, words: readonly string[]): boolean {
    const { all } = this.#textOf(person)
    return words.every((word) => all.includes(` ${word}`))
  }

  #textOf(person: KnownPerson): SearchText {
    const known = this.#texts.get(person)
    if (known) return known
    const name = folded(person.name)
    const text = {
      name: name.replace(/\d+/g, (digits) => digits.padStart(6, '0')),
      all: ` ${name} ${folded(person.organization)}`.replace(/[-'’(]/g, ' '),
    }
    this.#texts.set(person, text)
    return text
  }
}

/** A text without case and accents. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .trim()
}
