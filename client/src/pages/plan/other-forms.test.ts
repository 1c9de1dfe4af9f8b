import { expect, test } from 'vitest'
import { noPerson, personFields, readPerson } from './person-form.ts'
import { newGroup, readWarnings } from './settings-form.ts'

const groups = [{ id: 'migrants', name: 'Migrants' }]
const unsaid = { regionId: null, mode: null }
const amal = { name: 'Amal', organization: 'Network', groupId: 'migrants', country: null, ...unsaid }

test('a person is read as they were written', () => {
  expect(readPerson(personFields(amal, groups))).toEqual({ status: 'ok', value: amal })
})

test('a group that was taken away is none, so that the form can be saved', () => {
  expect(personFields({ ...amal, groupId: 'gone' }, groups).groupId).toBe('')
})

test('a person has a name; each text has its length', () => {
  expect(readPerson({ ...noPerson, organization: 'x'.repeat(121) })).toEqual({
    status: 'invalid',
    problems: { name: { code: 'empty' }, organization: { code: 'too-long', most: 120 } },
  })
})

test.each([
  ['10, 60; 30 s', [60_000, 30_000, 10_000]],
  ['1:00, 60', [60_000]],
  ['', []],
])('warnings %j are %j', (text, value) => {
  expect(readWarnings(text)).toEqual({ status: 'ok', value })
})

test.each([
  ['soon', { code: 'no-duration' }],
  ['0', { code: 'out-of-range', least: '1 s', most: '60:00' }],
  ['1,2,3,4,5,6', { code: 'too-many', most: 5 }],
])('warnings %j: %j', (text, problem) => {
  expect(readWarnings(text)).toEqual({ status: 'invalid', problems: { warnings: problem } })
})

test('a new group is called by its name, and never by an id that is taken', () => {
  const takenIds = new Set(['migrants'])
  expect(newGroup(' Collectivités locales ', takenIds)).toEqual({
    id: 'collectivites-locales',
    name: 'Collectivités locales',
    category: 'non-state',
  })
  expect(newGroup('Migrants!', takenIds).id).toBe('migrants-2')
  expect(newGroup('媒体', takenIds).id).toBe('group')
})
