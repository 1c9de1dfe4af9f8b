import { expect, test } from 'vitest'
import type { KnownPerson } from '@openfloor/shared/views/moderators.ts'
import { PeopleSearch } from './people-search.ts'

const person = (id: string, name: string, organization = ''): KnownPerson => ({
  ...{ id, name, organization, groupId: null, country: null, origin: 'joined' },
  ...{ regionId: null, mode: null, pointOfOrderId: null, category: null, limitMs: null, protocolRank: null },
  ...{ since: 0, removedAt: null, erasedAt: null, requestId: null },
})
const people = Object.fromEntries(
  [
    person('1', 'Zoé Martin', 'Union of Municipalities'),
    person('2', 'Panelist 10'),
    person('3', 'Panelist 2'),
    person('4', 'Jean-Baptiste Martin'),
    person('5', 'Martina Rossi'),
    person('6', 'مريم الحداد'),
  ].map((each) => [each.id, each]),
)
const found = (query: string, atMost = 10) =>
  new PeopleSearch().find(people, query, atMost).shown.map(({ id }) => id)

test('without a query everybody, in order of name, numbers by their value', () => {
  expect(found('')).toEqual(['4', '5', '3', '2', '1', '6'])
})

test('accents and case do not count; every word begins a word', () => {
  expect(found('ZOE')).toEqual(['1'])
  expect(found('mart zo')).toEqual(['1'])
  expect(found('artin')).toEqual([])
  expect(found('baptiste')).toEqual(['4'])
  expect(found('مريم')).toEqual(['6'])
  expect(found('municip')).toEqual(['1'])
})

test('those whose name begins with the query come first', () => {
  expect(found('martin')).toEqual(['5', '4', '1'])
})

test('as many are shown as were asked for, and all are counted', () => {
  const { shown, count } = new PeopleSearch().find(people, '', 2)
  expect([shown.length, count]).toEqual([2, 6])
})

test('who is renamed is found under the new name only', () => {
  const search = new PeopleSearch()
  search.find(people, 'zoe', 1)
  const renamed = { ...people, 1: person('1', 'Anna Martin') }
  expect(search.find(renamed, 'zoe', 1).count).toBe(0)
  expect(search.find(renamed, 'anna', 1).count).toBe(1)
})
