import { expect, test } from 'vitest'
import { knownGroups } from '@openfloor/shared/meeting/known-groups.ts'
import { overwriteGetLocale } from '../paraglide/runtime.js'
import { groupName, groupNameById } from './group-name.ts'

test('a group of the concept note has a name in every language, unless the meeting calls it otherwise', () => {
  overwriteGetLocale(() => 'fr')
  expect(groupName({ id: 'trade-unions', name: 'Trade unions' })).toBe('Syndicats')
  expect(groupName({ id: 'trade-unions', name: 'Unions and guilds' })).toBe('Unions and guilds')
  expect(groupName({ id: 'fishers', name: 'Fishers' })).toBe('Fishers')
  overwriteGetLocale(() => 'en')
})

test('a group that is gone has no name', () => {
  expect(groupNameById([], 'media')).toBeUndefined()
  expect(groupNameById([{ id: 'media', name: 'Media' }], null)).toBeUndefined()
})

test('the English name of a group of the concept note is the one that meetings begin with', () => {
  for (const [id, name] of Object.entries(knownGroups)) expect(groupName({ id, name })).toBe(name)
})
