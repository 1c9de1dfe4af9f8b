import { expect, test } from 'vitest'
import { Draft } from './draft.svelte.ts'

const given = () => {
  let live = $state.raw({ title: 'Panel', duration: '45' })
  const draft = new Draft(() => live)
  return { draft, theyWrite: (changed: Partial<typeof live>) => (live = { ...live, ...changed }) }
}

test('a field that nobody touched follows the meeting', () => {
  const { draft, theyWrite } = given()
  theyWrite({ duration: '50' })
  expect(draft.fields.duration).toBe('50')
  expect(draft.isTouched).toBe(false)
})

test('what was typed stays while others change other fields', () => {
  const { draft, theyWrite } = given()
  draft.set('title', 'Debate')
  theyWrite({ duration: '50' })
  expect(draft.fields).toEqual({ title: 'Debate', duration: '50' })
  expect(draft.isTouched).toBe(true)
  expect(draft.hasConflict).toBe(false)
})

test('a field that both changed shows what the other wrote, and keeps what was typed', () => {
  const { draft, theyWrite } = given()
  draft.set('duration', '60')
  theyWrite({ duration: '50' })
  expect(draft.theirs('duration')).toBe('50')
  expect(draft.fields.duration).toBe('60')
  draft.discard('duration')
  expect(draft.fields.duration).toBe('50')
  expect(draft.hasConflict).toBe(false)
})

test('both wrote the same: nothing to decide', () => {
  const { draft, theyWrite } = given()
  draft.set('duration', '50')
  theyWrite({ duration: '50' })
  expect(draft.hasConflict).toBe(false)
  expect(draft.isTouched).toBe(false)
})

test('between the acknowledgement and the new view the form does not jump back', () => {
  const { draft, theyWrite } = given()
  draft.set('title', ' Debate ')
  draft.saved(draft.fields, { title: 'Debate', duration: '45' })
  expect(draft.fields.title).toBe('Debate')
  theyWrite({ title: 'Debate' })
  expect(draft.isTouched).toBe(false)
  theyWrite({ title: 'Another title' })
  expect(draft.fields.title).toBe('Another title')
})

test('what was typed while saving is not lost, and is no conflict with what was saved', () => {
  const { draft, theyWrite } = given()
  draft.set('title', 'Debate')
  const sent = draft.fields
  draft.set('title', 'Debate and replies')
  draft.saved(sent, { title: 'Debate', duration: '45' })
  theyWrite({ title: 'Debate' })
  expect(draft.fields.title).toBe('Debate and replies')
  expect(draft.hasConflict).toBe(false)
})

test('giving up shows the meeting again', () => {
  const { draft } = given()
  draft.set('title', 'Debate')
  draft.discard()
  expect(draft.fields.title).toBe('Panel')
})
