import { expect, test } from 'vitest'
import { limits } from '@openfloor/shared/limits.ts'
import { twoWaiting } from '@openfloor/shared/testing/beginnings.ts'
import { pastedNames } from './pasted-names.ts'
import { pasteProblemText } from './paste-problem-texts.ts'
import { peopleThere } from './people-there.ts'
import { pictured } from './testing/pictures.ts'

const there = peopleThere(pictured(twoWaiting()))
const read = (text: string) => pastedNames(text, there)
const names = (text: string) => read(text).people.map(({ name, organization }) => [name, organization])
const problems = (text: string) => read(text).problems.map(pasteProblemText)

test('a comma or a tab parts name and organization; empty lines are passed over', () => {
  expect(names('Ada, Union of Weavers\r\n\n  Bo \nCy\tPort, Docks and Co.')).toEqual([
    ['Ada', 'Union of Weavers'],
    ['Bo', ''],
    ['Cy', 'Port, Docks and Co.'],
  ])
})

test('who is in the meeting already is known by name and organization', () => {
  const { people } = read('Dalia, organization of dalia\nDalia, Elsewhere')
  expect(people.map(({ isKnown }) => isKnown)).toEqual([true, false])
})

test('each line that is left out says why, with its number', () => {
  expect(problems(', Union\nAda\nada')).toEqual(['Line 1: no name.', 'Line 3: the same as line 2.'])
  expect(problems('amina, Organization of amina')).toEqual(['Line 1: amina waits already.'])
  expect(
    problems(`${'x'.repeat(limits.nameChars + 1)}\nA, ${'x'.repeat(limits.organizationChars + 1)}`),
  ).toEqual([
    'Line 1: the name has more than 80 characters.',
    'Line 2: the organization has more than 120 characters.',
  ])
  expect(problems('A\u202eB')).toEqual(['Line 1: it has characters that cannot be shown.'])
})

test('no more than fit in one command are taken', () => {
  const { people, problems } = read(Array.from({ length: 102 }, (_, at) => `Person ${at}`).join('\n'))
  expect(people).toHaveLength(limits.requestsPasted)
  expect(problems).toEqual([{ line: 101, code: 'too-many' }])
})

test('no more text than one message holds is taken', () => {
  const long = (at: number) => `${'é'.repeat(70)}${at}, ${'é'.repeat(110)}`
  const { people, problems } = read(Array.from({ length: 100 }, (_, at) => long(at)).join('\n'))
  expect(new TextEncoder().encode(JSON.stringify(people)).length).toBeGreaterThan(limits.messageBytes / 2)
  expect(problems.at(-1)?.code).toBe('too-much')
})
