import { expect, test } from 'vitest'
import { given } from '@openfloor/shared/testing/story.ts'
import { publicView } from '@openfloor/shared/views/public.ts'
import { findPeople, panelsByPerson, type PeopleSearch } from './people-search.ts'

const person = (name: string, organization = '', groupId: string | null = null) => ({
  ...{ id: name, name, organization, groupId, country: name === 'Zoë Müller' ? 'Österreich' : null },
  ...{
    origin: 'joined' as const,
    since: 0,
    removedAt: null,
    erasedAt: null,
    requestId: null,
    pointOfOrderId: null,
  },
  ...{ regionId: null, mode: null, category: null, limitMs: null, protocolRank: null },
})
const people = [
  person('Zoë Müller', 'Union'),
  person('amal', 'Diaspora Network', 'migrants'),
  person('Boris'),
]
const find = (query: string, changed: Partial<PeopleSearch> = {}) => {
  const { shown, count } = findPeople(people, {
    ...{ query, atMost: 100, groupName: (id) => (id === 'migrants' ? 'Migrants' : '') },
    compareNames: new Intl.Collator('en').compare,
    ...changed,
  })
  return { names: shown.map(({ name }) => name), count }
}

test('everybody, by name', () => {
  expect(find('').names).toEqual(['amal', 'Boris', 'Zoë Müller'])
})

test.each([
  ['zoe', ['Zoë Müller']],
  ['MULLER union', ['Zoë Müller']],
  ['migrants', ['amal']],
  ['osterreich', ['Zoë Müller']],
  ['amal union', []],
])('%j finds %j', (query, names) => {
  expect(find(query).names).toEqual(names)
})

test('only the first are shown, and all are counted', () => {
  expect(find('', { atMost: 2 })).toEqual({ names: ['amal', 'Boris'], count: 3 })
})

test('a person is on the panels of these segments', () => {
  const panels = panelsByPerson(publicView(given().meeting).programme.segments)
  expect(panels.get('chen')).toEqual(['Title of panel'])
  expect(panels.has('boris')).toBe(false)
})
